/** Addresses that begin with parallax://: the system hands them over, at a start or while the app runs. */
import type { App, WebContents } from 'electron'
import { addressScheme, pathAmong, pathOf } from '#contract/address.ts'
import { commandChannel } from './ipc.ts'

/**
 * Has the system hand such addresses to this app. Only where it is installed: from a checkout the system would remember a
 * program that may be gone tomorrow. (On Linux and macOS the installers say the same; see electron-builder.yml.)
 */
export function registerScheme(app: Pick<App, 'isPackaged' | 'setAsDefaultProtocolClient'>): void {
	if (app.isPackaged) app.setAsDefaultProtocolClient(addressScheme)
}

/**
 * Follows the addresses that come: among the words of a second start, or as an event on macOS.
 * @param words of this process's own command line
 * @param to `open` gets a path inside the windows; a second start without an address asks for the `front`
 * @returns what a window that is not open yet shall show first
 */
export function watchAddresses(
	app: Pick<App, 'on'>,
	words: readonly string[],
	to: { front(): void; open(path: string): void },
): { first(): string | undefined } {
	let waiting = pathAmong(words)
	let opened = false
	const go = (path: string | undefined) => {
		if (path === undefined) return to.front()
		if (opened) to.open(path)
		else waiting = path
	}
	app.on('second-instance', (_event, others) => go(pathAmong(others)))
	app.on('open-url', (event, url) => {
		event.preventDefault()
		go(pathOf(url))
	})
	return {
		first() {
			opened = true
			return waiting
		},
	}
}

/**
 * Shows what a path leads to. A page that is there goes by itself and keeps what it holds; one on its way is sent elsewhere.
 * @param origin of the app's pages
 */
export function showPath(
	contents: Pick<WebContents, 'isLoading' | 'loadURL' | 'send'>,
	origin: string,
	path: string,
): void {
	// A load that another one overtakes is no fault.
	if (contents.isLoading()) contents.loadURL(`${origin}${path}`).catch(() => {})
	else contents.send(commandChannel, 'open-address', path)
}
