/** A pack folder's text files. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackFiles } from '#domain/packs/compile.ts'
import { Failure } from '../failure.ts'

const largestFile = 4_000_000
const folders = ['', 'articles', 'tropes', 'comparisons']

/** Reads the files of a pack folder, one level deep. Hidden files are passed over. @throws Failure when it is no pack. */
export async function readPackFiles(directory: string): Promise<PackFiles> {
	const found = await stat(directory).catch(() => undefined)
	if (!found?.isDirectory())
		throw new Failure('NOT_FOUND', `There is no folder ${directory}.`, 'Name the folder that holds pack.yaml.')
	const files = new Map<string, string>()
	for (const folder of folders) {
		const entries = await readdir(join(directory, folder), { withFileTypes: true }).catch(() => [])
		for (const entry of entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))) {
			const path = join(directory, folder, entry.name)
			const { size } = await stat(path)
			if (size > largestFile)
				throw new Failure('TOO_LARGE', `${path} is larger than ${largestFile / 1e6} MB.`, 'Split the file.')
			files.set(folder ? `${folder}/${entry.name}` : entry.name, await readFile(path, 'utf8'))
		}
	}
	if (!files.has('pack.yaml'))
		throw new Failure(
			'NOT_FOUND',
			`${directory} is not a pack: it has no pack.yaml.`,
			'Name the folder that holds pack.yaml.',
		)
	return files
}

/** @returns the pack folders at a path: the folder itself, or those right below it. */
export async function packFoldersAt(directory: string): Promise<string[]> {
	const entries = await readdir(directory, { withFileTypes: true }).catch(() => [])
	if (entries.some((entry) => entry.name === 'pack.yaml')) return [directory]
	const below = await Promise.all(
		entries
			.filter((entry) => entry.isDirectory())
			.map(async (entry) => {
				const path = join(directory, entry.name)
				return (await stat(join(path, 'pack.yaml')).catch(() => undefined)) ? [path] : []
			}),
	)
	return below.flat().sort()
}
