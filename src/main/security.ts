/** What no window may do, whatever its page says: leave the app, open windows, ask for permissions, reach the network. */

import type { Session, WebContents } from 'electron'
import { developmentPolicy, securityHeaders } from '#backend/web/security-headers.ts'
import { mayOpenOutside, originOf } from './origins.ts'

/**
 * Bolts a window's contents. Links to the web and to mail open in the reader's own programs instead.
 * @param own the origins that are the app's
 * @param openOutside hands an address to the operating system
 */
export function hardenContents(
	contents: WebContents,
	own: ReadonlySet<string>,
	openOutside: (url: string) => void,
): void {
	const isOwn = (url: string) => own.has(originOf(url) ?? '')
	const sendOutside = (url: string) => {
		if (!isOwn(url) && mayOpenOutside(url)) openOutside(url)
	}
	contents.on('will-navigate', (event) => {
		if (isOwn(event.url)) return
		event.preventDefault()
		sendOutside(event.url)
	})
	contents.on('will-redirect', (event) => {
		if (!isOwn(event.url)) event.preventDefault()
	})
	contents.on('will-frame-navigate', (event) => {
		// The app has no frames within frames.
		if (!event.isMainFrame) event.preventDefault()
	})
	contents.on('will-attach-webview', (event) => event.preventDefault())
	contents.setWindowOpenHandler(({ url }) => {
		sendOutside(url)
		return { action: 'deny' }
	})
}

/** Denies every permission and keeps the session off the network: all that the windows need comes over `app://` and IPC. */
export function hardenSession(session: Session, development: string | undefined): void {
	session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
	session.setPermissionCheckHandler(() => false)
	session.setDevicePermissionHandler(() => false)
	// The spelling checker would fetch its dictionaries from the network.
	session.setSpellCheckerEnabled(false)
	session.webRequest.onBeforeRequest(({ url }, answer) =>
		answer({ cancel: isNetwork(url) && !isServerOf(url, development) }),
	)
	if (development) sendDevelopmentHeaders(session, development)
}

const isNetwork = (url: string) => /^(?:https?|wss?|ftp|file):/i.test(url)

/** Whether the development server answers this address, over HTTP or over its socket for hot reload. */
const isServerOf = (url: string, development: string | undefined) =>
	development !== undefined && originOf(url.replace(/^ws/, 'http')) === development

function sendDevelopmentHeaders(session: Session, origin: string): void {
	const headers = Object.entries(securityHeaders(developmentPolicy(origin))).map(([name, value]) => [name, [value]])
	session.webRequest.onHeadersReceived({ urls: [`${origin}/*`] }, ({ responseHeaders }, answer) => {
		answer({ responseHeaders: { ...responseHeaders, ...Object.fromEntries(headers) } })
	})
}
