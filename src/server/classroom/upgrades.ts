/** Who may open a socket: asked before anything is kept for it. */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { addressOf, makeCounter } from './addresses.ts'
import type { DeviceCookies } from './device-cookies.ts'
import type { Entrance } from './entrance.ts'
import type { Limits } from './limits.ts'
import { makeBuckets } from './rates.ts'
import type { Refused } from './refusals.ts'

export interface Opened {
	socket: WebSocket
	device: string
	address: string
}
interface Upgrades {
	entrance: Entrance
	cookies: DeviceCookies
	limits: Limits
	refused: Refused
	opened(socket: Opened): void
}

/**
 * Lets sockets be opened at `/live`.
 * @returns a function that ends them all, saying that the session is over
 */
export function serveUpgrades(server: Server, { entrance, cookies, limits, refused, opened }: Upgrades): () => void {
	const sockets = new WebSocketServer({
		noServer: true,
		maxPayload: limits.messageSize,
		maxFragments: 4,
		maxBufferedChunks: 64,
		perMessageDeflate: false,
	})
	const open = makeCounter()
	const knocks = makeBuckets(limits.knocks)
	const alive = new WeakSet<WebSocket>()

	server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
		const address = addressOf(request.socket)
		const { host, origin, cookie } = request.headers
		const turnAway = (status: string, why?: Parameters<Refused['count']>[0]) => {
			if (why) refused.count(why)
			stream.on('error', () => {})
			stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
			setTimeout(() => stream.destroy(), 1000).unref()
		}
		if (!knocks(address).take()) return turnAway('429 Too Many Requests', 'too-fast')
		if (!entrance.rightHost(host)) return turnAway('421 Misdirected Request', 'origin')
		if (!entrance.rightOrigin(origin)) return turnAway('403 Forbidden', 'origin')
		if (request.url !== '/live') return turnAway('404 Not Found')
		const device = cookies.deviceIn(cookie)
		// The page asks for /device first; what has no seal of this session is a forgery, or a browser that keeps no cookies.
		if (device === undefined) return turnAway('401 Unauthorized', 'unknown')
		if (open.total() >= limits.sockets || open.of(address) >= limits.socketsOfAddress) {
			return turnAway('503 Service Unavailable', 'full')
		}
		sockets.handleUpgrade(request, stream, head, (socket) => {
			open.add(address)
			socket.on('close', () => open.remove(address))
			alive.add(socket)
			socket.on('pong', () => alive.add(socket))
			opened({ socket, device, address })
		})
	})

	const heartbeat = setInterval(() => {
		for (const socket of sockets.clients) {
			if (alive.delete(socket)) socket.ping()
			else socket.terminate()
		}
	}, limits.heartbeat)

	return () => {
		clearInterval(heartbeat)
		for (const socket of sockets.clients) {
			socket.close(over)
			// Whoever does not say goodbye is not waited for.
			setTimeout(() => socket.terminate(), 300).unref()
		}
	}
}

/** Close code that tells a device not to come back at once. */
const over = 4000
