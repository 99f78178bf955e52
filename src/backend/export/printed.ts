/** The last part of a PDF: what the library’s thread made is a page, and only the host has a printer. */
import type { ExportStep } from '#contract/exports.ts'
import type { HostActions } from '../host/actions.ts'
import { printWithBrowser } from './print-with-browser.ts'

/**
 * @param steps with a page in the end
 * @param paper says in the page what it is printed on
 * @yields the steps, then the PDF. @throws Failure when nothing here can print, or it was cancelled
 */
export async function* printed(
	steps: AsyncIterable<ExportStep>,
	{ print = printWithBrowser }: Pick<HostActions, 'print'>,
	paper: (page: string) => string,
	signal?: AbortSignal,
): AsyncGenerator<ExportStep> {
	const { toPdf } = await import('./pdf.ts')
	for await (const step of steps) {
		if (step.type === 'progress') yield { ...step, share: step.share / 2 }
		else {
			yield { type: 'progress', share: 0.5, doing: 'printing' }
			const page = paper(Buffer.from(step.content, 'base64').toString('utf8'))
			const pdf = await toPdf(page, print, signal ? { signal } : {})
			yield { ...step, content: Buffer.from(pdf).toString('base64') }
		}
	}
}
