/** A port over a WebSocket that connects by itself, and again after a loss. */
import type { Port } from '#contract/port.ts'

/** `connecting` until it is open for the first time; `lost` from a loss or a failed attempt until it is open again. */
export type SocketStatus = 'connecting' | 'open' | 'lost'

export interface SocketPort extends Port {
	readonly status: SocketStatus
	/** Calls `listener` at every change. @returns a function that stops that. */
	onStatus(listener: (status: SocketStatus) => void): () => void
	/** Tries again at once, without waiting for the next attempt's time. */
	retry(): void
	/** Ends it for good: answers under way are given up and nothing reconnects. */
	close(): void
}

export interface SocketPortOptions {
	/** Makes a socket; the browser's own unless given. */
	makeSocket?: (address: string) => WebSocket
	/** Evenly spread numbers from 0 to 1, for tests. */
	random?: () => number
}

/** Messages kept for a socket that is not open yet. */
const largestQueue = 256
/** Milliseconds: the wait before the first attempt after a loss, the longest wait, the longest that one attempt may take. */
const firstWait = 250
const longestWait = 5_000
const longestAttempt = 10_000

/** @returns the address of the program's WebSocket beside the page at `location`; that of an audience view is `/room`. */
export const socketAddress = (location: { protocol: string; host: string }, path: '/rpc' | '/room' = '/rpc'): string =>
	`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${path}`

/**
 * Opens nothing until the first message. Messages wait while it connects; when an attempt fails or the socket is lost they
 * are given up and `close` is fired, so that every call ends with an answer or an error.
 * @param address of the WebSocket, see `socketAddress`.
 */
export function openSocketPort(address: string, options: SocketPortOptions = {}): SocketPort {
	const { makeSocket = (to) => new WebSocket(to), random = Math.random } = options
	const onMessage = new Set<(event: { data: unknown }) => void>()
	const onClose = new Set<() => void>()
	const onStatus = new Set<(status: SocketStatus) => void>()
	let status: SocketStatus = 'connecting'
	let socket: WebSocket | undefined
	let queue: string[] = []
	let attempts = 0
	let timer: ReturnType<typeof setTimeout> | undefined
	let ended = false

	function become(next: SocketStatus): void {
		if (status === next) return
		status = next
		for (const listener of [...onStatus]) listener(next)
	}

	function connect(): void {
		clearTimeout(timer)
		const opening = makeSocket(address)
		socket = opening
		timer = setTimeout(() => lose(opening), longestAttempt)
		opening.addEventListener('open', () => {
			if (socket !== opening) return
			clearTimeout(timer)
			for (const message of queue) opening.send(message)
			queue = []
			become('open')
		})
		opening.addEventListener('message', (event) => {
			if (socket !== opening) return
			// Not at `open`: a host that lets a socket in only to close it should not be asked four times a second.
			attempts = 0
			if (typeof event.data === 'string') for (const listener of [...onMessage]) listener({ data: event.data })
		})
		opening.addEventListener('close', () => lose(opening))
	}

	function lose(lost: WebSocket): void {
		if (socket !== lost) return
		socket = undefined
		lost.close()
		queue = []
		become('lost')
		for (const listener of [...onClose]) listener()
		if (ended) return
		const wait = Math.min(longestWait, firstWait * 2 ** attempts)
		attempts += 1
		// Spread out, so that several windows do not all knock at the same moment when the host is back.
		clearTimeout(timer)
		timer = setTimeout(connect, wait * (0.5 + random() / 2))
	}

	return {
		get status() {
			return status
		},
		onStatus(listener) {
			onStatus.add(listener)
			return () => onStatus.delete(listener)
		},
		postMessage(message) {
			if (ended) throw new Error('This connection to Parallax has been ended.')
			if (socket?.readyState === WebSocketState.open) {
				socket.send(message)
				return
			}
			if (queue.length >= largestQueue) throw new Error('Parallax is not connected, and too much is waiting already.')
			queue.push(message)
			if (!socket && status === 'connecting') connect()
		},
		addEventListener(type: 'message' | 'close', listener: (() => void) | ((event: { data: unknown }) => void)) {
			if (type === 'message') onMessage.add(listener as (event: { data: unknown }) => void)
			else onClose.add(listener as () => void)
		},
		retry() {
			if (!ended && !socket) connect()
		},
		close() {
			if (ended) return
			ended = true
			clearTimeout(timer)
			if (socket) lose(socket)
			else for (const listener of [...onClose]) listener()
		},
	}
}

/** WebSocket.OPEN, without needing the browser's class where a test gives another one. */
const WebSocketState = { open: 1 } as const
