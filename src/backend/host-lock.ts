/**
 * One host per workspace. The running host writes `host.json` and listens on a local socket (a named pipe on Windows); whoever
 * comes second finds it there and knocks, and the running one comes to the front.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export interface HostInfo {
	kind: 'desktop' | 'browser'
	pid: number
	/** Where a browser host can be opened, token included. */
	url?: string
}
export type HostLock =
	| { held: true; update(url: string): void; release(): Promise<void> }
	| { held: false; host: HostInfo; knock(): Promise<void> }

/** Takes the workspace's lock, or says which host has it. A lock whose host has died is taken over. */
export async function takeHostLock(
	dataDir: string,
	me: { kind: HostInfo['kind']; url?: string },
	onKnock: () => void,
): Promise<HostLock> {
	mkdirSync(dataDir, { recursive: true })
	const file = join(dataDir, 'host.json')
	const address = socketAddress(dataDir)
	const server = await listen(address, onKnock)
	if (!server) return { held: false, host: readInfo(file), knock: async () => void (await call(address, 'knock')) }
	const write = (info: HostInfo) => {
		// The address carries the run's token: for the owner's eyes alone.
		writeFileSync(`${file}.new`, JSON.stringify(info), { mode: 0o600 })
		renameSync(`${file}.new`, file)
	}
	const info: HostInfo = { ...me, pid: process.pid }
	write(info)
	return {
		held: true,
		update: (url) => write({ ...info, url }),
		release: () =>
			new Promise((done) => {
				rmSync(file, { force: true })
				server.close(() => done())
			}),
	}
}

/** Beside the data where the path is short enough for a socket (about 100 bytes), else among the temporary files. */
function socketAddress(dataDir: string): string {
	const key = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16)
	if (process.platform === 'win32') return `\\\\.\\pipe\\parallax-${key}`
	const beside = join(resolve(dataDir), 'host.sock')
	return Buffer.byteLength(beside) < 100 ? beside : join(tmpdir(), `parallax-${process.getuid?.() ?? 0}-${key}.sock`)
}

/** @returns a listening server, or undefined when a living host has the address. */
async function listen(address: string, onKnock: () => void): Promise<Server | undefined> {
	for (let attempt = 0; ; attempt++) {
		const server = createServer((socket) => {
			socket.on('error', () => {})
			socket.once('data', (word) => {
				if (String(word) === 'knock') onKnock()
				socket.end('here')
			})
		})
		const failed = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
			server.once('error', done)
			server.listen(address, () => done(undefined))
		})
		if (!failed) {
			server.unref()
			return server
		}
		if (failed.code !== 'EADDRINUSE' || attempt > 0) throw failed
		if (await call(address, 'anyone')) return undefined
		rmSync(address, { force: true }) // left behind by a host that was killed
	}
}

/** @returns whether a living host answered. */
function call(address: string, word: 'knock' | 'anyone'): Promise<boolean> {
	return new Promise((done) => {
		const socket = createConnection(address, () => socket.write(word))
		socket.setTimeout(3000, () => socket.destroy())
		let answered = false
		socket.on('data', () => {
			answered = true
			socket.destroy()
		})
		socket.on('error', () => {})
		socket.on('close', () => done(answered))
	})
}

/** What the running host says of itself; it may not have written it yet. */
function readInfo(file: string): HostInfo {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as HostInfo
	} catch {
		return { kind: 'desktop', pid: 0 }
	}
}
