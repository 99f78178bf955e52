/** The browser host: the same program for a plain browser, on this computer's loopback address only. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Failure } from '#backend/failure.ts'
import type { Backend } from '#backend/index.ts'
import { devOriginFrom } from './dev-origin.ts'
import { makeFiles } from './files.ts'
import { makeGate } from './gate.ts'
import { hostAndPort, loopbackAddress } from './loopback.ts'
import { makeSecret } from './secrets.ts'
import { defaultLimits, type SocketLimits, serveSockets } from './sockets.ts'

export interface ServerOptions {
	backend: Backend
	/** Folder of the built renderer: out/renderer. */
	rendererDir: string
	/** 0, the default, takes a free one. */
	port?: number | undefined
	/** 127.0.0.1 by default; whatever is not loopback is refused. */
	host?: string | undefined
	/** The secret of this run; made fresh unless given. */
	token?: string | undefined
	limits?: Partial<SocketLimits>
	/** Where PARALLAX_DEV_RENDERER is read from. */
	env?: NodeJS.ProcessEnv
}

export interface RunningServer {
	/** The address that opens the app, with its token. */
	url: string
	port: number
	/** @returns an address that opens the app once, within a minute: for handing to another process. */
	onceUrl(): string
	/** Ends every connection and frees the port. */
	close(): Promise<void>
}

/** Resolves once the server listens; rejects with a Failure that says why it cannot. */
async function listen(server: Server, port: number, address: string): Promise<number> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => reject(listenFailure(error, port, address)))
		server.listen({ port, host: address, exclusive: true }, resolve)
	})
	return (server.address() as AddressInfo).port
}

function listenFailure(error: NodeJS.ErrnoException, port: number, address: string): Failure {
	if (error.code === 'EADDRINUSE') {
		return new Failure(
			'CONFLICT',
			`Port ${port} is in use by another program.`,
			'Choose another port with --port, or leave it out and Parallax takes a free one.',
		)
	}
	if (error.code === 'EACCES') {
		return new Failure(
			'UNAVAILABLE',
			`This computer does not let Parallax use port ${port}.`,
			'Choose a port above 1023 with --port, or leave it out and Parallax takes a free one.',
		)
	}
	return new Failure(
		'UNAVAILABLE',
		`Parallax cannot listen at ${hostAndPort(address, port)} (${error.code ?? error.message}).`,
		'Leave --host and --port out and try again.',
	)
}

/**
 * Serves the renderer and the program to browsers on this computer.
 * @throws Failure when the host is not loopback (BAD_REQUEST) or the port is taken (CONFLICT).
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
	const { backend, rendererDir, host = '127.0.0.1', token = makeSecret() } = options
	const address = loopbackAddress(host)
	if (!address) {
		throw new Failure(
			'BAD_REQUEST',
			`Parallax serves this computer only, and ${host} is not one of its loopback addresses.`,
			'Leave --host out, or use 127.0.0.1.',
		)
	}
	const devOrigin = devOriginFrom(options.env ?? process.env)
	const server = createServer()
	const port = await listen(server, options.port ?? 0, address)
	const gate = makeGate({ address, port, token, devOrigin })
	const files = makeFiles(rendererDir, gate, devOrigin ? `${devOrigin}/` : '/')
	server.on('request', getRequestListener(files.fetch, { overrideGlobalObjects: false }))
	const endSockets = serveSockets(server, backend, gate, { ...defaultLimits, ...options.limits })

	const base = `http://${hostAndPort(address, port)}`
	let closing: Promise<void> | undefined
	return {
		url: `${base}/?token=${token}`,
		port,
		onceUrl: () => `${base}/?token=${gate.tickets.issue()}`,
		close() {
			closing ??= (async () => {
				const freed = new Promise((resolve) => server.close(resolve))
				await endSockets()
				server.closeAllConnections()
				await freed
			})()
			return closing
		},
	}
}
