/** Puts FSRS's optimiser beside the scripts that run it. The package is made for browsers. */
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { inRoot } from '../lib/paths.ts'

const program = 'fsrs_browser_bg.wasm'

export const fsrsBrowser: Plugin = {
	name: 'parallax:fsrs-browser',
	// Its threads are those of a browser; Parallax runs it within one of its own.
	load: {
		filter: { id: /fsrs-browser\/snippets\/.*workerHelpers\.js$/ },
		handler: () => "export function startWorkers() { throw new Error('There are no threads here.') }",
	},
	buildStart() {
		const source = readFileSync(inRoot(`node_modules/fsrs-browser/${program}`))
		this.emitFile({ type: 'asset', fileName: program, source })
	},
}
