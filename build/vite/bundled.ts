/** Notes which files of node_modules went into a bundle, so that the licence notices name what ships and nothing else. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Plugin } from 'vite'
import { inRoot } from '../lib/paths.ts'

export const bundledFile = (part: string): string => inRoot(`out/build/bundled-${part}.json`)

/** @param part which of the bundles this is: main, preload, renderer */
export function noteBundled(part: string): Plugin {
	return {
		name: 'parallax:note-bundled',
		// Development bundles differ, and do not ship.
		apply: (_config, { command, mode }) => command === 'build' && mode === 'production',
		enforce: 'post',
		generateBundle(_options, bundle) {
			const files = new Set<string>()
			for (const output of Object.values(bundle)) {
				// Fonts and other files that styles name are known by where they came from.
				if (output.type === 'asset') for (const name of output.originalFileNames) files.add(name)
				else
					for (const [id, { renderedLength }] of Object.entries(output.modules)) if (renderedLength > 0) files.add(id)
			}
			const file = bundledFile(part)
			mkdirSync(dirname(file), { recursive: true })
			const packaged = [...files].filter((id) => id.includes('node_modules')).sort()
			writeFileSync(file, JSON.stringify(packaged, null, '\t'))
		},
	}
}
