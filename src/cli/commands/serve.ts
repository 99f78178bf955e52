import { settleData } from '#backend/data-folder/settle.ts'
import type { HostInfo } from '#backend/host-lock.ts'
import { takeHostLock } from '#backend/host-lock.ts'
import { startServer } from '#server/index.ts'
import { loopbackAddress } from '#server/loopback.ts'
import type { Call, Command } from '../command.ts'
import { openFor } from '../open.ts'
import { canOpenBrowser, openBrowser } from '../open-browser.ts'
import { wholeNumber } from '../options.ts'
import { stopped } from '../stopped.ts'
import { Usage } from '../usage.ts'

/** Says where the program runs already, in place of starting it a second time. */
async function handOver({ answer }: Call, other: { host: HostInfo; knock(): Promise<void> }): Promise<number> {
	await other.knock()
	const { kind, url } = other.host
	const host = kind === 'desktop' ? 'as the desktop app; its window comes to the front' : 'already'
	await answer(url ? { url } : { host: kind }, () => `Parallax is running ${host}${url ? `. Open ${url}` : '.'}\n`)
	return 0
}

/** What a host that starts again keeps, so that its pages find it. */
interface Kept {
	port: number
	token: string
}

/** Runs the host once. @returns what to start it again with, or undefined when it was stopped. */
async function runHost(
	call: Call,
	lock: { update(url: string): void },
	whenKnocked: { open(): void },
	kept: Kept | undefined,
): Promise<Kept | undefined> {
	const { values, io, places, place, answer } = call
	const again = new AbortController()
	const seen = canOpenBrowser(io.env)
	const backend = await openFor('browser', place, places, io, {
		...(seen && { openFolder: async (path) => openBrowser(path) }),
		restart: () => again.abort(),
	})
	try {
		const server = await startServer({
			backend,
			rendererDir: places.rendererDir,
			port: kept?.port ?? wholeNumber(values, 'port', 0, 65535),
			token: kept?.token,
			host: typeof values.host === 'string' ? values.host : undefined,
			env: io.env,
		})
		try {
			lock.update(server.url)
			if (!values['no-open'] && seen) whenKnocked.open = () => openBrowser(server.onceUrl())
			if (!kept) {
				await answer({ url: server.url }, () => `Parallax is running. Open ${server.url} (Ctrl-C stops it).\n`)
				whenKnocked.open()
			}
			await stopped(AbortSignal.any([io.stop, again.signal]))
			if (io.stop.aborted) return undefined
			return { port: server.port, token: new URL(server.url).searchParams.get('token') ?? '' }
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
		let kept: Kept | undefined
		do {
			const place = await settleData(call.place, 'browser', (sentence) => call.io.err(`${sentence}\n`))
			const lock = await takeHostLock(place.dataDir, { kind: 'browser' }, () => whenKnocked.open())
			if (!lock.held) return await handOver(call, lock)
			try {
				kept = await runHost({ ...call, place }, lock, whenKnocked, kept)
			} finally {
				await lock.release()
			}
			call = { ...call, place }
		} while (kept)
		return 0
	},
}
