import type { HostInfo } from '#backend/host-lock.ts'
import { takeHostLock } from '#backend/host-lock.ts'
import { startServer } from '#server/index.ts'
import { loopbackAddress } from '#server/loopback.ts'
import type { Call, Command } from '../command.ts'
import { openFor } from '../open.ts'
import { canOpenBrowser, openBrowser } from '../open-browser.ts'
import { wholeNumber } from '../options.ts'
import { Usage } from '../usage.ts'

/** Says where the program runs already, in place of starting it a second time. */
async function handOver({ answer }: Call, other: { host: HostInfo; knock(): Promise<void> }): Promise<number> {
	await other.knock()
	const { kind, url } = other.host
	const host = kind === 'desktop' ? 'as the desktop app; its window comes to the front' : 'already'
	await answer(url ? { url } : { host: kind }, () => `Parallax is running ${host}${url ? `. Open ${url}` : '.'}\n`)
	return 0
}

/** Resolves when the program is asked to stop. */
const stopped = (stop: AbortSignal): Promise<void> =>
	new Promise((resolve) => {
		if (stop.aborted) resolve()
		else stop.addEventListener('abort', () => resolve(), { once: true })
	})

async function runHost(call: Call, lock: { update(url: string): void }, whenKnocked: { open(): void }): Promise<void> {
	const { values, io, places, dataDir, answer } = call
	const backend = await openFor('browser', dataDir, places, io)
	try {
		const server = await startServer({
			backend,
			rendererDir: places.rendererDir,
			port: wholeNumber(values, 'port', 0, 65535),
			host: typeof values.host === 'string' ? values.host : undefined,
			env: io.env,
		})
		try {
			lock.update(server.url)
			if (!values['no-open'] && canOpenBrowser(io.env)) whenKnocked.open = () => openBrowser(server.onceUrl())
			await answer({ url: server.url }, () => `Parallax is running. Open ${server.url} (Ctrl-C stops it).\n`)
			whenKnocked.open()
			await stopped(io.stop)
		} finally {
			await server.close()
		}
	} finally {
		await backend.close()
	}
}

export const serve: Command = {
	words: ['serve'],
	takes: '[--port N] [--host H] [--no-open]',
	summary: 'run Parallax in a browser on this computer',
	options: ['port', 'host', 'no-open'],
	operands: [0, 0],
	async run(call) {
		const { host } = call.values
		wholeNumber(call.values, 'port', 0, 65535)
		if (typeof host === 'string' && !loopbackAddress(host)) {
			throw new Usage(
				`Parallax serves this computer only, and “${host}” is not one of its loopback addresses.`,
				'Leave --host out, or use 127.0.0.1.',
			)
		}
		// Whoever starts Parallax again is shown the one that runs.
		const whenKnocked = { open() {} }
		const lock = await takeHostLock(call.dataDir, { kind: 'browser' }, () => whenKnocked.open())
		if (!lock.held) return await handOver(call, lock)
		try {
			await runHost(call, lock, whenKnocked)
		} finally {
			await lock.release()
		}
		return 0
	},
}
