/** The local socket (a named pipe on Windows) by which a second host finds the running one. */
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Failure } from '../failure.ts'

export type Taken = { close(): Promise<void> } | { address: string }

/** How long a socket's path may be, in bytes, on the system that allows least. */
const longestPath = 100
/** Milliseconds that a host has for an answer. */
const patience = 3000

/** @returns where to listen: beside the data, and among the temporary files where that is too deep or the disk has no sockets. */
export function socketAddresses(dataDir: string): string[] {
	const key = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16)
	if (process.platform === 'win32') return [`\\\\.\\pipe\\parallax-${key}`]
	const beside = join(resolve(dataDir), 'host.sock')
	const elsewhere = join(tmpdir(), `parallax-${process.getuid?.() ?? 0}-${key}.sock`)
	return Buffer.byteLength(beside) < longestPath ? [beside, elsewhere] : [elsewhere]
}

/**
 * Listens at the first address that can be had. What a killed host has left behind is cleared away: only one process at a time
 * may do this, or two would clear away each other's.
 * @returns how to stop listening, or the address at which a living host has been found
 */
export async function listenAsHost(addresses: readonly string[], onKnock: () => void): Promise<Taken> {
	let failed: NodeJS.ErrnoException | undefined
	for (const address of addresses) {
		const { server, close } = createHost(onKnock)
		failed = await listen(server, address)
		if (failed?.code === 'EADDRINUSE') {
			// One that is there and does not answer is alive all the same: stopped, or too busy.
			if ((await callHost(address, 'anyone')) !== 'nobody') return { address }
			clearAway(address)
			failed = await listen(server, address)
		}
		if (!failed) return { close }
	}
	throw new Failure('UNAVAILABLE', 'The workspace cannot be locked.', 'Choose another data folder.', { cause: failed })
}

/** What cannot be cleared away is in the way still, and the next address is tried. A pipe of Windows ends with its process. */
function clearAway(address: string): void {
	if (process.platform === 'win32') return
	try {
		rmSync(address, { force: true })
	} catch {}
}

/** Calls whoever listens at an address. @returns what became of it */
export function callHost(address: string, word: 'knock' | 'anyone'): Promise<'answered' | 'silent' | 'nobody'> {
	return new Promise((done) => {
		let outcome: 'answered' | 'silent' | 'nobody' = 'nobody'
		const socket = createConnection(address, () => {
			outcome = 'silent'
			socket.write(word)
		})
		socket.setTimeout(patience, () => socket.destroy())
		socket.on('data', () => {
			outcome = 'answered'
			socket.destroy()
		})
		socket.on('error', () => {})
		socket.on('close', () => done(outcome))
	})
}

function createHost(onKnock: () => void): { server: Server; close(): Promise<void> } {
	const callers = new Set<Socket>()
	const server = createServer((socket) => {
		callers.add(socket)
		socket.unref()
		socket.on('error', () => {})
		socket.on('close', () => callers.delete(socket))
		socket.once('data', (word) => {
			if (String(word) === 'knock') onKnock()
			socket.end('here')
		})
	})
	server.unref()
	const close = () =>
		new Promise<void>((done) => {
			server.close(() => done())
			for (const caller of callers) caller.destroy()
		})
	return { server, close }
}

const listen = (server: Server, address: string) =>
	new Promise<NodeJS.ErrnoException | undefined>((done) => {
		server.once('error', done)
		server.listen(address, () => {
			server.off('error', done)
			server.on('error', () => {})
			done(undefined)
		})
	})
