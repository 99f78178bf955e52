/** The programs of installed packages, as files that Node can run: no shell, no .cmd, the same on every system. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from './paths.ts'

/**
 * @param pack name of an installed package
 * @param name which of its programs; left out, the one named after the package (without its scope)
 * @returns the absolute path of the program's JavaScript file
 */
export function binOf(pack: string, name = pack.replace(/^@.*\//, '')): string {
	const folder = inRoot(`node_modules/${pack}`)
	const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
		bin: string | Record<string, string>
	}
	const file = typeof bin === 'string' ? bin : bin[name]
	if (!file) throw new Error(`${pack} has no program called ${name}`)
	return join(folder, file)
}
