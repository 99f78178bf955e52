/** Compiled packs on disk: `<pack>.json` and `<pack>.index.json` in one folder. */
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CompiledIndex, type CompiledPack, compiledFormat } from '#domain/packs/compiled.ts'
import { Failure } from '../failure.ts'

/** Writes a compiled pack; a reader sees the old files or the new ones, never half a file. */
export async function writeCompiled(directory: string, compiled: CompiledPack, index: CompiledIndex): Promise<void> {
	await mkdir(directory, { recursive: true })
	for (const [name, value] of [
		[`${compiled.pack.id}.json`, compiled],
		[`${compiled.pack.id}.index.json`, index],
	] as const) {
		const aside = join(directory, `.${name}.${process.pid}`)
		await writeFile(aside, JSON.stringify(value))
		await rename(aside, join(directory, name))
	}
}

export interface LoadedPack {
	compiled: CompiledPack
	index: CompiledIndex
}

/** Reads all compiled packs of a folder. @throws Failure when there is none or one was compiled for another version. */
export async function readCompiled(directory: string): Promise<LoadedPack[]> {
	const names = (await readdir(directory).catch(() => [])).filter((name) => /^[a-z0-9-]+\.json$/.test(name)).sort()
	if (!names.length)
		throw new Failure(
			'UNAVAILABLE',
			'The library is missing.',
			'Install Parallax again, or run npm run build in a checkout.',
		)
	return Promise.all(
		names.map(async (name) => {
			const read = async (file: string) => {
				try {
					return JSON.parse(await readFile(join(directory, file), 'utf8')) as { format: number }
				} catch (cause) {
					throw new Failure('DAMAGED', `The pack file ${file} cannot be read.`, 'Install the pack again.', { cause })
				}
			}
			const [compiled, index] = await Promise.all([read(name), read(name.replace(/\.json$/, '.index.json'))])
			if (compiled.format !== compiledFormat || index.format !== compiledFormat)
				throw new Failure('DAMAGED', `The pack ${name} was compiled for another version.`, 'Install the pack again.')
			return { compiled: compiled as CompiledPack, index: index as CompiledIndex }
		}),
	)
}
