/** Makes the file of a presentation. A PDF comes as the page to print: only the host has a printer. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Picture, Presentation, PresentationFormat } from '#contract/classroom/presentations.ts'
import type { ExportStep } from '#contract/exports.ts'
import { asTold, stopIfAsked } from '../../export/progress.ts'
import { Failure } from '../../failure.ts'
import { pictureFacts } from '../pictures.ts'
import { fileOf } from './file.ts'
import { laidOut } from './layout.ts'
import { plainLines, written } from './markdown.ts'
import { pagesOfSlide } from './pages.ts'

interface Asked {
	presentation: Presentation
	format: PresentationFormat
	images: Record<string, Picture>
}

/** @yields progress, then the file; of a PDF its HTML. @throws Failure when there is no slide, or it was cancelled */
export async function* makePresentation(
	{ presentation, format, images }: Asked,
	signal?: AbortSignal,
): AsyncGenerator<ExportStep> {
	if (presentation.slides.length === 0) throw new Failure('NOT_FOUND', 'There is no slide to export.', 'Add one first.')
	const sizes = Object.fromEntries(
		Object.entries(images).flatMap(([id, { content }]) => {
			const facts = pictureFacts(Buffer.from(content, 'base64'))
			return facts ? [[id, facts]] : []
		}),
	)
	const slides = presentation.slides.map((slide) => ({
		slide,
		sheets: pagesOfSlide(slide).flatMap((page) => laidOut(page, sizes)),
	}))
	const content = yield* asTold<ExportStep, string | Uint8Array>(async (tell) => {
		const total = slides.reduce((sum, { sheets }) => sum + sheets.length, 0)
		const told = async (done: number) => {
			tell({ type: 'progress', share: done / Math.max(1, total), doing: 'writing' })
			await nextTurn()
			stopIfAsked(signal ? { signal } : {})
		}
		await told(0)
		if (format === 'pptx') {
			const { toPptx } = await import('./pptx.ts')
			const notes = slides.flatMap(({ slide, sheets }) => {
				const lines = plainLines(written(slide.notes).paragraphs)
				return sheets.map((boxes) => ({ boxes, notes: lines }))
			})
			return toPptx(presentation, notes, images, told)
		}
		if (format === 'handout') return (await import('./handout.ts')).handoutHtml(presentation, slides, images)
		return (await import('./html.ts')).slidesHtml(
			presentation,
			slides.flatMap(({ sheets }) => sheets),
			images,
		)
	})
	yield { type: 'done', ...fileOf(presentation, format), content: Buffer.from(content).toString('base64') }
}
