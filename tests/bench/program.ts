/** Starts the built program in a process of its own and speaks to it (children/program.mjs is its other end). */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { inRoot } from '../../build/lib/paths.ts'

export interface Did {
	/** Milliseconds until the answer. */
	took: number
	/** Milliseconds of the longest turn of the host's event loop since the last question. */
	longestDelay: number
	/** Resident memory of the process in MB (10⁶ bytes). */
	memory: number
}

export interface Program {
	/** Milliseconds from the start of the process until settings, and the library's list, had been answered. */
	readonly settings: number
	readonly library: number
	/** Has it search, open a comparison, or only tell how it is. */
	ask(what: { query?: string; comparison?: string }): Promise<Did>
	/** Ends it and removes its workspace. */
	end(): Promise<void>
}

/** Starts the program over a fresh workspace. @param packsDir folder of compiled packs */
export async function startProgram(packsDir: string = inRoot('out/packs')): Promise<Program> {
	const folder = mkdtempSync(join(tmpdir(), 'parallax-bench-'))
	const built = entries()
	const start = performance.now()
	const child = spawnNode([inRoot('tests/bench/children/program.mjs'), ...built, join(folder, 'workspace'), packsDir])
	const closed = once(child, 'close')
	const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]()
	const next = async (): Promise<unknown> => {
		const { value, done } = await lines.next()
		if (done) throw new Error('The program has ended before its time; what it said stands above.')
		return JSON.parse(value)
	}
	await next()
	const settings = performance.now() - start
	await next()
	const library = performance.now() - start
	return {
		settings,
		library,
		async ask(what) {
			child.stdin?.write(`${JSON.stringify(what)}\n`)
			return (await next()) as Did
		},
		async end() {
			child.stdin?.end()
			await closed
			rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
		},
	}
}

/** @returns milliseconds from the start of `node -e 0` to its end. */
export async function timeBareNode(): Promise<number> {
	const start = performance.now()
	await once(spawnNode(['-e', '0']), 'exit')
	return performance.now() - start
}

/** @returns the resident memory of a Node that does nothing, in MB (10⁶ bytes). */
export async function memoryOfBareNode(): Promise<number> {
	const child = spawnNode(['-e', 'setTimeout(() => console.log(process.memoryUsage().rss / 1e6), 300)'])
	const [said] = await once(child.stdout as NodeJS.ReadableStream, 'data')
	return Number(said)
}

/** The module of the build that holds the program, under whatever name the bundler gave it, and those of its workers. */
function entries(): [program: string, library: string, annotations: string] {
	const holding = globSync('out/main/chunk-*.js', { cwd: inRoot('.') }).filter((file) =>
		readFileSync(inRoot(file), 'utf8').includes('function openBackend('),
	)
	const [program, ...more] = holding
	if (!program || more.length) throw new Error('One chunk of out/main should hold openBackend.')
	return [inRoot(program), inRoot('out/main/library-worker.js'), inRoot('out/main/annotations-worker.js')]
}

const spawnNode = (args: string[]): ChildProcess =>
	spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
