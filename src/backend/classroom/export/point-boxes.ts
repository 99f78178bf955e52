/** Pages of a point: the claim and what was asked of it, the reveal with its passages, the evidence, the question. Fiction left, reality right. */
import type { SlideDepiction } from '#contract/classroom/presentations.ts'
import type { Part } from '#contract/classroom/room.ts'
import type { Verdict } from '#contract/words.ts'
import { stanceLabel, verdictLabel, verdictMeaning } from '#domain/words/labels.ts'
import {
	area,
	type Box,
	fitted,
	heightOf,
	line,
	type Paragraph,
	type Place,
	type Role,
	sizeFor,
	type TextBox,
} from './boxes.ts'
import type { FilePage } from './pages.ts'
import { partOf } from './parts-of.ts'
import { optionBoxes } from './poll-boxes.ts'
import { referenceLines } from './text-boxes.ts'

/** Fiction, what joins them, reality. */
const columns = { left: area.x, w: 5.05, spine: area.x + 5.05, between: area.w - 10.1, right: area.x + area.w - 5.05 }

export function pointBoxes({ step, parts }: FilePage): Box[] {
	switch (step) {
		case 'reveal':
			return reveal(parts)
		case 'evidence':
			return evidence(parts)
		case 'discussion':
			return discussion(parts)
		default:
			return claim(parts)
	}
}

function claim(parts: readonly Part[]): Box[] {
	const poll = partOf(parts, 'poll')?.poll
	const h = poll ? 3 : 5.4
	const words = {
		x: area.x + 0.35,
		y: 1.15,
		w: area.w - 0.35,
		h,
		font: 'serif',
		colour: 'ink',
		valign: 'middle',
	} as const
	return [
		{ type: 'panel', x: area.x, y: 1.15, w: 0.08, h, fill: 'fiction' },
		fitted({ ...words, paragraphs: [line(partOf(parts, 'claim')?.text ?? '')], title: true }, 48, 18),
		...(poll
			? [
					fitted(
						{
							...area,
							y: 4.6,
							h: 0.6,
							font: 'sans',
							colour: 'soft',
							bold: true,
							valign: 'middle',
							paragraphs: [line(poll.question)],
						},
						22,
						10,
					),
					...optionBoxes(poll, { ...area, y: 5.35, h: 1.35 }),
				]
			: []),
	]
}

function reveal(parts: readonly Part[]): Box[] {
	const pair = partOf(parts, 'pair')
	return [
		...compared(parts, { y: 1.1, h: pair ? 2.2 : 5.4, large: true }),
		...(pair?.fiction ? passage(pair.fiction, columns.left, 'fiction') : []),
		...(pair?.reality ? passage(pair.reality, columns.right, 'reality') : []),
	]
}

type Passage = NonNullable<Extract<Part, { type: 'pair' }>['fiction']>

/** The passage in ink, its neighbours softer; where there is no room for them it stands alone. */
function passage({ title, block, blocks }: Passage, x: number, side: Role): Box[] {
	const text = { x: x + 0.22, y: 3.92, w: columns.w - 0.22, h: 2.78, font: 'serif', colour: 'soft' } as const
	// A heading stands for what is under it.
	const about = blocks.some(({ id, type }) => id === block && type === 'heading')
	const all = blocks.map(({ id, type, text: words }): Paragraph => {
		const paragraph = line(words, {
			after: type === 'heading' ? 0.2 : 0.5,
			...((id === block || about) && { colour: 'ink' }),
		})
		return type === 'heading' ? { ...paragraph, runs: [{ text: words, bold: true }] } : paragraph
	})
	const alone = about ? all.slice(0, 2) : all.filter((_, index) => blocks[index]?.id === block)
	const paragraphs = sizeFor(all, text, 10, 10) ? all : alone
	return [
		{ type: 'panel', x, y: 3.55, w: 0.04, h: 3.15, fill: side },
		fitted(
			{ ...text, y: 3.52, h: 0.34, font: 'sans', bold: true, colour: side, paragraphs: [line(`“${title}”`)] },
			13,
			8,
		),
		fitted({ ...text, paragraphs }, 16, 8),
	]
}

function evidence(parts: readonly Part[]): Box[] {
	const depictions = partOf(parts, 'depictions')?.items ?? []
	const references = referenceLines(partOf(parts, 'references')?.items ?? [])
	const explanation =
		partOf(parts, 'explanation')
			?.text.split(/\n+/)
			.map((text) => line(text)) ?? []
	const beside = depictions.length > 0
	const right = {
		x: beside ? 7 : area.x,
		w: beside ? area.x + area.w - 7 : area.w,
		font: 'serif',
		colour: 'ink',
	} as const
	const [y, bottom] = [2.5, 6.7]
	const sources = sourcesBox(references, shifted(right, beside), bottom)
	const listed = sources ? sources.h + 0.25 : 0
	const panel = (x: number, fill: Role): Box => ({ type: 'panel', x, y, w: 0.04, h: bottom - y, fill })
	return [
		...compared(parts, { y: 1, h: 1.25, large: false }),
		...(beside ? [panel(area.x, 'fiction'), told(depictions, { x: area.x + 0.25, y, w: 5.55, h: bottom - y })] : []),
		panel(right.x - (beside ? 0.25 : 0), 'reality'),
		fitted({ ...shifted(right, beside), y, h: bottom - y - listed, paragraphs: explanation }, 22, 9),
		...(sources ? [sources] : []),
	]
}

/** At the foot, as high as they are, but never more than half of it. */
function sourcesBox(paragraphs: Paragraph[], at: { x: number; w: number }, bottom: number): TextBox | undefined {
	if (paragraphs.length === 0) return undefined
	const box = { ...at, paragraphs, font: 'serif', colour: 'soft' } as const
	const size = sizeFor(paragraphs, { ...box, h: 1.9 }, 12, 7) ?? 7
	const h = heightOf(paragraphs, { ...box, size })
	return { ...box, type: 'text', size, y: bottom - h, h }
}

/** Beside a bar of its own where it has the page for itself. */
const shifted = <T extends { x: number; w: number }>(box: T, beside: boolean): T =>
	beside ? box : { ...box, x: box.x + 0.25, w: box.w - 0.25 }

type Told = Pick<SlideDepiction, 'work' | 'stance' | 'text'>

function told(items: readonly Told[], place: Place): Box {
	const paragraphs = items.flatMap(({ work, stance, text }): Paragraph[] => [
		{
			runs: [
				{ text: work, bold: true },
				{ text: `  ${stanceLabel(stance)}`, italic: true, colour: 'soft' },
			],
			after: 0.1,
		},
		line(text, { after: 0.8 }),
	])
	return fitted({ ...place, font: 'serif', colour: 'ink', paragraphs }, 18, 8)
}

function discussion(parts: readonly Part[]): Box[] {
	const question = partOf(parts, 'question')?.text ?? ''
	const words = {
		x: area.x + 0.35,
		y: 2.6,
		w: area.w - 0.35,
		h: 4,
		font: 'serif',
		colour: 'ink',
		valign: 'middle',
	} as const
	return [
		...compared(parts, { y: 1, h: 1.25, large: false }),
		{ type: 'panel', x: area.x, y: 2.7, w: 0.08, h: 3.95, fill: 'ink' },
		fitted({ ...words, paragraphs: [line(question)], title: true }, 44, 18),
	]
}

/** Claim and finding with the verdict between them: large to be read out, or small as what is spoken of. */
function compared(parts: readonly Part[], { y, h, large }: { y: number; h: number; large: boolean }): Box[] {
	const verdict = partOf(parts, 'verdict')?.verdict
	const label = large ? 0.4 : 0.28
	const sides = [
		{
			x: columns.left,
			name: 'In fiction',
			text: partOf(parts, 'claim')?.text ?? '',
			colour: 'fiction',
			fill: 'fictionWash',
		},
		{
			x: columns.right,
			name: 'In clinical reality',
			text: partOf(parts, 'finding')?.text ?? '',
			colour: 'reality',
			fill: 'realityWash',
		},
	] as const
	const texts = sides.map(({ x, text }) =>
		fitted(
			{
				...{ x: x + 0.25, y: y + 0.12 + label, w: columns.w - 0.5, h: h - label - 0.24, font: 'serif', colour: 'ink' },
				...{ paragraphs: [line(text)], ...(large && { valign: 'middle' }) },
			},
			large ? (h > 3 ? 36 : 26) : 14,
			8,
		),
	)
	// What is compared is set alike.
	const size = Math.min(...texts.map((text) => text.size))
	const boxes = sides.map(({ x, name, colour, fill }, index): Box[] => [
		{ type: 'panel', x, y, w: columns.w, h, fill },
		{ type: 'panel', x, y, w: columns.w, h: 0.06, fill: colour },
		{
			...{ type: 'text', x: x + 0.25, y: y + 0.13, w: columns.w - 0.5, h: label, size: large ? 13 : 10, font: 'sans' },
			...{ paragraphs: [line(name)], bold: true, colour, valign: 'middle' },
		},
		...texts.slice(index, index + 1).map((text) => ({ ...text, size })),
	])
	return [...(boxes[0] ?? []), ...(verdict ? verdictBoxes(verdict, y + h / 2, large) : []), ...(boxes[1] ?? [])]
}

function verdictBoxes(verdict: Verdict, middle: number, large: boolean): Box[] {
	const place = { x: columns.spine + 0.05, w: columns.between - 0.1, font: 'sans', align: 'center' } as const
	const word = { ...place, y: middle - (large ? 0.42 : 0.2), h: 0.4, colour: 'paper', bold: true } as const
	const paragraphs = [line(verdictLabel(verdict))]
	// The longest one has room between the ends of the pill, too.
	const { size } = fitted({ ...word, w: place.w - 0.3, paragraphs }, 14, 8)
	const meaning = { ...place, y: middle + 0.1, h: 0.95, colour: 'soft' } as const
	return [
		{ ...word, type: 'text', paragraphs, size, fill: 'ink', round: true, valign: 'middle' },
		...(large ? [fitted({ ...meaning, paragraphs: [line(verdictMeaning(verdict))] }, 12, 7)] : []),
	]
}
