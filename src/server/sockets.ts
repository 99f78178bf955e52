/** The WebSockets at /rpc and /room: each socket is one connection to the program, or to what the room may see. */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Backend } from '#backend/index.ts'
import { largestMessage } from '#contract/port.ts'
import type { Gate } from './gate.ts'

export interface SocketLimits {
	/** Sockets open at once; a window needs one. */
	connections: number
	/** Bytes that may wait for a window that does not read, before its socket is closed. */
	waiting: number
	/** Milliseconds between two signs of life that a socket owes. */
	heartbeat: number
}

export const defaultLimits: SocketLimits = { connections: 64, waiting: 32 * 1024 * 1024, heartbeat: 30_000 }

// The contract counts characters and answers a longer message with TOO_LARGE; in UTF-8 a character takes up to three bytes.
// What is longer even than that is not read at all: ws closes the socket with 1009.
const largestFrame = largestMessage * 3 + 1024 * 1024

/** Answers an upgrade that is not let in. A browser shows none of it to the page; it is for those who debug. */
function refuse(socket: Duplex, status: string): void {
	socket.on('error', () => {})
	socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function reasonToRefuse(request: IncomingMessage, gate: Gate, open: number, limits: SocketLimits): string | null {
	const { host, origin, cookie } = request.headers
	if (!gate.rightHost(host)) return '421 Misdirected Request'
	if (!gate.rightOrigin(origin)) return '403 Forbidden'
	if (!gate.rightCookie(cookie)) return '403 Forbidden'
	if (!lineOf(request)) return '404 Not Found'
	if (open >= limits.connections) return '503 Service Unavailable'
	return null
}

type Line = 'connect' | 'connectRoom'
const lines = new Map<string | undefined, Line>([
	['/rpc', 'connect'],
	['/room', 'connectRoom'],
])

/** Not read as a URL: what stands there may be none, and nothing may throw here. */
const lineOf = ({ url }: IncomingMessage): Line | undefined => lines.get(url?.split('?')[0])

/** Ties one socket to one connection of the backend; whichever ends first ends the other. */
function serveSocket(socket: WebSocket, connect: Backend['connect'], limits: SocketLimits): void {
	const connection = connect((message) => {
		if (socket.readyState !== socket.OPEN) return
		// A socket that ends takes what waits with it.
		const sent = new Promise<void>((resolve) => socket.send(message, () => resolve()))
		if (socket.bufferedAmount > limits.waiting) socket.terminate()
		return sent
	})
	// Binary frames are no part of the protocol; the backend answers them as it answers any garbage.
	socket.on('message', (data, isBinary) => connection.receive(isBinary ? data : data.toString()))
	socket.on('close', () => connection.close())
	// A frame that breaks the WebSocket protocol: ws closes the socket itself.
	socket.on('error', () => {})
}

/**
 * Lets windows connect to `backend` through `server`.
 * @returns a function that ends every socket and resolves when all are gone.
 */
export function serveSockets(server: Server, backend: Backend, gate: Gate, limits: SocketLimits): () => Promise<void> {
	const sockets = new WebSocketServer({ noServer: true, maxPayload: largestFrame, perMessageDeflate: false })
	const alive = new WeakSet<WebSocket>()

	server.on('upgrade', (request, socket, head) => {
		const reason = reasonToRefuse(request, gate, sockets.clients.size, limits)
		if (reason) refuse(socket, reason)
		else sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request))
	})
	sockets.on('connection', (socket, request) => {
		alive.add(socket)
		socket.on('pong', () => alive.add(socket))
		serveSocket(socket, backend[lineOf(request) ?? 'connectRoom'], limits)
	})

	const heartbeat = setInterval(() => {
		for (const socket of sockets.clients) {
			if (!alive.delete(socket)) socket.terminate()
			else socket.ping()
		}
	}, limits.heartbeat)
	heartbeat.unref()

	return async () => {
		clearInterval(heartbeat)
		const gone = new Promise((resolve) => sockets.close(resolve))
		for (const socket of sockets.clients) socket.close(1001, 'Parallax is closing')
		// A window that does not say goodbye in a second is not waited for.
		const patience = setTimeout(() => {
			for (const socket of sockets.clients) socket.terminate()
		}, 1000)
		await gone
		clearTimeout(patience)
	}
}
