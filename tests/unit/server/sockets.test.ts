import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { largestMessage } from '#contract/port.ts'
import { cookie, ended, endServers, enter, knock, next, origin, startEcho, token } from './support.ts'

/** For what is only waited for: a busy machine takes longer than the second that is usual. */
const patient = { timeout: 15_000 }

afterEach(endServers)

describe('the WebSocket', () => {
	it('carries text both ways', async () => {
		const { port, received } = await startEcho()
		const socket = await enter(port)
		socket.send('good morning')
		expect(await next(socket)).toBe('good morning')
		expect(received).toEqual(['good morning'])
	})

	it.each([
		['no cookie', { Cookie: undefined }, 403],
		['a wrong token', { Cookie: 'parallax-PORT=wrong' }, 403],
		['a cookie of another port', { Cookie: `parallax-1=${token}` }, 403],
		['no Origin', { Origin: undefined }, 403],
		['another Origin', { Origin: 'http://evil.example' }, 403],
		['a neighbouring port’s Origin', { Origin: 'http://127.0.0.1:1' }, 403],
		['an opaque Origin', { Origin: 'null' }, 403],
		['another Host', { Host: 'evil.example:PORT' }, 421],
		['a Host without the port', { Host: '127.0.0.1' }, 421],
	])('is closed to %s', async (_who, headers, status) => {
		const { port, received } = await startEcho()
		const filled = Object.fromEntries(
			Object.entries(headers).map(([name, value]) => [name, value?.replace('PORT', String(port))]),
		)
		expect(await knock(port, filled)).toBe(status)
		expect(received).toEqual([])
		await enter(port)
	})

	it('opens at /rpc alone', async () => {
		const { port } = await startEcho()
		expect(await knock(port, {}, '/')).toBe(404)
		expect(await knock(port, {}, '/rpc/x')).toBe(404)
	})

	it('does not take the token of the address for the cookie', async () => {
		const { port } = await startEcho()
		expect(await knock(port, { Cookie: undefined }, `/rpc?token=${token}`)).toBe(403)
	})

	it('answers an upgrade with a broken address', async () => {
		const { port } = await startEcho()
		const head = `GET http:// HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${origin(port)}\r\nCookie: ${cookie(port)}\r\n`
		const answer = await new Promise<string>((resolve) => {
			let text = ''
			const raw = connect(port, '127.0.0.1', () =>
				raw.write(`${head}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`),
			)
			raw.on('data', (data) => {
				text += data
			})
			raw.on('close', () => resolve(text))
		})
		expect(answer).toMatch(/^HTTP\/1.1 40/)
		await enter(port)
	})

	it('hands the program a message over the contract’s limit, which answers it', async () => {
		const { port, received } = await startEcho()
		const socket = await enter(port)
		// Three bytes a character in UTF-8: the longest that a message of the allowed length can be.
		const text = '€'.repeat(largestMessage + 1)
		socket.send(text)
		expect((await next(socket)).length).toBe(text.length)
		expect(received.length).toBe(1)
	})

	it.each<[string, string | Buffer, number]>([
		['a message far over it', Buffer.alloc(5_000_000, 97), 1009],
		['a broken frame', Buffer.from([0xff, 0xff, 0xff, 0xff]), 1002],
	])('closes the socket that sends %s, and no other', async (what, data, code) => {
		const { port, received } = await startEcho()
		const [bad, good] = [await enter(port), await enter(port)]
		const gone = ended(bad)
		if (what === 'a broken frame') {
			const { _socket: raw } = bad as unknown as { _socket: { write(data: string | Buffer): void } }
			raw.write(data)
		} else bad.send(data.toString())
		expect([code, 1006]).toContain(await gone)
		good.send('still here')
		expect(await next(good)).toBe('still here')
		expect(received).toEqual(['still here'])
	})

	it('hands binary garbage to the program as what it is', async () => {
		const { port, received } = await startEcho()
		const socket = await enter(port)
		socket.send(Buffer.from([1, 2, 3]))
		await next(socket)
		expect(received[0]).toBeInstanceOf(Uint8Array)
	})

	it('drops a window that gives no sign of life, and keeps one that does', async () => {
		const { port, closed } = await startEcho({ limits: { heartbeat: 30 } })
		const [dead, alive] = [await enter(port, { autoPong: false }), await enter(port)]
		await ended(dead)
		await expect.poll(closed, patient).toBe(1)
		alive.send('here')
		expect(await next(alive)).toBe('here')
	})

	it('closes a window that does not read what it asked for', async () => {
		const { port, say, closed } = await startEcho({ limits: { waiting: 1000 } })
		const socket = await enter(port)
		socket.pause()
		const large = 'x'.repeat(4_000_000)
		while (closed() === 0) {
			say(large)
			await new Promise(setImmediate)
		}
		socket.resume()
		await ended(socket)
	})

	it('opens no more than its limit, and one again when one has gone', async () => {
		const { port, closed } = await startEcho({ limits: { connections: 2 } })
		const first = await enter(port)
		await enter(port)
		expect(await knock(port)).toBe(503)
		first.close()
		await expect.poll(closed, patient).toBe(1)
		await enter(port)
	})
})
