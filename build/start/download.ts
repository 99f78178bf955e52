/**
 * Puts Electron's archive into Electron's own cache, the way its installer would, and prints one line of JSON for each
 * piece that comes. A process of its own, so that one that stands still can be ended.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inRoot } from '../lib/paths.ts'
import type { Progress } from './progress.ts'

interface Get {
	downloadArtifact(details: {
		version: string
		artifactName: string
		platform: string
		arch: string
		checksums: Record<string, string>
		cacheRoot?: string
		downloadOptions: { quiet: boolean; getProgressCallback: (progress: Progress) => Promise<void> }
	}): Promise<string>
}

const folder = inRoot('node_modules/electron')
const read = (name: string) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Record<string, string>

// Electron's dependency, found from where Electron is.
const get = createRequire(`${folder}/install.js`)('@electron/get') as Get
const { env } = process
try {
	await get.downloadArtifact({
		version: read('package.json').version ?? '',
		artifactName: 'electron',
		platform: env.ELECTRON_INSTALL_PLATFORM ?? env.npm_config_platform ?? process.platform,
		arch: env.ELECTRON_INSTALL_ARCH ?? env.npm_config_arch ?? process.arch,
		checksums: read('checksums.json'),
		...(env.electron_config_cache ? { cacheRoot: env.electron_config_cache } : {}),
		downloadOptions: {
			quiet: true,
			getProgressCallback: async ({ transferred, total }) => console.log(JSON.stringify({ transferred, total })),
		},
	})
} catch {
	// The caller says what follows from it in a sentence of its own.
	process.exitCode = 1
}
