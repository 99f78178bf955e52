/** Tells whether sources have changed since the last build, from the sizes and times of their files. */
import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @param top the folder that the paths are relative to
 * @param paths files and folders; a missing one counts as a state too
 * @returns a hash that changes when a file is added, removed, written or resized
 */
export function stampOf(top: string, paths: readonly string[]): string {
	const hash = createHash('sha256')
	for (const path of paths) add(path)
	return hash.digest('hex')

	function add(path: string): void {
		const stat = lstatSync(join(top, path), { throwIfNoEntry: false })
		if (stat?.isDirectory()) for (const name of readdirSync(join(top, path)).sort()) add(`${path}/${name}`)
		else hash.update(`${path}\0${stat ? `${stat.size}\0${stat.mtimeMs}` : 'missing'}\n`)
	}
}

/** @returns the stamp that a build left in a file, or undefined when there is none. */
export function readStamp(file: string): string | undefined {
	try {
		return readFileSync(file, 'utf8')
	} catch {
		return undefined
	}
}
