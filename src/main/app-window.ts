/** The app's one window with all that belongs to it: bolts, bridge, crash handling, memory of its place and zoom. */
import { type BrowserWindow, Menu, shell } from 'electron'
import type { Backend } from '#backend/index.ts'
import type { Ask } from './ask.ts'
import { contextMenuTemplate } from './context-menu.ts'
import { watchForCrashes } from './crash.ts'
import { bindContents } from './ipc.ts'
import { type Log, limited } from './log.ts'
import { appOrigin } from './origins.ts'
import { rememberWindow } from './remember-window.ts'
import { hardenContents } from './security.ts'
import { applyZoom, createWindow } from './window.ts'
import type { WindowState } from './window-state.ts'
import type { ZoomStep } from './zoom.ts'

export interface AppWindowOptions {
	/** Path of the built preload. */
	preload: string
	/** Path of the window's picture. */
	icon: string
	/** The development server's origin, where one is in use. */
	development: string | undefined
	/** The program, maybe still opening: the window does not wait for it. */
	backend: Promise<Pick<Backend, 'connect'>>
	ask: Ask
	log: Log
	quit(): void
}

/**
 * Opens the window.
 * @param state what it remembers, changed in place; `save` writes it
 * @param background colour before the first frame
 * @param zoom called when the reader turns the wheel with Ctrl held
 */
export function openAppWindow(
	{ preload, icon, development, backend, ask, log, quit }: AppWindowOptions,
	{
		state,
		save,
		background,
		zoom,
		path = '/',
	}: {
		state: WindowState
		save: () => void
		background: string
		zoom: (step: ZoomStep) => void
		/** Where in the app it opens. */
		path?: string | undefined
	},
): BrowserWindow {
	const origin = development ?? appOrigin
	const own: ReadonlySet<string> = new Set([origin])
	const window = createWindow({ preload, icon, state, background, development: development !== undefined })
	const { webContents } = window

	hardenContents(webContents, own, (url) => {
		shell.openExternal(url).catch((error) => log('an address could not be opened outside', error))
	})
	const logRefusal = limited(log, 20)
	bindContents(webContents, backend, own, (reason) => logRefusal(`a message of the window was not answered: ${reason}`))
	watchForCrashes(window, { ask, log, quit, now: () => performance.now() })
	rememberWindow(window, state, save)
	// In each document anew: Chromium forgets the zoom with the process of a page.
	webContents.on('dom-ready', () => applyZoom(window, state.zoom))
	webContents.on('zoom-changed', (_event, direction) => zoom(direction))
	webContents.on('context-menu', (_event, params) => {
		const template = contextMenuTemplate(params)
		if (template.length > 0) Menu.buildFromTemplate(template).popup({ window })
	})
	window.loadURL(`${origin}${path}`).catch((error) => log('the window could not be loaded', error))
	return window
}
