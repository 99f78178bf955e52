/** Printing in a hidden window: what it may do, what it is handed, and that it goes away. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeContents } from './fakes.ts'

class FakePrintWindow {
	static opened: FakePrintWindow[] = []
	static printing: () => Promise<Uint8Array> = async () => Buffer.from('%PDF-')
	readonly options: { show: boolean; webPreferences: Record<string, unknown> }
	readonly webContents = Object.assign(new FakeContents(), {
		printToPDF: vi.fn(async (_options: unknown) => FakePrintWindow.printing()),
	})
	loaded: string[] = []
	constructor(options: FakePrintWindow['options']) {
		this.options = options
		FakePrintWindow.opened.push(this)
	}
	async loadURL(url: string) {
		this.loaded.push(url)
	}
	isDestroyed() {
		return this.webContents.destroyed
	}
	destroy() {
		this.webContents.destroyed = true
	}
}
vi.doMock('electron', () => ({ BrowserWindow: FakePrintWindow }))
const { PagePrinter } = await import('../../../src/main/page-printer.ts')

const elsewhere = async () => new Response('elsewhere')
beforeEach(() => {
	FakePrintWindow.opened = []
	FakePrintWindow.printing = async () => Buffer.from('%PDF-')
})

describe('a page', () => {
	it('is printed in a hidden window that can do nothing else, and is closed after', async () => {
		expect(Buffer.from(await new PagePrinter().print('<p>')).toString()).toBe('%PDF-')
		const [window] = FakePrintWindow.opened
		expect(window?.options).toMatchObject({ show: false, webPreferences: { javascript: false, sandbox: true } })
		expect(window?.options.webPreferences).not.toHaveProperty('preload')
		expect(window?.webContents.printToPDF).toHaveBeenCalledWith(
			expect.objectContaining({ preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true }),
		)
		expect(window?.webContents.refuses('will-navigate', { url: 'https://example.org/' })).toBe(true)
		expect(window?.isDestroyed()).toBe(true)
	})

	it('is handed out while it is printed, under an address that nobody can guess, and not after', async () => {
		const printer = new PagePrinter()
		const ask = (url: string) => printer.before(elsewhere)(new Request(url))
		let during: Response | undefined
		FakePrintWindow.printing = async () => {
			during = await ask(FakePrintWindow.opened[0]?.loaded[0] ?? '')
			return Buffer.from('%PDF-')
		}
		await printer.print('<p>Mine</p>')
		expect(await during?.text()).toBe('<p>Mine</p>')
		expect(during?.headers.get('content-security-policy')).toBe(
			"default-src 'none'; style-src 'unsafe-inline'; img-src data:",
		)
		const [address = ''] = FakePrintWindow.opened[0]?.loaded ?? []
		expect(address).toMatch(/^app:\/\/print\/[\da-f-]{36}$/)
		expect(await (await ask(address)).text()).toBe('elsewhere')
	})

	it('that cannot be printed is a failure that says what to do', async () => {
		FakePrintWindow.printing = () => Promise.reject(new Error('no'))
		await expect(new PagePrinter().print('<p>')).rejects.toMatchObject({ code: 'UNAVAILABLE', next: /HTML/ })
		expect(FakePrintWindow.opened[0]?.isDestroyed()).toBe(true)
	})

	it('is dropped when the export is cancelled', async () => {
		const cancel = new AbortController()
		FakePrintWindow.printing = () =>
			new Promise((_, fail) => {
				cancel.signal.addEventListener('abort', () => fail(new Error('gone')))
				cancel.abort()
			})
		await expect(new PagePrinter().print('<p>', cancel.signal)).rejects.toMatchObject({ code: 'CANCELLED' })
		expect(FakePrintWindow.opened[0]?.isDestroyed()).toBe(true)
		await expect(new PagePrinter().print('<p>', cancel.signal)).rejects.toMatchObject({ code: 'CANCELLED' })
		expect(FakePrintWindow.opened).toHaveLength(1)
	})
})
