/** Slides as a page to print: one sheet a slide, or a handout with the notes beside them. Whole in itself, without scripts. */
import type { Picture, Presentation, SlideTheme } from '#contract/classroom/presentations.ts'
import { escaped } from '../../export/escaped.ts'
import { type Box, indentation, type Paragraph, type TextBox } from './boxes.ts'
import { sheetStyle } from './html-style.ts'

export type Pictures = Readonly<Record<string, Picture>>

/** @param sheets the boxes of each page. @returns a page of that title that prints one sheet a slide */
export function slidesHtml(
	{ title, theme }: Pick<Presentation, 'title' | 'theme'>,
	sheets: readonly Box[][],
	pictures: Pictures,
) {
	const style = `${sheetStyle(theme)}@page{size:13.3333in 7.5in;margin:0}.sheet{break-after:page}.sheet:last-child{break-after:auto}`
	return page(title, style, sheets.map((boxes, index) => sheetHtml(boxes, index + 1, theme, pictures)).join('\n'))
}

export const page = (title: string, style: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="generator" content="Parallax">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`

export const sheetHtml = (boxes: readonly Box[], number: number, theme: SlideTheme, pictures: Pictures): string =>
	`<section class="sheet ${theme}">${boxes.map((box) => boxHtml(box, pictures)).join('')}<p class="number">${number}</p></section>`

function boxHtml(box: Box, pictures: Pictures): string {
	const at = `left:${inches(box.x)};top:${inches(box.y)};width:${inches(box.w)};height:${inches(box.h)}`
	if (box.type === 'panel') return `<div class="box on-${box.fill}" style="${at}"></div>`
	if (box.type === 'text') return textHtml(box, at)
	const picture = pictures[box.image]
	if (!picture) return ''
	return `<img class="box" style="${at}" alt="${escaped(box.alt)}" src="data:${picture.mediaType};base64,${picture.content}">`
}

function textHtml(box: TextBox, at: string): string {
	const names = [
		...['box', 'text', box.font, `in-${box.colour}`],
		...(box.fill ? [`on-${box.fill}`] : []),
		...(box.outline ? [`line-${box.outline}`] : []),
		...(box.align ? [box.align] : []),
		...(box.valign ? [box.valign] : []),
		...(['bold', 'spaced', 'round'] as const).filter((name) => box[name]),
	]
	const inner = paragraphsHtml(box.paragraphs, box.title ? 'h2' : 'p')
	return `<div class="${names.join(' ')}" style="${at};font-size:${box.size}pt"><div>${inner}</div></div>`
}

export const paragraphsHtml = (paragraphs: readonly Paragraph[], name = 'p'): string =>
	paragraphs
		.map(({ runs, bullet, indent = 0, colour, after }) => {
			const style = [
				...(indent || bullet ? [`padding-left:${(indent + (bullet ? 1 : 0)) * indentation}em`] : []),
				...(after === undefined ? [] : [`margin-bottom:${after}em`]),
			].join(';')
			const text = runs.map(runHtml).join('')
			const mark = bullet ? `<span class="bullet">${escaped(bullet)} </span>` : ''
			const named = colour ? ` class="in-${colour}"` : ''
			return `<${name}${named}${style ? ` style="${style}"` : ''}>${mark}${text}</${name}>`
		})
		.join('')

function runHtml({ text, bold, italic, code, href, colour }: Paragraph['runs'][number]): string {
	let html = escaped(text)
	if (code) html = `<code>${html}</code>`
	if (italic) html = `<em>${html}</em>`
	if (bold) html = `<strong>${html}</strong>`
	if (href) html = `<a href="${escaped(href)}">${html}</a>`
	return colour ? `<span class="in-${colour}">${html}</span>` : html
}

const inches = (value: number): string => `${Number(value.toFixed(3))}in`
