/** The way back when a window's page crashes or hangs. What the reader saved is safe: it lies in the backend, not in the page. */
import type { BrowserWindow } from 'electron'
import type { Ask } from './ask.ts'
import type { Log } from './log.ts'

/** A page that crashes again within this time is not reloaded unasked, in milliseconds. */
const patience = 60_000

export interface CrashHandling {
	ask: Ask
	log: Log
	quit(): void
	/** Milliseconds; tests give their own clock. */
	now(): number
}

/** Watches a window: the first crash reloads it, another one soon after asks; a page that hangs can be reloaded or waited for. */
export function watchForCrashes(window: BrowserWindow, { ask, log, quit, now }: CrashHandling): void {
	const { webContents } = window
	let lastCrash = Number.NEGATIVE_INFINITY
	let asking = false
	let endingHung = false

	async function question(put: () => Promise<void>) {
		if (asking) return
		asking = true
		await put().finally(() => {
			asking = false
		})
	}

	webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
		if (reason === 'clean-exit' || window.isDestroyed()) return
		if (endingHung) {
			endingHung = false
			return
		}
		log(`the page stopped: ${reason} (${exitCode})`)
		const again = now() - lastCrash < patience
		lastCrash = now()
		if (!again) return webContents.reload()
		void question(async () => {
			const answer = await ask({
				kind: 'error',
				message: 'The window stopped working twice within a minute.',
				detail: 'What you saved is safe. Reload the window; if it stops again, quit Parallax and start it anew.',
				buttons: ['Reload', 'Quit'],
			})
			if (answer === 1) quit()
			else if (!window.isDestroyed()) webContents.reload()
		})
	})

	window.on('unresponsive', () => {
		log('the page does not answer')
		void question(async () => {
			const answer = await ask({
				kind: 'warning',
				message: 'The window does not answer at the moment.',
				detail: 'Wait if it has much to do. Reloading is safe for what you saved, but loses what you are typing.',
				buttons: ['Wait', 'Reload'],
			})
			if (answer !== 1 || window.isDestroyed()) return
			// A page that hangs would not hear a plain reload.
			endingHung = true
			webContents.forcefullyCrashRenderer()
			webContents.reload()
		})
	})
	webContents.on('preload-error', (_event, _path, error) => log('the preload failed', error))
}
