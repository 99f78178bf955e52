/** What somebody in the room’s network may try, and what comes of it. */
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { pollSlide, textSlide } from '../../support/slides.ts'
import { ask } from '../support.ts'
import { arrive, code, type Device, endAll, follow, knock, newDevice, present, startListener } from './support.ts'

afterEach(endAll)

/** Opens a poll that takes votes. */
async function voting(limits: Parameters<typeof startListener>[0] = {}, type: 'choice' | 'word' = 'choice') {
	const listening = await startListener(limits)
	const options = type === 'word' ? { options: [] } : {}
	const slide = pollSlide('poll')
	if (slide.type === 'poll') Object.assign(slide.poll, { type, ...options })
	const room = await present(listening, [slide, textSlide('after')])
	await room.act({ type: 'next' })
	return { ...listening, room }
}
/** Says bytes to the port. @returns what came back until the other end closed */
function raw(port: number, ...parts: string[]): Promise<string> {
	return new Promise((resolve) => {
		let text = ''
		const socket = connect(port, '127.0.0.1', () => {
			for (const part of parts) socket.write(part)
		})
		socket.on('data', (data) => {
			text += data
		})
		socket.on('error', () => {})
		socket.on('close', () => resolve(text))
	})
}

describe('the listener over HTTP', () => {
	it('has the page and its files, and nothing beside or above them', async () => {
		const { port } = await startListener()
		const page = await ask(port, '/?code=WHATEVER')
		expect([page.status, page.body]).toEqual([200, '<!doctype html><title>Follow</title>'])
		expect(page.headers['cache-control']).toBe('no-store')
		expect(page.headers['set-cookie']).toBeUndefined()
		expect((await ask(port, '/assets/index-abc123.js')).headers['cache-control']).toContain('immutable')
		for (const path of [
			'/secret.html',
			'/../secret.html',
			'/assets/../secret.html',
			'/assets/..%2fsecret.html',
			'/assets/%2e%2e/secret.html',
			'/assets/..\\secret.html',
			'/assets/deeper/secret.js',
			'/assets/secret.json',
			'/assets/',
			'/assets',
			'//assets/index-abc123.js',
			'/./',
			'/index.html',
			'/%00',
			'/%',
			'/image/',
			`/image/${'A'.repeat(64)}`,
			'/image/../../secret.html',
			'/etc/passwd',
			'http://127.0.0.1/secret.html',
		]) {
			const { status, body } = await ask(port, path)
			expect([path, status]).toEqual([path, 404])
			expect(body).toBe('There is nothing here.\n')
		}
	})

	it('has none of the browser host’s paths', async () => {
		const { port } = await startListener()
		for (const path of [
			'/rpc',
			'/room',
			'/room.html',
			'/?token=x',
			'/library',
			'/present',
			'/settings',
			'/favicon.ico',
		]) {
			const { status, body } = await ask(port, path)
			if (path.startsWith('/?')) expect(body).toContain('Follow')
			else expect([path, status]).toEqual([path, 404])
			if (!path.startsWith('/?')) expect(await knock(port, {}, path)).toBe(404)
		}
		expect((await ask(port, '/live')).status).toBe(426)
	})

	it('answers GET and HEAD alone, and waits for no body', async () => {
		const { port } = await startListener()
		for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])
			expect([method, (await ask(port, '/', {}, method)).status]).toEqual([method, 405])
		const head = await ask(port, '/', {}, 'HEAD')
		expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', '36'])
		const answer = await raw(
			port,
			`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 1000000000\r\n\r\nbeginning of a body`,
		)
		expect(answer).toContain('Connection: close')
	})

	it('has a policy that lets no script, style or address from elsewhere in', async () => {
		const { port } = await startListener()
		const { headers } = await ask(port, '/')
		const policy = String(headers['content-security-policy'])
		expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
		expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${port};`)
		expect(policy).not.toMatch(/unsafe|\*|data:/)
		expect(headers).toMatchObject({
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'no-referrer',
			'x-frame-options': 'DENY',
		})
		expect((await ask(port, '/nothing')).headers['content-security-policy']).toContain("default-src 'none'")
	})

	it('is closed to foreign names (DNS rebinding) and foreign pages', async () => {
		const listening = await startListener()
		const { port } = listening
		for (const Host of [
			'evil.example',
			`evil.example:${port}`,
			'127.0.0.1',
			'127.0.0.1:1',
			`127.0.0.1.evil.example:${port}`,
		])
			for (const path of ['/', '/device', '/assets/index-abc123.js']) {
				const { status, headers, body } = await ask(port, path, { Host })
				expect([Host, path, status, headers['set-cookie']]).toEqual([Host, path, 421, undefined])
				expect(body).not.toContain('evil')
			}
		expect((await ask(port, '/device', { Origin: 'http://evil.example' })).status).toBe(403)
		const cookie = await newDevice(port)
		for (const Origin of [
			undefined,
			'null',
			'http://evil.example',
			`https://127.0.0.1:${port}`,
			'http://127.0.0.1',
			'http://127.0.0.1:1',
			`http://127.0.0.1:${port}.evil.example`,
			`http://localhost:${port}`,
		])
			expect([Origin, await knock(port, { Origin, Cookie: cookie })]).toEqual([Origin, 403])
		expect(await knock(port, { Host: `evil.example:${port}`, Cookie: cookie })).toBe(421)
		await listening.until(() => listening.refused().origin === 25)
	})

	it('survives requests that are none', async () => {
		const { port } = await startListener()
		expect(await raw(port, 'garbage\r\n\r\n')).toMatch(/^HTTP\/1.1 400/)
		expect(await raw(port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
			/^HTTP\/1.1 431/,
		)
		expect(await raw(port, 'GET / HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1.1 400/)
		const upgrade = `GET http:// HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\n`
		expect(await raw(port, `${upgrade}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)).toMatch(/^HTTP\/1.1 40/)
		expect((await ask(port, '/')).status).toBe(200)
	})

	it('does not answer one address without end', async () => {
		const listening = await startListener({ requests: { burst: 5, perSecond: 0 } })
		const answers = await Promise.all(Array.from({ length: 8 }, () => ask(listening.port, '/')))
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 429, 429, 429])
		await listening.until(() => listening.refused()['too-fast'] === 3)
	})

	it('ends connections that say nothing, or say it drop by drop', async () => {
		const { port } = await startListener({ headers: 300, request: 600 })
		expect(await raw(port)).not.toMatch(/200/)
		expect(await raw(port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Slow: `)).toMatch(/^HTTP\/1.1 408/)
	})

	it('has no more connections of one address than a class needs', async () => {
		const { port } = await startListener({ connectionsOfAddress: 5 })
		const open = await Promise.all(
			Array.from(
				{ length: 5 },
				() =>
					new Promise<ReturnType<typeof connect>>((resolve) => {
						const socket = connect(port, '127.0.0.1', () => resolve(socket))
					}),
			),
		)
		// Until all five are counted: what comes then is closed without a word.
		await expect
			.poll(() => raw(port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`))
			.toBe('')
		for (const socket of open) socket.destroy()
		await expect.poll(async () => (await ask(port, '/').catch(() => null))?.status).toBe(200)
	})
})

describe('getting in', () => {
	it('is by the code alone', async () => {
		const listening = await startListener()
		await present(listening)
		const device = await arrive(listening.port)
		for (const guess of ['', 'AAAAAA', code.slice(0, 5), `${code}X`, 'x'.repeat(20)]) {
			device.send({ type: 'join', code: guess })
			expect(await device.next('refused')).toMatchObject({ why: 'code' })
		}
		device.send({ type: 'page', number: 1 })
		expect(await device.next('refused')).toMatchObject({ why: 'code' })
		device.vote('poll', 1, 'a')
		expect(await device.next('refused')).toMatchObject({ why: 'code' })
		expect(device.answers.map(({ type }) => type)).not.toContain('view')
		await listening.until(() => listening.refused().code === 7)
	})

	it('cannot be guessed quickly, and a class that types wrong is not locked out for long', async () => {
		const listening = await startListener({ wrongCodes: { burst: 5, perSecond: 20 } })
		const guesser = await arrive(listening.port)
		const why: string[] = []
		for (let guess = 0; guess < 8; guess++) {
			guesser.send({ type: 'join', code: 'AAAAAA' })
			why.push((await guesser.next('refused')).why)
		}
		expect(why.slice(0, 5)).toEqual(['code', 'code', 'code', 'code', 'code'])
		expect(why).toContain('too-fast')
		const student = await arrive(listening.port)
		await expect
			.poll(async () => {
				student.send({ type: 'join', code })
				await expect.poll(() => student.answers.length).toBeGreaterThan(0)
				return student.answers.splice(0).at(-1)?.type
			})
			.toBe('joined')
	})

	it('is not by a forged cookie, or one of another session or port', async () => {
		const [one, other] = [await startListener(), await startListener()]
		const real = await newDevice(one.port)
		const [, word, seal] = /=(.+)\.(.+)$/.exec(real) ?? []
		const name = `parallax-follower-${one.port}`
		for (const Cookie of [
			undefined,
			'',
			`${name}=`,
			`${name}=${word}`,
			`${name}=${word}.`,
			`${name}=${word}.${'A'.repeat(43)}`,
			`${name}=${'A'.repeat(22)}.${seal}`,
			`${name}=${seal}.${word}`,
			real.replace(name, `x${name}`),
			(await newDevice(other.port)).replace(String(other.port), String(one.port)),
		])
			expect([Cookie, await knock(one.port, { Cookie })]).toEqual([Cookie, 401])
		expect(typeof (await knock(one.port, { Cookie: `other=1; ${real}; more=2` }))).toBe('object')
	})

	it('has room for a class behind one router, and an end', async () => {
		const listening = await startListener({ devicesOfAddress: 3, wrongCodes: { burst: 1, perSecond: 0 } })
		const devices = [await follow(listening.port), await follow(listening.port), await follow(listening.port)]
		const fourth = await arrive(listening.port)
		fourth.send({ type: 'join', code })
		expect(await fourth.next('refused')).toMatchObject({ why: 'full' })
		// Who was let in comes back at any time.
		devices[0]?.socket.terminate()
		await follow(listening.port, devices[0]?.cookie)
	})

	it('takes in six hundred devices of one address at once', async () => {
		const listening = await startListener()
		await present(listening)
		const joins = Array.from({ length: 600 }, () => follow(listening.port))
		await Promise.all(joins)
		await listening.until(() => listening.last('followers')?.now === 600)
		expect(listening.refused()).toEqual({})
	})

	it('is over for a socket that does not join', async () => {
		const { port } = await startListener({ joining: 100 })
		const silent = await arrive(port)
		const wrong = await arrive(port)
		wrong.send({ type: 'join', code: 'AAAAAA' })
		const inside = await follow(port)
		expect(await Promise.all([silent.closed, wrong.closed])).toEqual([1006, 1006])
		inside.send({ type: 'page', number: 1 })
		await inside.next('page')
	})

	it('keeps the tabs of a device few: the oldest gives way', async () => {
		const listening = await startListener({ socketsOfDevice: 2 })
		const first = await follow(listening.port)
		const second = await follow(listening.port, first.cookie)
		const third = await follow(listening.port, first.cookie)
		expect(await first.closed).toBe(1006)
		for (const device of [second, third]) {
			device.send({ type: 'page', number: 1 })
			await device.next('page')
		}
		await listening.until(() => listening.last('followers')?.now === 1)
		expect(listening.last('followers')).toMatchObject({ now: 1, most: 1 })
	})

	it('has an end for sockets that were never let in', async () => {
		const listening = await startListener({ socketsOfAddress: 3 })
		const cookie = await newDevice(listening.port)
		const open = [await arrive(listening.port, cookie), await arrive(listening.port), await arrive(listening.port)]
		expect(await knock(listening.port)).toBe(503)
		open[0]?.socket.terminate()
		await expect.poll(() => knock(listening.port)).not.toBe(503)
	})

	it('is not for those who knock without end', async () => {
		const listening = await startListener({ knocks: { burst: 3, perSecond: 0 } })
		const cookie = await newDevice(listening.port)
		const answers = []
		for (let turn = 0; turn < 5; turn++) answers.push(await knock(listening.port, { Cookie: cookie }))
		expect(answers.slice(3)).toEqual([429, 429])
	})
})

describe('voting', () => {
	const whyNot = async (device: Device, ...vote: Parameters<Device['vote']>) => {
		device.vote(...vote)
		return (await device.next('refused')).why
	}

	it('is once a round, from however many tabs', async () => {
		const { port, last, until } = await voting()
		const device = await follow(port)
		device.vote('poll', 1, 'a')
		await device.next('voted')
		expect(await whyNot(device, 'poll', 1, 'b')).toBe('twice')
		const tab = await follow(port, device.cookie)
		expect(await whyNot(tab, 'poll', 1, 'b')).toBe('twice')
		await until(() => last('tally') !== undefined)
		expect(last('tally')).toMatchObject({ tally: [{ option: 'a', count: 1 }], voters: 1 })
	})

	it('is once even when both tabs vote in the same moment', async () => {
		const { port, last, until } = await voting()
		const device = await follow(port)
		const tabs = await Promise.all(Array.from({ length: 3 }, () => follow(port, device.cookie)))
		for (const tab of tabs) tab.vote('poll', 1, 'b')
		for (const tab of tabs)
			await expect.poll(() => tab.answers.some(({ type }) => /voted|refused/.test(type))).toBe(true)
		await until(() => last('tally') !== undefined)
		expect(last('tally')).toMatchObject({ voters: 1 })
	})

	it('is for the poll and the round that are open, and its options', async () => {
		const { port, room, said } = await voting()
		const device = await follow(port)
		expect(await whyNot(device, 'poll', 2, 'a')).toBe('closed')
		expect(await whyNot(device, 'after', 1, 'a')).toBe('closed')
		expect(await whyNot(device, 'elsewhere', 1, 'a')).toBe('closed')
		for (const choice of ['c', 'A', '__proto__', 'constructor', 'One', 'a '])
			expect([choice, await whyNot(device, 'poll', 1, choice)]).toEqual([choice, 'unknown'])
		await room.act({ type: 'votes', open: false })
		expect(await whyNot(device, 'poll', 1, 'a')).toBe('closed')
		await room.act({ type: 'votes', open: true }, { type: 'black', on: true })
		expect(await whyNot(device, 'poll', 1, 'a')).toBe('closed')
		await room.act({ type: 'black', on: false }, { type: 'go', slide: 0, step: 4 })
		expect(await whyNot(device, 'poll', 1, 'a')).toBe('closed')
		await room.act({ type: 'go', slide: 0, step: 1 })
		expect(await whyNot(device, 'poll', 1, 'a')).toBe('closed')
		await room.act({ type: 'go', slide: 1 })
		expect(await whyNot(device, 'poll', 1, 'a')).toBe('closed')
		expect(said.some(({ type }) => type === 'tally')).toBe(false)
	})

	it('counts words as they are compared, and not without end', async () => {
		const { port, last, until } = await voting({ messages: { burst: 12_000, perSecond: 0 } }, 'word')
		const device = await follow(port)
		expect(await whyNot(device, 'poll', 1, 'x'.repeat(31))).toBe('unknown')
		expect(await whyNot(device, 'poll', 1, ' \u200b\n ')).toBe('unknown')
		device.vote('poll', 1, ' Fear\u0000 ')
		expect(await device.next('voted')).toMatchObject({ choice: 'fear' })
		for (let word = 0; word < 10_000; word++) device.vote('poll', 1, `word ${word}`)
		await expect.poll(() => device.answers.length, { timeout: 15_000 }).toBe(10_005)
		expect(device.answers.slice(5).every((each) => each.type === 'refused' && each.why === 'twice')).toBe(true)
		await until(() => last('tally') !== undefined)
		expect(last('tally')).toMatchObject({ tally: [{ option: 'fear', count: 1 }], voters: 1 })
	})
})

describe('a device that misbehaves', () => {
	it.each<[string, string | Buffer, number]>([
		['a message that is too large', 'x'.repeat(5000), 1009],
		['one that is far too large', Buffer.alloc(10_000_000, 97), 1009],
	])('is closed after %s', async (_what, data, close) => {
		const listening = await startListener()
		const device = await follow(listening.port)
		device.socket.on('error', () => {})
		device.socket.send(data)
		expect([close, 1006]).toContain(await device.closed)
		await listening.until(() => listening.refused()['too-large'] === 1)
	})

	it('is closed after a frame that breaks the protocol', async () => {
		const listening = await startListener()
		for (const bytes of [
			[0xff, 0xff, 0xff, 0xff],
			[0x81, 0x05, 1, 2, 3],
			[0x88, 0xfe, 0x01, 0x00],
			[0x01, 0x80, 0, 0, 0, 0, 0x01, 0x80, 0, 0, 0, 0],
			[0x81, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
		]) {
			const device = await follow(listening.port)
			device.socket.on('error', () => {})
			// Past the library: bytes that no honest device sends.
			;(device.socket as unknown as { _socket: { write(data: Buffer): void } })._socket.write(Buffer.from(bytes))
			expect([1002, 1006, 1007, 1009]).toContain(await device.closed)
		}
		await follow(listening.port)
	})

	it('is told that nothing was understood, whatever it says', async () => {
		const listening = await startListener()
		const device = await follow(listening.port)
		for (const text of [
			'',
			'null',
			'[]',
			'"join"',
			'{',
			'{"type":"admin"}',
			'{"type":"join"}',
			`{"type":"page","number":1,"more":true}`,
			'{"type":"page","number":-1}',
			'{"type":"page","number":1e9}',
			'{"type":"vote","slide":"poll","round":3,"choice":"a"}',
			`{"type":"vote","slide":"../x","round":1,"choice":"a"}`,
			`{"type":"vote","slide":"poll","round":1,"choice":"${'x'.repeat(61)}"}`,
			`${'['.repeat(2000)}${']'.repeat(2000)}`,
		]) {
			device.socket.send(text)
			expect([text, (await device.next('refused')).why]).toEqual([text, 'unknown'])
		}
		device.socket.send(Buffer.from(JSON.stringify({ type: 'page', number: 1 })), { binary: true })
		expect((await device.next('refused')).why).toBe('unknown')
	})

	it.each(['messages', 'pings'])('is closed when it floods with %s, and the others go on', async (what) => {
		const listening = await startListener()
		const room = await present(listening, [textSlide('one'), textSlide('two')])
		const [honest, flooder] = [await follow(listening.port), await follow(listening.port)]
		flooder.socket.on('error', () => {})
		for (let turn = 0; turn < 20_000; turn++) {
			if (what === 'pings') flooder.socket.ping()
			else flooder.send({ type: 'page', number: 1 })
		}
		expect([1006, 1008]).toContain(await flooder.closed)
		expect(flooder.answers.length).toBeLessThan(100)
		await listening.until(() => listening.refused()['too-fast'] === 1)
		await room.act({ type: 'next' })
		while ((await honest.next('view')).view.page?.slide !== 'two') {}
	})

	it('is dropped when it does not read, and nobody waits for it', async () => {
		const listening = await startListener({ waiting: 200_000 })
		const room = await present(listening, [
			textSlide('one', { text: 'long '.repeat(20_000) }),
			textSlide('two', { text: 'words '.repeat(20_000) }),
		])
		const [honest, deaf] = [await follow(listening.port), await follow(listening.port)]
		deaf.socket.pause()
		let views = 0
		honest.socket.on('message', () => {
			views += 1
		})
		let turns = 0
		for (; (listening.last('followers')?.now ?? 2) > 1 && turns < 500; turns++) {
			const before = views
			await room.act({ type: 'go', slide: (turns + 1) % 2 })
			await expect.poll(() => views, { interval: 1 }).toBeGreaterThan(before)
		}
		await listening.until(() => listening.last('followers')?.now === 1)
		expect(honest.socket.readyState).toBe(honest.socket.OPEN)
	})

	it('is dropped when it asks and does not read', async () => {
		const listening = await startListener({ waiting: 200_000, messages: { burst: 1000, perSecond: 0 } })
		await present(listening, [textSlide('one', { text: 'long '.repeat(39_000) })])
		const deaf = await follow(listening.port)
		deaf.socket.pause()
		// Two hundred answers of two hundred kilobytes: more than any system buffers.
		for (let turn = 0; turn < 200; turn++) deaf.send({ type: 'page', number: 1 })
		await listening.until(() => listening.last('followers')?.now === 0)
	})

	it('is dropped when it gives no sign of life', async () => {
		const listening = await startListener({ heartbeat: 50 })
		const [honest, dead] = [await follow(listening.port), await knock(listening.port, {}, '/live', { autoPong: false })]
		if (typeof dead === 'number') throw new Error(`refused with ${dead}`)
		dead.send({ type: 'join', code })
		expect(await dead.closed).toBe(1006)
		expect(honest.socket.readyState).toBe(honest.socket.OPEN)
	})
})
