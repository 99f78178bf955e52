/** Packages of Anki as files of a test. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CollectionSpec, type Format, type PackageParts, packageBytes } from '../../setup/anki.ts'
import { freshFolder } from './folder.ts'

/** Writes a package. @returns its path */
export function packageOf(
	spec: CollectionSpec,
	format: Format,
	{ name = 'deck.apkg', ...parts }: PackageParts & { name?: string } = {},
): string {
	const path = join(freshFolder(), name)
	writeFileSync(path, packageBytes(spec, format, parts))
	return path
}
