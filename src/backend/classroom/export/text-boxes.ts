/** Pages of words: titles, own text with its pictures, questions, references. */
import type { SlideReference } from '#contract/classroom/presentations.ts'
import {
	area,
	type Box,
	fitted,
	inPages,
	line,
	type Paragraph,
	type PictureBox,
	type Place,
	type Run,
	sheet,
	sizeFor,
} from './boxes.ts'
import { type Written, written } from './markdown.ts'

/** Width and height of pictures, by their ids; those that are not there have none. */
export type Sizes = Readonly<Record<string, { width: number; height: number }>>

export function titlePage(heading: string, markdown: string, sizes: Sizes): Box[] {
	const { paragraphs, pictures } = shown(markdown, sizes)
	const w = pictures.length > 0 ? 6.2 : 10.6
	const text = { x: 1.4, w, font: 'serif' } as const
	return [
		// Fiction and reality, side by side.
		{ type: 'panel', x: 0, y: 0, w: 0.2, h: sheet.height, fill: 'fiction' },
		{ type: 'panel', x: 0.2, y: 0, w: 0.2, h: sheet.height, fill: 'reality' },
		fitted(
			{
				...text,
				y: 1.2,
				h: 2.5,
				paragraphs: [line(heading)],
				colour: 'ink',
				bold: true,
				valign: 'bottom',
				title: true,
			},
			60,
			26,
		),
		fitted({ ...text, y: 4, h: 2.7, paragraphs, colour: 'soft' }, 24, 11),
		...placed(pictures, { x: 8.1, y: 1.2, w: 4.4, h: 5.4 }, sizes),
	]
}

export function questionPage(question: string, markdown: string, sizes: Sizes): Box[] {
	const { paragraphs, pictures } = shown(markdown, sizes)
	const below = paragraphs.length > 0 || pictures.length > 0
	const w = pictures.length > 0 && paragraphs.length > 0 ? 6.5 : area.w
	const rest = { ...area, y: 4.4, h: 2.25, w }
	return [
		{ type: 'panel', x: area.x, y: 1.2, w: 0.08, h: below ? 2.9 : 5.2, fill: 'ink' },
		fitted(
			{
				...{ x: area.x + 0.35, y: 1.2, w: area.w - 0.35, h: below ? 2.9 : 5.2, font: 'serif', colour: 'ink' },
				...{ paragraphs: [line(question)], valign: 'middle', title: true },
			},
			48,
			20,
		),
		...(paragraphs.length > 0 ? [fitted({ ...rest, paragraphs, font: 'serif', colour: 'ink' }, 24, 11)] : []),
		...placed(pictures, paragraphs.length > 0 ? { ...rest, x: 7.6, w: 4.9 } : rest, sizes),
	]
}

/** Words at the left and pictures at the right; what is longer than a page goes on on the next. */
export function textPages(heading: string, markdown: string, sizes: Sizes): Box[][] {
	const { paragraphs, pictures } = shown(markdown, sizes)
	const head = heading
		? [
				fitted(
					{
						...{ x: area.x, y: 0.55, w: area.w, h: 1, font: 'serif', colour: 'ink', bold: true, valign: 'middle' },
						...{ paragraphs: [line(heading)], title: true },
					},
					38,
					18,
				),
			]
		: []
	const body = { ...area, y: heading ? 1.75 : 0.7, h: heading ? 4.95 : 6 }
	const beside = pictures.length > 0 && paragraphs.length > 0
	const text = { ...body, w: beside ? 6 : area.w, font: 'serif', colour: 'ink' } as const
	const right = beside ? { ...body, x: 7.1, w: area.x + area.w - 7.1 } : body
	const size = sizeFor(paragraphs, text, 28, 16)
	const pages = size ? [paragraphs] : inPages(paragraphs, { ...text, size: 16 })
	return pages.map((each, index) => [
		...head,
		...(each.length > 0 ? [fitted({ ...text, paragraphs: each }, size ?? 16, 9)] : []),
		...(index === 0 ? placed(pictures, right, sizes) : []),
	])
}

/** Two columns of entries, as in a list of references. */
export function referencePages(heading: string, references: readonly SlideReference[]): Box[][] {
	const column = { y: 1.75, w: 5.65, h: 4.95, font: 'serif', colour: 'ink' } as const
	const entries = referenceLines(references)
	const one = sizeFor(entries, { ...column, w: area.w }, 20, 16)
	const size = one ?? [14, 13, 12, 11].find((each) => inPages(entries, { ...column, size: each }).length <= 2) ?? 12
	const columns = one ? [entries] : inPages(entries, { ...column, size })
	const pages = columns.flatMap((_, index) => (index % 2 ? [] : [columns.slice(index, index + 2)]))
	return pages.map((each) => [
		{
			...{ type: 'text', x: area.x, y: 0.55, w: area.w, h: 0.9, size: 34, font: 'serif', bold: true },
			...{ paragraphs: [line(heading)], colour: 'ink', valign: 'middle', title: true },
		},
		...each.map((paragraphs, index) =>
			fitted({ ...column, x: area.x + index * 6.08, ...(one && { w: area.w }), paragraphs }, size, 9),
		),
	])
}

/** @returns references as entries, with where they can be found */
export const referenceLines = (references: readonly SlideReference[]): Paragraph[] =>
	references.map(({ entry, link }) => {
		const href = link && /^https?:/.test(link) ? link : undefined
		return {
			runs: entry.flatMap(({ text, emphasis }) =>
				around(text, href).map(
					(part): Run => ({ text: part, ...(emphasis && { italic: true }), ...(part === href && { href }) }),
				),
			),
		}
	})

/** @returns what stands before, the words themselves, and what stands after; the whole text where they are not in it */
function around(text: string, words: string | undefined): string[] {
	const at = words ? text.indexOf(words) : -1
	if (!words || at < 0) return [text]
	return [text.slice(0, at), words, text.slice(at + words.length)].filter((part) => part !== '')
}

function shown(markdown: string, sizes: Sizes): Written {
	const { paragraphs, pictures } = written(markdown)
	return { paragraphs, pictures: pictures.filter(({ id }) => sizes[id]) }
}

/** Pictures one below the other, or side by side where the place is broad; each as large as it can be. */
function placed(pictures: Written['pictures'], place: Place, sizes: Sizes): PictureBox[] {
	const across = place.w > place.h * 1.4
	const gap = 0.25
	const count = pictures.length
	return pictures.map(({ id, alt }, index) => {
		const cell = across
			? { ...place, w: (place.w - gap * (count - 1)) / count }
			: { ...place, h: (place.h - gap * (count - 1)) / count }
		const at = across
			? { x: place.x + index * (cell.w + gap), y: place.y }
			: { x: place.x, y: place.y + index * (cell.h + gap) }
		const { width, height } = sizes[id] ?? { width: 1, height: 1 }
		const share = Math.min(cell.w / width, cell.h / height)
		const [w, h] = [width * share, height * share]
		return { type: 'picture', x: at.x + (cell.w - w) / 2, y: at.y + (cell.h - h) / 2, w, h, image: id, alt }
	})
}
