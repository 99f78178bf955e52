/** A handout: small slides, and beside them what the speaker has noted and what it rests on. */
import type { Presentation, Slide } from '#contract/classroom/presentations.ts'
import { contentNotesOf } from '#domain/classroom/steps.ts'
import { contentNotePhrase } from '#domain/words/labels.ts'
import { escaped } from '../../export/escaped.ts'
import { type Box, sheet } from './boxes.ts'
import { type Pictures, page, paragraphsHtml, sheetHtml } from './html.ts'
import { sheetStyle } from './html-style.ts'
import { written } from './markdown.ts'
import { referenceLines } from './text-boxes.ts'

/** Millimetres that a small slide is broad: four of them stand on a page. */
const breadth = 100
const scale = breadth / 25.4 / sheet.width

/** Paper is white, and ink is dear. */
const theme = 'light'

const style = `${sheetStyle(theme)}
@page{size:A4;margin:14mm 15mm;@bottom-center{content:counter(page) " / " counter(pages);font:9pt Georgia,serif;color:#5d5952}}
body{font:10pt/1.45 "Source Serif 4",Georgia,"Liberation Serif","Times New Roman",serif;color:#000}
h1{font-size:20pt;line-height:1.2;margin:0 0 8mm;text-wrap:balance}
.slide{display:grid;grid-template-columns:${breadth}mm 1fr;column-gap:6mm;break-inside:avoid;margin-bottom:7mm}
.slide:has(.small+.small+.small){break-before:page;margin-bottom:0}h1+.slide{break-before:auto!important}
.small{width:${breadth}mm;height:${(breadth * sheet.height) / sheet.width}mm;overflow:hidden;border:.5pt solid #999;margin-bottom:2.5mm}
.small .sheet{zoom:${scale.toFixed(5)}}
.notes p{margin:0 0 .6em;overflow-wrap:break-word}.notes h3{font:bold 8pt/1.4 "Segoe UI",Arial,"Liberation Sans",sans-serif;color:#444;margin:1.2em 0 .4em}.notes h3:first-child{margin-top:0}
.notes a,.list a{color:inherit;overflow-wrap:anywhere}.sources p{font-size:8pt;line-height:1.35;margin:0 0 .45em}.flag{font:8pt/1.4 "Segoe UI",Arial,"Liberation Sans",sans-serif;color:#${'7a2016'};margin:0 0 1em}
.list{break-before:page}.list h2{font-size:15pt;margin:0 0 4mm}.list p{padding-left:2em;text-indent:-2em;margin:0 0 .5em;break-inside:avoid}
`

/** @param slides with the boxes of their pages */
export function handoutHtml(
	{ title }: Pick<Presentation, 'title'>,
	slides: readonly { slide: Slide; sheets: Box[][] }[],
	pictures: Pictures,
) {
	let number = 0
	const sections = slides.map(({ slide, sheets }) => {
		const first = number + 1
		number += sheets.length
		if (slide.type === 'references')
			return `<section class="list"><h2>${escaped(slide.heading)}</h2>${paragraphsHtml(referenceLines(slide.references))}</section>`
		const small = sheets.map(
			(boxes, index) => `<div class="small">${sheetHtml(boxes, first + index, theme, pictures)}</div>`,
		)
		return `<section class="slide"><div>${small.join('')}</div><div class="notes">${notesHtml(slide)}</div></section>`
	})
	return page(title, style, `<h1>${escaped(title)}</h1>\n${sections.join('\n')}`)
}

function notesHtml(slide: Slide): string {
	const carried = contentNotesOf(slide)
	const notes = written(slide.notes).paragraphs
	const references = slide.type === 'point' ? slide.references : []
	return [
		carried.length > 0 ? `<p class="flag">Content notes: ${escaped(contentNotePhrase(carried))}</p>` : '',
		notes.length > 0 ? `<h3>Notes</h3>${paragraphsHtml(notes)}` : '',
		references.length > 0
			? `<h3>Sources</h3><div class="sources">${paragraphsHtml(referenceLines(references))}</div>`
			: '',
	].join('')
}
