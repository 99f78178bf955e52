/** What ships without being a package that a bundler sees: the desktop runtime, and data inside packages. */
import { readFileSync } from 'node:fs'
import type { Notice } from '#contract/host.ts'
import { inRoot } from '../lib/paths.ts'

const text = (name: string): string => readFileSync(new URL(`./texts/${name}.txt`, import.meta.url), 'utf8').trim()

/**
 * @param packages the notices of the bundled packages
 * @returns the notices to add to them
 */
export function extraNotices(packages: readonly Notice[]): Notice[] {
	const electron = JSON.parse(readFileSync(inRoot('node_modules/electron/package.json'), 'utf8')) as { version: string }
	const runtime = `with Electron ${electron.version}`
	const notices: Notice[] = [
		{
			name: 'Electron',
			version: electron.version,
			licence: 'MIT',
			text: readFileSync(inRoot('node_modules/electron/LICENSE'), 'utf8').trim(),
		},
		{ name: 'Chromium', version: runtime, licence: 'BSD-3-Clause', text: text('chromium') },
		{
			name: 'Node.js',
			version: runtime,
			licence: 'MIT',
			text: text('MIT').replace('<authors>', 'Node.js contributors'),
		},
	]
	const styles = packages.find(({ name }) => name === '@citation-js/plugin-csl')
	if (styles) {
		const version = `with ${styles.name} ${styles.version}`
		notices.push({ name: 'CSL styles and locales', version, licence: 'CC-BY-SA-3.0', text: text('csl') })
	}
	return notices
}
