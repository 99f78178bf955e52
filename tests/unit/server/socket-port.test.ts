import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openSocketPort, type SocketStatus, socketAddress } from '#renderer/client/socket-port.ts'

/** A WebSocket whose network the test plays. */
class FakeSocket extends EventTarget {
	readyState = 0
	sent: string[] = []
	closed = false
	readonly address: string

	constructor(address: string) {
		super()
		this.address = address
	}
	send(text: string) {
		if (this.readyState !== 1) throw new Error('not open')
		this.sent.push(text)
	}
	close() {
		this.closed = true
	}
	accept() {
		this.readyState = 1
		this.dispatchEvent(new Event('open'))
	}
	deliver(data: unknown) {
		this.dispatchEvent(new MessageEvent('message', { data }))
	}
	/** The network fails, or the other side goes. */
	drop() {
		this.readyState = 3
		this.dispatchEvent(new Event('close'))
	}
}

function setUp(random = 1) {
	const sockets: FakeSocket[] = []
	const port = openSocketPort('ws://127.0.0.1:1/rpc', {
		makeSocket(address) {
			const socket = new FakeSocket(address)
			sockets.push(socket)
			return socket as unknown as WebSocket
		},
		random: () => random,
	})
	const heard: unknown[] = []
	const statuses: SocketStatus[] = []
	const closes = vi.fn()
	port.addEventListener('message', ({ data }) => heard.push(data))
	port.addEventListener('close', closes)
	port.onStatus((status) => statuses.push(status))
	const last = () => {
		const socket = sockets.at(-1)
		if (!socket) throw new Error('no socket was made')
		return socket
	}
	return { port, sockets, heard, statuses, closes, last }
}

beforeEach(() => {
	vi.useFakeTimers()
})
afterEach(() => {
	vi.useRealTimers()
})

describe('the port over a WebSocket', () => {
	it('opens at the first message and sends what waited, in order', () => {
		const { port, sockets, last, statuses } = setUp()
		expect(sockets).toHaveLength(0)
		port.postMessage('one')
		port.postMessage('two')
		expect(sockets).toHaveLength(1)
		expect(last().sent).toEqual([])
		last().accept()
		port.postMessage('three')
		expect(last().sent).toEqual(['one', 'two', 'three'])
		expect(statuses).toEqual(['open'])
	})

	it('passes text on and nothing else', () => {
		const { port, last, heard } = setUp()
		port.postMessage('one')
		last().accept()
		last().deliver('an answer')
		last().deliver(new ArrayBuffer(2))
		expect(heard).toEqual(['an answer'])
	})

	it('says that answers will not come, then connects again', () => {
		const { port, last, sockets, statuses, closes } = setUp()
		port.postMessage('one')
		last().accept()
		last().drop()
		expect(closes).toHaveBeenCalledTimes(1)
		expect(port.status).toBe('lost')
		vi.advanceTimersByTime(249)
		expect(sockets).toHaveLength(1)
		vi.advanceTimersByTime(1)
		expect(sockets).toHaveLength(2)
		port.postMessage('two')
		last().accept()
		expect(last().sent).toEqual(['two'])
		expect(statuses).toEqual(['open', 'lost', 'open'])
	})

	it('gives up what waits when an attempt fails, so that no call hangs', () => {
		const { port, last, closes, statuses } = setUp()
		port.postMessage('one')
		last().drop()
		expect(closes).toHaveBeenCalledTimes(1)
		expect(statuses).toEqual(['lost'])
		port.postMessage('two')
		vi.advanceTimersByTime(250)
		last().accept()
		expect(last().sent).toEqual(['two'])
	})

	it('waits longer after each failure, up to five seconds', () => {
		const { port, last, sockets } = setUp()
		port.postMessage('one')
		last().drop()
		for (const wait of [250, 500, 1000, 2000, 4000, 5000, 5000]) {
			const before = sockets.length
			vi.advanceTimersByTime(wait - 1)
			expect(sockets).toHaveLength(before)
			vi.advanceTimersByTime(1)
			expect(sockets).toHaveLength(before + 1)
			// Let in and thrown out again: only an answer counts as success.
			last().accept()
			last().drop()
		}
		vi.advanceTimersByTime(5000)
		last().accept()
		last().deliver('an answer')
		last().drop()
		const before = sockets.length
		vi.advanceTimersByTime(250)
		expect(sockets).toHaveLength(before + 1)
	})

	it('spreads its attempts', () => {
		const { port, last, sockets } = setUp(0)
		port.postMessage('one')
		last().drop()
		vi.advanceTimersByTime(125)
		expect(sockets).toHaveLength(2)
	})

	it('gives an attempt ten seconds', () => {
		const { port, last, sockets, closes } = setUp()
		port.postMessage('one')
		const slow = last()
		vi.advanceTimersByTime(10_000)
		expect(closes).toHaveBeenCalledTimes(1)
		expect(slow.closed).toBe(true)
		vi.advanceTimersByTime(250)
		expect(sockets).toHaveLength(2)
		// What the old one still does is not heard any more.
		slow.accept()
		slow.drop()
		expect([port.status, closes.mock.calls.length]).toEqual(['lost', 1])
	})

	it('keeps a bounded number of messages', () => {
		const { port } = setUp()
		for (let i = 0; i < 256; i++) port.postMessage('x')
		expect(() => port.postMessage('x')).toThrow(/not connected/)
	})

	it('keeps messages for the next attempt when the socket is closing', () => {
		const { port, last } = setUp()
		port.postMessage('one')
		last().accept()
		last().readyState = 2
		expect(() => port.postMessage('two')).not.toThrow()
		expect(last().sent).toEqual(['one'])
	})

	it('tries at once when asked to', () => {
		const { port, last, sockets } = setUp()
		port.postMessage('one')
		last().drop()
		port.retry()
		expect(sockets).toHaveLength(2)
		port.retry()
		vi.advanceTimersByTime(5000)
		expect(sockets).toHaveLength(2)
	})

	it('ends for good', () => {
		const { port, last, sockets, closes } = setUp()
		port.postMessage('one')
		last().accept()
		port.close()
		port.close()
		expect(closes).toHaveBeenCalledTimes(1)
		expect(last().closed).toBe(true)
		vi.advanceTimersByTime(60_000)
		expect(sockets).toHaveLength(1)
		expect(() => port.postMessage('two')).toThrow(/ended/)
		expect(vi.getTimerCount()).toBe(0)
	})

	it('stops telling a status to those who leave', () => {
		const { port, last } = setUp()
		const listener = vi.fn()
		const leave = port.onStatus(listener)
		leave()
		port.postMessage('one')
		last().accept()
		expect(listener).not.toHaveBeenCalled()
	})

	it('is found beside its page', () => {
		expect(socketAddress({ protocol: 'http:', host: '127.0.0.1:80' })).toBe('ws://127.0.0.1:80/rpc')
		expect(socketAddress({ protocol: 'https:', host: 'x' })).toBe('wss://x/rpc')
	})
})
