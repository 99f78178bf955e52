/** Starts the browser host as it is built, on a workspace of its own, and ends it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url))

export interface BrowserHost {
	/** The address with its token, which opens the app. Another one after a restart. */
	url: string
	/** The address that it serves under, without the token. */
	readonly origin: string
	/** Everything of it lies in here; it is the reader's own folder too. */
	readonly folder: string
	/** The environment it runs in: a command started in it has the same data. */
	readonly env: NodeJS.ProcessEnv
	/** Whether it has been out of reach on purpose: pages report each attempt to reach it then. */
	away: boolean
	/** Ends it in order and starts it again with the same port and workspace, as somebody does who closed it. */
	restart(): Promise<void>
	/** Ends it in order and removes the workspace. @returns its exit code */
	stop(): Promise<number | null>
}

interface Running {
	url: string
	end(): Promise<number | null>
}

/**
 * @param named whether the workspace is named with --data; else it is where a reader's is, in a home of its own
 * @throws Error with what the host said when it ends without an address
 */
export async function startBrowserHost({ named = true } = {}): Promise<BrowserHost> {
	const folder = mkdtempSync(join(tmpdir(), 'parallax-e2e-'))
	const dataDir = named ? join(folder, 'workspace') : undefined
	const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
	const { PARALLAX_DATA: _, ...rest } = process.env
	// Where each system keeps a program's data.
	const env = { ...rest, HOME: folder, XDG_DATA_HOME: folder, USERPROFILE: folder, LOCALAPPDATA: folder }
	let running = await serve(env, dataDir, '0').catch((error: Error) => {
		remove()
		throw error
	})
	const { origin, port } = new URL(running.url)
	const host: BrowserHost = {
		url: running.url,
		origin,
		folder,
		env,
		away: false,
		async restart() {
			host.away = true
			await running.end()
			running = await serve(env, dataDir, port)
			host.url = running.url
		},
		async stop() {
			host.away = true
			const code = await running.end()
			remove()
			return code
		},
	}
	return host
}

async function serve(env: NodeJS.ProcessEnv, dataDir: string | undefined, port: string): Promise<Running> {
	const args = [cli, 'serve', '--json', '--no-open', '--port', port, ...(dataDir ? ['--data', dataDir] : [])]
	const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env })
	const ended = once(child, 'close')
	const said = listen(child)
	const end = async () => {
		if (child.exitCode === null) child.kill('SIGINT')
		await ended
		return child.exitCode
	}
	const [line] = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended])
	if (typeof line === 'string') return { url: (JSON.parse(line) as { url: string }).url, end }
	await end()
	throw new Error(`The browser host ended with code ${child.exitCode}:\n${said()}`)
}

/** @returns a function that gives all that the process has written so far. */
function listen({ stdout, stderr }: ChildProcess): () => string {
	let said = ''
	for (const stream of [stdout, stderr]) {
		stream?.setEncoding('utf8').on('data', (text: string) => {
			said += text
		})
	}
	return () => said
}
