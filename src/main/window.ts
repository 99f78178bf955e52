/** The app's window: made hidden, shown with its first frame, never able to reach beyond the bridge. */
import { existsSync } from 'node:fs'
import { BrowserWindow, screen } from 'electron'
import { fitBounds, type Rectangle, smallestSize } from './window-bounds.ts'
import type { WindowState } from './window-state.ts'

export interface WindowOptions {
	preload: string
	/** The picture for systems that ask the window for one, where it was built. */
	icon: string
	state: WindowState
	/** The colour before the first frame. */
	background: string
	/** Whether developer tools may be opened. */
	development: boolean
}

/** @returns what a window's page may do: speak over the bridge, and no more */
export const safePreferences = (preload: string, development: boolean) => ({
	preload,
	sandbox: true,
	contextIsolation: true,
	nodeIntegration: false,
	nodeIntegrationInWorker: false,
	nodeIntegrationInSubFrames: false,
	webSecurity: true,
	webviewTag: false,
	spellcheck: false,
	devTools: development,
})

/** Makes the window where it stood last, as far as the screens allow; its contents are not loaded yet. */
export function createWindow({ preload, icon, state, background, development }: WindowOptions): BrowserWindow {
	const window = new BrowserWindow({
		title: 'Parallax',
		...fitBounds(state.bounds, workAreas()),
		minWidth: smallestSize.width,
		minHeight: smallestSize.height,
		show: false,
		backgroundColor: background,
		...(process.platform === 'linux' && existsSync(icon) && { icon }),
		webPreferences: safePreferences(preload, development),
	})
	const { maximised } = state
	window.once('ready-to-show', () => {
		// Maximising shows the window, so it waits for this.
		if (maximised) window.maximize()
		window.show()
	})
	return window
}

/** @param zoom in per cent */
export function applyZoom(window: BrowserWindow, zoom: number): void {
	const { webContents } = window
	if (Math.abs(webContents.getZoomFactor() - zoom / 100) > 0.005) webContents.setZoomFactor(zoom / 100)
}

/** Brings the window to the front, wherever it is hidden. */
export function bringToFront(window: BrowserWindow): void {
	if (window.isMinimized()) window.restore()
	window.show()
	window.focus()
}

function workAreas(): [Rectangle, ...Rectangle[]] {
	const primary = screen.getPrimaryDisplay()
	const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
	return [primary.workArea, ...others.map(({ workArea }) => workArea)]
}
