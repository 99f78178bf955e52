import type { Session } from 'electron'
import { beforeEach, describe, expect, it } from 'vitest'
import { hardenContents, hardenSession } from '../../../src/main/security.ts'
import { asContents, FakeContents } from './fakes.ts'

describe('hardenContents', () => {
	let contents: FakeContents
	let opened: string[]
	beforeEach(() => {
		contents = new FakeContents()
		opened = []
		hardenContents(asContents(contents), new Set(['app://parallax']), (url) => opened.push(url))
	})

	it('lets the app reload itself and go nowhere else', () => {
		expect(contents.refuses('will-navigate', { url: 'app://parallax/compare/x' })).toBe(false)
		for (const url of ['https://example.org/', 'file:///etc/passwd', 'app://other/', 'data:text/html,x', 'about:blank'])
			expect(contents.refuses('will-navigate', { url }), url).toBe(true)
		expect(contents.refuses('will-redirect', { url: 'https://example.org/' })).toBe(true)
		expect(contents.refuses('will-redirect', { url: 'app://parallax/' })).toBe(false)
	})

	it('opens links to the web and to mail outside, nothing else', () => {
		contents.refuses('will-navigate', { url: 'https://doi.org/10.1/x' })
		contents.openHandler({ url: 'mailto:a@example.org' })
		for (const url of ['file:///etc/passwd', 'javascript:1', 'app://parallax/', 'http://example.org/'])
			contents.openHandler({ url })
		expect(opened).toEqual(['https://doi.org/10.1/x', 'mailto:a@example.org'])
	})

	it('opens no window, no web view, no frame', () => {
		for (const url of ['https://example.org/', 'app://parallax/', 'about:blank'])
			expect(contents.openHandler({ url })).toEqual({ action: 'deny' })
		expect(contents.refuses('will-attach-webview')).toBe(true)
		expect(contents.refuses('will-frame-navigate', { isMainFrame: false, url: 'app://parallax/' })).toBe(true)
		expect(contents.refuses('will-frame-navigate', { isMainFrame: true, url: 'app://parallax/' })).toBe(false)
	})
})

type Answer = (answer: { cancel?: boolean; responseHeaders?: Record<string, string[]> }) => void

class FakeSession {
	request: (contents: null, permission: string, answer: (granted: boolean) => void) => void = () => undefined
	check: () => boolean = () => true
	device: () => boolean = () => true
	spelling = true
	before: (details: { url: string }, answer: Answer) => void = () => undefined
	headers: ((details: { responseHeaders: Record<string, string[]> }, answer: Answer) => void) | undefined
	setPermissionRequestHandler = (handler: FakeSession['request']) => {
		this.request = handler
	}
	setPermissionCheckHandler = (handler: FakeSession['check']) => {
		this.check = handler
	}
	setDevicePermissionHandler = (handler: FakeSession['device']) => {
		this.device = handler
	}
	setSpellCheckerEnabled = (on: boolean) => {
		this.spelling = on
	}
	webRequest = {
		onBeforeRequest: (handler: FakeSession['before']) => {
			this.before = handler
		},
		onHeadersReceived: (_filter: object, handler: NonNullable<FakeSession['headers']>) => {
			this.headers = handler
		},
	}
}

describe('hardenSession', () => {
	const harden = (development?: string) => {
		const session = new FakeSession()
		hardenSession(session as unknown as Session, development)
		const cancelled = (url: string) => {
			let cancel: boolean | undefined
			session.before({ url }, (answer) => {
				cancel = answer.cancel
			})
			return cancel
		}
		return { session, cancelled }
	}

	it('grants nothing', () => {
		const { session } = harden()
		const granted: boolean[] = []
		session.request(null, 'media', (answer) => granted.push(answer))
		expect(granted).toEqual([false])
		expect([session.check(), session.device(), session.spelling]).toEqual([false, false, false])
	})

	it('stays off the network', () => {
		const { cancelled, session } = harden()
		for (const url of ['https://example.org/', 'http://127.0.0.1:5173/', 'wss://x/', 'ftp://x/', 'file:///etc/passwd'])
			expect(cancelled(url), url).toBe(true)
		for (const url of ['app://parallax/', 'data:image/png;base64,', 'devtools://devtools/'])
			expect(cancelled(url), url).toBe(false)
		expect(session.headers).toBeUndefined()
	})

	it('lets the development server through, with a policy', () => {
		const { cancelled, session } = harden('http://localhost:5173')
		expect(cancelled('http://localhost:5173/src/main.ts')).toBe(false)
		expect(cancelled('ws://localhost:5173/?token=x')).toBe(false)
		expect(cancelled('http://localhost:5174/')).toBe(true)
		expect(cancelled('wss://localhost:5173/')).toBe(true)
		let headers: Record<string, string[]> = {}
		session.headers?.({ responseHeaders: { etag: ['1'] } }, (answer) => {
			headers = answer.responseHeaders ?? {}
		})
		expect(headers.etag).toEqual(['1'])
		expect(headers['content-security-policy']?.[0]).toContain("script-src 'self'")
	})
})
