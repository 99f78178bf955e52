/** The command line within the test's own process, on a workspace and a library that are thrown away. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, vi } from 'vitest'
import { compilePack } from '#backend/packs/compile.ts'
import { readPackFiles } from '#backend/packs/files.ts'
import { writeCompiled } from '#backend/packs/output.ts'
import type { Io, Places } from '../../../src/cli/io.ts'
import { run } from '../../../src/cli/run.ts'

export const fixturePacks = join(import.meta.dirname, '..', '..', 'fixtures', 'library')

export interface Ran {
	code: number
	out: string
	err: string
}

export interface CommandLine {
	folder: string
	dataDir: string
	places: Places
	/** Runs one command on the workspace. */
	run(argv: string[], io?: Partial<Io>): Promise<Ran>
	/** Runs one command with --json. @returns the document that it printed. */
	json(...argv: string[]): Promise<unknown>
}

/** Makes everything before the tests of a file and takes it away after them. */
export function useCommandLine(): () => CommandLine {
	// Generous: every command opens and closes the program, on machines that may have much else to do.
	vi.setConfig({ hookTimeout: 60_000, testTimeout: 30_000 })
	let line: CommandLine
	let folder: string
	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'parallax-cli-'))
		const result = compilePack(await readPackFiles(join(fixturePacks, 'small')))
		if (!result.compiled) throw new Error(JSON.stringify(result.faults))
		await writeCompiled(join(folder, 'packs'), result.compiled, result.index)
		const resources = join(import.meta.dirname, '../../../resources')
		for (const name of ['styles', 'templates']) cpSync(join(resources, name), join(folder, name), { recursive: true })
		mkdirSync(join(folder, 'renderer'))
		writeFileSync(join(folder, 'renderer', 'index.html'), '<!doctype html><title>Parallax</title>')
		const places: Places = {
			packsDir: join(folder, 'packs'),
			packSources: fixturePacks,
			rendererDir: join(folder, 'renderer'),
			version: '9.8.7',
		}
		const dataDir = join(folder, 'workspace')
		async function ran(argv: string[], io: Partial<Io> = {}): Promise<Ran> {
			let [out, err] = ['', '']
			const world: Io = {
				out: (text) => {
					out += text
				},
				err: (text) => {
					err += text
				},
				width: 80,
				watched: false,
				env: {},
				stop: new AbortController().signal,
				...io,
			}
			const code = await run([...argv, '--data', dataDir], world, places)
			return { code, out, err }
		}
		line = {
			folder,
			dataDir,
			places,
			run: ran,
			async json(...argv) {
				const { code, out, err } = await ran([...argv, '--json'])
				if (code !== 0 || err !== '') throw new Error(`exit ${code}: ${err}`)
				return JSON.parse(out)
			},
		}
	})
	afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
	return () => line
}
