import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { hostAndPort, loopbackAddress } from '#server/loopback.ts'
import { makeTickets } from '#server/secrets.ts'
import { ask, cookie, ended, endServers, enter, startEcho } from './support.ts'

afterEach(endServers)

describe('loopback', () => {
	it.each([
		['127.0.0.1', '127.0.0.1'],
		['127.8.9.10', '127.8.9.10'],
		['::1', '::1'],
		['[::1]', '::1'],
		['0:0:0:0:0:0:0:1', '0:0:0:0:0:0:0:1'],
		['LOCALHOST', '127.0.0.1'],
	])('is %s', (host, address) => expect(loopbackAddress(host)).toBe(address))

	it.each([
		'0.0.0.0',
		'::',
		'192.168.1.5',
		'128.0.0.1',
		'localhost.evil.example',
		'127.0.0.1.evil.example',
		'127.1',
		'',
		'::2',
		'example.com',
	])('is not %s', (host) => expect(loopbackAddress(host)).toBeNull())

	it('is written with brackets where it needs them', () => {
		expect(hostAndPort('::1', 80)).toBe('[::1]:80')
		expect(hostAndPort('127.0.0.1', 80)).toBe('127.0.0.1:80')
	})
})

describe('tickets', () => {
	it('are good once and for a minute', () => {
		let now = 0
		const tickets = makeTickets(() => now)
		const [one, late] = [tickets.issue(), tickets.issue()]
		expect(tickets.redeem('x')).toBe(false)
		expect(tickets.redeem(one)).toBe(true)
		expect(tickets.redeem(one)).toBe(false)
		now = 60_000
		expect(tickets.redeem(late)).toBe(false)
	})
})

describe('starting and ending', () => {
	it.each(['0.0.0.0', '::', 'example.com'])('refuses to listen at %s', async (host) => {
		await expect(startEcho({ host })).rejects.toMatchObject({
			code: 'BAD_REQUEST',
			message: expect.stringContaining(host),
			next: expect.stringContaining('127.0.0.1'),
		})
	})

	it('says which port is taken and what to do', async () => {
		const { port } = await startEcho()
		await expect(startEcho({ port })).rejects.toMatchObject({
			code: 'CONFLICT',
			message: expect.stringContaining(String(port)),
			next: expect.stringContaining('--port'),
		})
	})

	it('ends its sockets and frees its port', async () => {
		const { port, close, closed } = await startEcho()
		const socket = await enter(port)
		const gone = ended(socket)
		await close()
		expect(await gone).toBe(1001)
		expect(closed()).toBe(1)
		const again = createServer()
		await new Promise<void>((resolve, reject) => again.once('error', reject).listen(port, '127.0.0.1', resolve))
		await new Promise((resolve) => again.close(resolve))
		await close()
	})

	it('does not wait long for a window that never says goodbye', async () => {
		const { port, close, closed } = await startEcho()
		const socket = await enter(port)
		socket.pause()
		await close()
		expect(closed()).toBe(1)
	})

	it('serves over IPv6 where the machine has it', async (context) => {
		const server = await startEcho({ host: '::1' }).catch((error: Error) => error)
		if (server instanceof Error) return context.skip(`no IPv6 loopback here: ${server.message}`)
		expect(server.url).toContain(`http://[::1]:${server.port}/`)
		const answer = await fetch(`http://[::1]:${server.port}/`, { headers: { Cookie: cookie(server.port) } })
		expect(answer.status).toBe(200)
		await expect(ask(server.port, '/')).rejects.toThrow()
	})
})
