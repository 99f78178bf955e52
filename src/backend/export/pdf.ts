/** PDF: the HTML page, printed by whatever browser the host has. */
import { Failure } from '../failure.ts'
import { type ExportOptions, stopIfAsked } from './progress.ts'

/** Prints a page that is whole in itself. Electron has a printer of its own; others use an installed browser. */
export type PrintPdf = (html: string, signal?: AbortSignal) => Promise<Uint8Array>

/** @throws Failure when the host cannot print, what came is no PDF, or it was cancelled */
export async function toPdf(html: string, print: PrintPdf, options: ExportOptions = {}): Promise<Uint8Array> {
	stopIfAsked(options)
	const bytes = await print(html, options.signal)
	stopIfAsked(options)
	if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-')
		throw new Failure('UNAVAILABLE', 'The browser made no PDF.', 'Export as HTML, open the file and print it as PDF.')
	return bytes
}
