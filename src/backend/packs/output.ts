/** Compiled packs on disk: `<pack>.json` and `<pack>.index.json` in one folder. */
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CompiledIndex, type CompiledPack, compiledFormat } from '#domain/packs/compiled.ts'
import { shareable, writeWhole } from '../data-folder/durable.ts'
import { Failure } from '../failure.ts'

/** Writes a compiled pack; a reader sees the old files or the new ones, never half a file. */
export async function writeCompiled(directory: string, compiled: CompiledPack, index: CompiledIndex): Promise<void> {
	await mkdir(directory, { recursive: true })
	for (const [name, value] of [
		[`${compiled.pack.id}.json`, compiled],
		[`${compiled.pack.id}.index.json`, index],
	] as const) {
		writeWhole(join(directory, name), JSON.stringify(value), shareable)
	}
}

/** @returns the names of the packs compiled into a folder, in order. @throws Failure when there is none */
export async function compiledPacks(directory: string): Promise<string[]> {
	const names = (await readdir(directory).catch(() => [])).filter((name) => /^[a-z0-9-]+\.json$/.test(name)).sort()
	if (!names.length)
		throw new Failure(
			'UNAVAILABLE',
			'The library is missing.',
			'Install Parallax again, or run npm run build in a checkout.',
		)
	return names.map((name) => name.replace(/\.json$/, ''))
}

/** Reads a compiled pack. @throws Failure when it is damaged or was compiled for another version */
export const readPack = (directory: string, name: string): Promise<CompiledPack> =>
	read<CompiledPack>(directory, `${name}.json`)

/** Reads a compiled pack's index. @throws Failure when it is damaged or was compiled for another version */
export const readIndex = (directory: string, name: string): Promise<CompiledIndex> =>
	read<CompiledIndex>(directory, `${name}.index.json`)

async function read<T extends { format: number }>(directory: string, file: string): Promise<T> {
	let value: T
	try {
		value = JSON.parse(await readFile(join(directory, file), 'utf8')) as T
	} catch (cause) {
		throw new Failure('DAMAGED', `The pack file ${file} cannot be read.`, 'Install the pack again.', { cause })
	}
	if (value.format === compiledFormat) return value
	throw new Failure('DAMAGED', `The pack file ${file} was compiled for another version.`, 'Install the pack again.')
}
