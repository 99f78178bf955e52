/** Writes out/notices.json: name, version, licence and licence text of everything that ships. Run after the bundles. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { inRoot, root } from './lib/paths.ts'
import { extraNotices } from './notices/extras.ts'
import { faultOf, type Lock, noticesOf } from './notices/packages.ts'
import { bundledFile } from './vite/bundled.ts'

const lock = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')) as Lock
// Development runs before any bundle is made; the notices are empty then.
const files = ['main', 'preload', 'renderer', 'follower']
	.map(bundledFile)
	.filter((file) => existsSync(file))
	.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as string[])

try {
	const packages = noticesOf(root, lock, files)
	const extras = extraNotices(packages)
	const faults = extras.map(faultOf).filter((fault) => fault !== undefined)
	if (faults.length > 0) throw new Error(faults.join('\n'))
	writeFileSync(inRoot('out/notices.json'), JSON.stringify([...packages, ...extras]))
} catch (error) {
	console.error((error as Error).message)
	process.exitCode = 1
}
