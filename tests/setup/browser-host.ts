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
	readonly dataDir: string
	/** Ends it in order and starts it again with the same port and workspace, as somebody does who closed it. */
	restart(): Promise<void>
	/** Ends it in order and removes the workspace. @returns its exit code */
	stop(): Promise<number | null>
}

interface Running {
	url: string
	end(): Promise<number | null>
}

/** @throws Error with what the host said when it ends without an address */
export async function startBrowserHost(): Promise<BrowserHost> {
	const folder = mkdtempSync(join(tmpdir(), 'parallax-e2e-'))
	const dataDir = join(folder, 'workspace')
	const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
	let running = await serve(dataDir, '0').catch((error: Error) => {
		remove()
		throw error
	})
	const { origin, port } = new URL(running.url)
	const host: BrowserHost = {
		url: running.url,
		origin,
		dataDir,
		async restart() {
			await running.end()
			running = await serve(dataDir, port)
			host.url = running.url
		},
		async stop() {
			const code = await running.end()
			remove()
			return code
		},
	}
	return host
}

async function serve(dataDir: string, port: string): Promise<Running> {
	const args = [cli, 'serve', '--json', '--no-open', '--port', port, '--data', dataDir]
	const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
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
