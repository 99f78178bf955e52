/** Prints the pages that exports are made of: each in a hidden window of its own, without scripts, bridge or network. */
import { randomUUID } from 'node:crypto'
import { BrowserWindow } from 'electron'
import { cancelled } from '#backend/export/progress.ts'
import { Failure } from '#backend/failure.ts'
import { securityHeaders } from '#backend/web/security-headers.ts'
import { hardenContents } from './security.ts'

type Handler = (request: Request) => Promise<Response>

const origin = 'app://print'
/** A page has its style and its pictures in it and loads nothing. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

export class PagePrinter {
	/** What is being printed, by its address. */
	readonly #pages = new Map<string, string>()

	/** @returns a handler of `app://` that hands out what is being printed, and leaves everything else to `others` */
	before(others: Handler): Handler {
		return async (request) => {
			const html = this.#pages.get(request.url)
			if (html === undefined) return others(request)
			return new Response(html, {
				headers: { ...securityHeaders(policy), 'content-type': 'text/html; charset=utf-8' },
			})
		}
	}

	/**
	 * Prints a page that is whole in itself. Paper, margins and running heads are said by the page.
	 * @throws Failure when it was cancelled or could not be printed
	 */
	async print(html: string, signal?: AbortSignal): Promise<Uint8Array> {
		if (signal?.aborted) throw cancelled()
		const address = `${origin}/${randomUUID()}`
		const window = new BrowserWindow({ show: false, webPreferences })
		const stop = () => window.destroy()
		this.#pages.set(address, html)
		signal?.addEventListener('abort', stop, { once: true })
		try {
			hardenContents(window.webContents, new Set(), () => {})
			await window.loadURL(address)
			return await window.webContents.printToPDF({
				preferCSSPageSize: true,
				printBackground: true,
				generateTaggedPDF: true,
				generateDocumentOutline: true,
			})
		} catch (cause) {
			if (signal?.aborted) throw cancelled()
			const next = 'Export as HTML, open the file in a browser and print it as PDF.'
			throw new Failure('UNAVAILABLE', 'The document could not be printed.', next, { cause })
		} finally {
			this.#pages.delete(address)
			signal?.removeEventListener('abort', stop)
			if (!window.isDestroyed()) window.destroy()
		}
	}
}

const webPreferences = {
	javascript: false,
	sandbox: true,
	contextIsolation: true,
	nodeIntegration: false,
	webSecurity: true,
	webviewTag: false,
	spellcheck: false,
	devTools: false,
}
