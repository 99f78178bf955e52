/** Every way in which the contract is carried, each behind the same two doors: a typed client, and a line for hostile text. */
import { Worker } from 'node:worker_threads'
import { WebSocket } from 'ws'
import type { Backend } from '#backend/index.ts'
import { loopPort } from '#backend/rpc/loop.ts'
import type { Client, RoomClient } from '#contract/index.ts'
import { createClient, type Port } from '#contract/port.ts'
import { ipcPort } from '#renderer/client/ipc-port.ts'
import { openSocketPort } from '#renderer/client/socket-port.ts'
import { startServer } from '#server/index.ts'
import { bindContents } from '../../../src/main/ipc.ts'
import { sourceWorkers } from '../../unit/support/workers.ts'
import { appOrigin, fakeWindow } from './fake-electron.ts'
import { type Line, makeLine } from './line.ts'

export interface Program {
	backend: Pick<Backend, 'connect' | 'connectRoom'>
	/** Compiled packs, for a transport that opens the library itself. */
	packsDir: string
}

export interface Opened {
	client: Client
	/** Opens a connection of its own, past the client. */
	line(): Promise<Line>
	/** Opens the line of an audience view, where the transport has one: a client of it, and what hostile code would use. */
	room?(): Promise<{ client: RoomClient; line: Line; received: readonly string[] }>
	close(): Promise<void>
}

export interface Transport {
	name: string
	/** Whether it carries the whole contract, or the library's part alone. */
	whole: boolean
	open(program: Program): Promise<Opened>
}

const inProcess: Transport = {
	name: 'in process',
	whole: true,
	async open({ backend }) {
		const port = loopPort((send) => backend.connect(send))
		return {
			client: createClient<Client>(port),
			async line() {
				const line = makeLine((text) => connection.receive(text))
				const connection = backend.connect(line.take)
				return line
			},
			async close() {
				port.close()
			},
		}
	},
}

const socket: Transport = {
	name: 'WebSocket',
	whole: true,
	async open({ backend }) {
		const server = await startServer({ backend: backend as Backend, rendererDir: import.meta.dirname, env: {} })
		const { origin, host, searchParams } = new URL(server.url)
		const headers = { Origin: origin, Cookie: `parallax-${server.port}=${searchParams.get('token')}` }
		// Node's own WebSocket cannot say where it comes from; that of ws has the same interface.
		const makeSocket = () => new WebSocket(`ws://${host}/rpc`, { headers })
		const port = openSocketPort('', { makeSocket: () => makeSocket() as unknown as globalThis.WebSocket })
		return {
			client: createClient<Client>(port),
			line() {
				const raw = makeSocket()
				const line = makeLine((text) => raw.send(text))
				raw.on('message', (data) => line.take(data.toString()))
				return new Promise((resolve, reject) => {
					raw.on('open', () => resolve(line))
					raw.on('error', reject)
				})
			},
			async close() {
				port.close()
				await server.close()
			},
		}
	},
}

const ipc: Transport = {
	name: 'Electron IPC',
	whole: true,
	async open({ backend }) {
		const openWindow = () => {
			const window = fakeWindow()
			bindContents(window.contents, Promise.resolve(backend), new Set([appOrigin]), () => {})
			windows.push(window)
			return window
		}
		const windows: ReturnType<typeof fakeWindow>[] = []
		const client = createClient<Client>(ipcPort(await openWindow().loadDocument()))
		return {
			client,
			async line() {
				const window = openWindow()
				const id = crypto.randomUUID()
				const line = makeLine((text) => window.sendFrom(window.mainFrame, id, text))
				window.hear(id, line.take)
				return line
			},
			async close() {
				for (const window of windows) window.emit('destroyed')
			},
		}
	},
}

const worker: Transport = {
	name: 'worker thread',
	whole: false,
	async open({ packsDir }) {
		const workers: Worker[] = []
		const start = () => {
			const started = new Worker(sourceWorkers.library, { workerData: { packsDir } })
			workers.push(started)
			return started
		}
		const own = start()
		const port: Port = {
			postMessage: (message) => own.postMessage(message),
			addEventListener(type: 'message' | 'close', listener: (event: { data: unknown }) => void) {
				if (type === 'message') own.on('message', (data) => listener({ data }))
				else own.on('exit', () => listener({ data: undefined }))
			},
		}
		return {
			client: createClient<Client>(port),
			async line() {
				const raw = start()
				const line = makeLine((text) => raw.postMessage(text))
				raw.on('message', line.take)
				return line
			},
			async close() {
				await Promise.all(workers.map((each) => each.terminate()))
			},
		}
	},
}

export const transports: readonly Transport[] = [inProcess, worker, socket, ipc]
/** Those that carry the whole contract. */
export const wholeTransports: readonly Transport[] = transports.filter(({ whole }) => whole)
