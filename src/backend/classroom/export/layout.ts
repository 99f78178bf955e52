/** Where everything stands on a page. */
import { contentNotePhrase } from '#domain/words/labels.ts'
import { area, type Box, fitted, line } from './boxes.ts'
import type { FilePage } from './pages.ts'
import { pointBoxes } from './point-boxes.ts'
import { pollPage } from './poll-boxes.ts'
import { questionPage, referencePages, type Sizes, textPages, titlePage } from './text-boxes.ts'

/**
 * @param sizes of the pictures that there are
 * @returns the page’s boxes from back to front, in the order of reading; more than one page where it is long
 */
export const laidOut = (page: FilePage, sizes: Sizes): Box[][] =>
	contentOf(page, sizes).map((boxes) => [...labelBox(page), ...boxes, ...warningBox(page)])

function contentOf(page: FilePage, sizes: Sizes): Box[][] {
	const { slide } = page
	switch (slide.type) {
		case 'title':
			return [titlePage(slide.heading, slide.text, sizes)]
		case 'text':
			return textPages(slide.heading, slide.text, sizes)
		case 'question':
			return [questionPage(slide.question, slide.text, sizes)]
		case 'references':
			return referencePages(slide.heading, slide.references)
		case 'poll':
			return [pollPage(page)]
		case 'point':
			return [pointBoxes(page)]
	}
}

function labelBox({ label, slide, step }: FilePage): Box[] {
	if (!label) return []
	// Where nothing on the page is its one statement, the label is what it is called.
	const title = slide.type === 'point' && (step === 'reveal' || step === 'evidence')
	return [
		{
			...{ type: 'text', x: area.x, y: 0.5, w: area.w, h: 0.34, size: 14, font: 'sans', bold: true, spaced: true },
			...{ paragraphs: [line(label)], colour: 'soft', valign: 'middle', ...(title && { title }) },
		},
	]
}

function warningBox({ contentNotes, spoilers }: FilePage): Box[] {
	const said = [
		contentNotes.length > 0 ? `Content notes: ${contentNotePhrase(contentNotes)}` : '',
		spoilers.length > 0 ? `Gives away the ending of ${spoilers.join(', ')}` : '',
	].filter(Boolean)
	if (said.length === 0) return []
	const box = { x: area.x, y: 6.88, w: 10.6, h: 0.36, font: 'sans', colour: 'warn', valign: 'middle' } as const
	return [fitted({ ...box, paragraphs: [line(said.join('. '))] }, 13, 8)]
}
