/** Starts the browser host as it is built, on a workspace of its own, and ends it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url))

export interface BrowserHost {
	/** The address with its token, which opens the app. */
	url: string
	/** The address that it serves under, without the token. */
	origin: string
	dataDir: string
	/** Ends it in order and removes the workspace. @returns its exit code */
	stop(): Promise<number | null>
}

/** @throws Error with what the host said when it ends without an address */
export async function startBrowserHost(): Promise<BrowserHost> {
	const folder = mkdtempSync(join(tmpdir(), 'parallax-e2e-'))
	const dataDir = join(folder, 'workspace')
	const args = [cli, 'serve', '--json', '--no-open', '--port', '0', '--data', dataDir]
	const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
	const ended = once(child, 'close')
	let said = ''
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => {
			said += text
		})
	}
	const stop = async () => {
		if (child.exitCode === null) child.kill('SIGINT')
		await ended
		rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
		return child.exitCode
	}
	const [line] = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended])
	if (typeof line !== 'string') {
		await stop()
		throw new Error(`The browser host ended with code ${child.exitCode}:\n${said}`)
	}
	const { url } = JSON.parse(line) as { url: string }
	return { url, origin: new URL(url).origin, dataDir, stop }
}
