/** Notes where the window stands while it is moved about, and keeps the note on disk. */
import type { BrowserWindow } from 'electron'
import type { WindowState } from './window-state.ts'

/** How long the window must have stood still before its place is written, in milliseconds. */
const pause = 400

/**
 * @param state changed in place
 * @param save writes the state; called when the window has come to rest, and when it closes
 */
export function rememberWindow(window: BrowserWindow, state: WindowState, save: () => void): void {
	let timer: NodeJS.Timeout | undefined

	const note = () => {
		if (window.isDestroyed() || window.isMinimized()) return
		state.maximised = window.isMaximized()
		if (!window.isFullScreen()) state.bounds = window.getNormalBounds()
	}
	const later = () => {
		note()
		clearTimeout(timer)
		timer = setTimeout(save, pause)
	}
	const now = () => {
		note()
		clearTimeout(timer)
		save()
	}

	window.on('resize', later)
	window.on('move', later)
	window.on('maximize', later)
	window.on('unmaximize', later)
	window.on('close', now)
}
