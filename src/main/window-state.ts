/** What the window remembers from one start to the next: `desktop-window.json` in the workspace. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from '#contract/jitless.ts'
import { defaultSettings, Settings } from '#contract/workspace.ts'
import { largestZoom, smallestZoom } from './zoom.ts'

// Far beyond any screen, and far within what window systems count with.
const coordinate = z.int().min(-100_000).max(100_000)
const length = z.int().min(1).max(100_000)

/** Anything missing or odd counts as never remembered; the rest is kept. */
const WindowState = z
	.object({
		/** Place and size of the window when it is neither maximised nor in full screen. */
		bounds: z.object({ x: coordinate, y: coordinate, width: length, height: length }).nullable().catch(null),
		maximised: z.boolean().catch(false),
		/** Per cent. */
		zoom: z.int().min(smallestZoom).max(largestZoom).catch(100),
		/** The theme as last set: the window's first colour must not wait for the database. */
		theme: Settings.shape.theme.catch(defaultSettings.theme),
	})
	.catch({ bounds: null, maximised: false, zoom: 100, theme: defaultSettings.theme })

export type WindowState = z.infer<typeof WindowState>

const fileIn = (dataDir: string) => join(dataDir, 'desktop-window.json')

/** @returns what was remembered, or what a first start has. Never throws. */
export function readWindowState(dataDir: string): WindowState {
	let content: unknown
	try {
		content = JSON.parse(readFileSync(fileIn(dataDir), 'utf8'))
	} catch {
		// Not there yet, or not readable: a first start.
	}
	return WindowState.parse(content)
}

/** Writes the state aside and moves it into place, so that a crash leaves the old or the new file, whole. */
export function writeWindowState(dataDir: string, state: WindowState): void {
	const file = fileIn(dataDir)
	writeFileSync(`${file}.new`, `${JSON.stringify(state, null, '\t')}\n`)
	renameSync(`${file}.new`, file)
}
