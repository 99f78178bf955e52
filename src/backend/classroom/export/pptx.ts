/** Slides for PowerPoint and its kin: text stays text, notes are notes. Nothing is fetched: pictures are given as data. */
import PptxGenJS from 'pptxgenjs'
import type { Picture, SlideTheme } from '#contract/classroom/presentations.ts'
import { clean } from '../../export/clean.ts'
import { type Box, indentation, leading, type Paragraph, type Role, sheet, type TextBox } from './boxes.ts'
import { finished, titleName } from './pptx-finish.ts'
import { themes } from './themes.ts'

export interface Sheet {
	boxes: readonly Box[]
	/** A line of plain text each. */
	notes: readonly string[]
}

/** Every PowerPoint has these. */
const faces = { serif: 'Georgia', sans: 'Calibri' }
const layout = 'Parallax'

/** @returns the file. @param told is called after each sheet, and may wait or throw */
export async function toPptx(
	{ title: name, theme }: { title: string; theme: SlideTheme },
	sheets: readonly Sheet[],
	pictures: Readonly<Record<string, Picture>>,
	told: (done: number) => Promise<void>,
): Promise<Uint8Array> {
	const colours = themes[theme]
	const file = new PptxGenJS()
	file.defineLayout({ name: 'wide', width: sheet.width, height: sheet.height })
	Object.assign(file, { layout: 'wide', title: clean(name), author: 'Parallax', company: '', subject: clean(name) })
	file.theme = { headFontFace: faces.serif, bodyFontFace: faces.serif }
	file.defineSlideMaster({
		title: layout,
		background: { color: colours.paper },
		slideNumber: {
			x: 11.5,
			y: 6.88,
			w: 1.03,
			h: 0.36,
			align: 'right',
			fontFace: faces.sans,
			fontSize: 11,
			color: colours.soft,
		},
	})
	for (const [index, { boxes, notes }] of sheets.entries()) {
		const slide = file.addSlide({ masterName: layout })
		for (const box of boxes) put(slide, box, colours, pictures)
		if (notes.length > 0) slide.addNotes(notes.map(clean).join('\n'))
		await told(index + 1)
	}
	return finished((await file.write({ outputType: 'uint8array' })) as Uint8Array, layout)
}

type Colours = Record<Role, string>

function put(slide: PptxGenJS.Slide, box: Box, colours: Colours, pictures: Readonly<Record<string, Picture>>): void {
	const { x, y, w, h } = box
	const at = { x, y, w, h }
	if (box.type === 'panel')
		slide.addShape('rect', { ...at, fill: { color: colours[box.fill] }, line: { type: 'none' } })
	else if (box.type === 'text') slide.addText(runsOf(box, colours), { ...at, ...textOptions(box, colours) })
	else {
		const picture = pictures[box.image]
		if (picture)
			slide.addImage({ ...at, data: `${picture.mediaType};base64,${picture.content}`, altText: clean(box.alt) })
	}
}

function textOptions(box: TextBox, colours: Colours): PptxGenJS.TextPropsOptions {
	return {
		margin: 0,
		fontSize: box.size,
		fontFace: faces[box.font],
		color: colours[box.colour],
		bold: box.bold ?? false,
		align: box.align ?? 'left',
		valign: box.valign ?? 'top',
		// A line of these faces is about 1.15 of its size.
		lineSpacingMultiple: Number((leading / 1.18).toFixed(2)),
		lang: 'en-GB',
		fit: 'shrink',
		...(box.title && { objectName: titleName }),
		...(box.spaced && { charSpacing: 0.5 }),
		...(box.fill && { fill: { color: colours[box.fill] } }),
		...(box.outline && { line: { color: colours[box.outline], width: 1 } }),
		...(box.round && { shape: 'roundRect' as const, rectRadius: Math.min(box.h, box.w) / 2 }),
	}
}

function runsOf({ paragraphs, size }: TextBox, colours: Colours): PptxGenJS.TextProps[] {
	return paragraphs.flatMap((paragraph) => {
		const { runs, colour, after = 0.5 } = paragraph
		return runs.map(({ text, bold, italic, code, href, colour: own }, index) => {
			const role = own ?? colour
			return {
				text: clean(text),
				options: {
					...listed(paragraph, size),
					paraSpaceAfter: after * size,
					...(bold && { bold }),
					...(italic && { italic }),
					...(code && { fontFace: 'Consolas' }),
					...(role && { color: colours[role] }),
					...(href && { hyperlink: { url: href } }),
					breakLine: index === runs.length - 1,
				},
			}
		})
	})
}

function listed({ bullet, indent = 0 }: Paragraph, size: number): PptxGenJS.TextPropsOptions {
	if (!bullet) return indent ? { indentLevel: indent } : {}
	const number = Number.parseInt(bullet, 10)
	const room = { indent: size * indentation }
	return {
		bullet: Number.isNaN(number) ? room : { ...room, type: 'number', numberStartAt: number },
		...(indent && { indentLevel: indent }),
	}
}
