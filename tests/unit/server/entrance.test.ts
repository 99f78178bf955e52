import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { ask, cookie, endServers, origin, startEcho, token } from './support.ts'

afterEach(endServers)

describe('the address with its token', () => {
	it('sets a cookie for this port and leads to the address without the token', async () => {
		const { port, url } = await startEcho()
		expect(url).toBe(`http://127.0.0.1:${port}/?token=${token}`)
		const { status, headers } = await ask(port, `/?token=${token}`)
		expect(status).toBe(303)
		expect(headers.location).toBe('/')
		expect(headers['set-cookie']).toEqual([`parallax-${port}=${token}; Path=/; HttpOnly; SameSite=Strict`])
		expect(headers['cache-control']).toBe('no-store')
	})

	it.each([
		['/present/0a1b-2c/live', '/present/0a1b-2c/live'],
		['/room.html', '/room.html'],
		['/compare/a?view=texts&panes=b,c', '/compare/a?view=texts&panes=b,c'],
		['//example.org', '/'],
		['//example.org/room.html', '/'],
		['/%2F/example.org', '/'],
	])('leads from %s to %s, and never elsewhere', async (path, place) => {
		const { port } = await startEcho()
		const secret = `${path.includes('?') ? '&' : '?'}token=${token}`
		const { status, headers } = await ask(port, path + secret)
		expect([status, headers.location]).toEqual([303, place])
		expect(headers['set-cookie']?.[0]).toContain(cookie(port))
	})

	it.each(['/?token=wrong', '/?token=', '/', '/assets/index-abc123.js', '/compare/x'])(
		'answers %s without the right one with words',
		async (path) => {
			const { port } = await startEcho()
			const { status, headers, body } = await ask(port, path)
			expect(status).toBe(403)
			expect(headers['set-cookie']).toBeUndefined()
			expect(headers['content-type']).toMatch('text/html')
			expect(body).toContain('open the whole address')
			expect(body).not.toMatch(/<script|style/)
		},
	)

	it('does not take a token of another length or a cookie of another port', async () => {
		const { port } = await startEcho()
		expect((await ask(port, `/?token=${token}x`)).status).toBe(403)
		expect((await ask(port, '/', { Cookie: `parallax-${port + 1}=${token}` })).status).toBe(403)
		expect((await ask(port, '/', { Cookie: `parallax-${port}=` })).status).toBe(403)
		expect((await ask(port, '/', { Cookie: `xparallax-${port}=${token}` })).status).toBe(403)
	})

	it('finds its cookie among others of the same machine', async () => {
		const { port } = await startEcho()
		const header = `other=1; parallax-${port}=old; ${cookie(port)}; parallax-1=x`
		expect((await ask(port, '/', { Cookie: header })).status).toBe(200)
	})

	it('leads an old address on when the browser has been let in', async () => {
		const { port } = await startEcho()
		const { status, headers } = await ask(port, '/?token=old', { Cookie: cookie(port) })
		expect([status, headers.location]).toEqual([303, '/'])
	})

	it('comes back by itself when another site led here, once', async () => {
		const { port } = await startEcho()
		const led = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' }
		const { status, body } = await ask(port, '/', led)
		expect(status).toBe(200)
		expect(body).toContain('content="0; url=/"')
		const deep = await ask(port, '/compare/a?view=texts&panes=b,c', led)
		expect(deep.body).toContain('content="0; url=/compare/a?view=texts&#38;panes=b,c"')
		expect((await ask(port, '/a?x=%22&token=old', led)).body).toContain('url=/a?x=%22"')
		for (const odd of ['//example.org', '/;url=https:example.org', '/%22%3E'])
			expect((await ask(port, odd, led)).body, odd).toContain('url=/"')
		expect((await ask(port, '/', { ...led, 'Sec-Fetch-Site': 'same-origin' })).status).toBe(403)
		expect((await ask(port, '/assets/index-abc123.js', { ...led, 'Sec-Fetch-Mode': 'no-cors' })).status).toBe(403)
	})

	it('gives out addresses that open it once', async () => {
		const { port, onceUrl } = await startEcho()
		const { search } = new URL(onceUrl())
		expect(search).not.toContain(token)
		const first = await ask(port, `/${search}`)
		expect([first.status, first.headers['set-cookie']?.[0]]).toEqual([303, expect.stringContaining(cookie(port))])
		expect((await ask(port, `/${search}`)).status).toBe(403)
	})

	it('has a new token in each run', async () => {
		const [one, other] = [await startEcho({ token: undefined }), await startEcho({ token: undefined })]
		const secrets = [one, other].map(({ url }) => new URL(url).searchParams.get('token') ?? '')
		expect(secrets[0]).toMatch(/^[\w-]{43}$/)
		expect(secrets[0]).not.toBe(secrets[1])
	})
})

describe('Host and Origin', () => {
	it.each(['127.0.0.1', 'localhost', 'LocalHost', '[::1]'])('answers to %s', async (name) => {
		const { port } = await startEcho()
		expect((await ask(port, '/', { Host: `${name}:${port}`, Cookie: cookie(port) })).status).toBe(200)
	})

	it.each([
		'evil.example:PORT',
		'127.0.0.1',
		'localhost:1',
		'127.0.0.1.evil.example:PORT',
		'evil.example',
		'localhost.:PORT',
		'2130706433:PORT',
		'127.1:PORT',
	])('does not answer to %s', async (name) => {
		const { port } = await startEcho()
		const host = name.replace('PORT', String(port))
		const { status, headers, body } = await ask(port, '/', { Host: host, Cookie: cookie(port) })
		expect([400, 421]).toContain(status)
		expect(headers['content-security-policy']).toBeDefined()
		expect(body).not.toContain('<title>Parallax</title>')
		expect((await ask(port, `/?token=${token}`, { Host: host })).headers['set-cookie']).toBeUndefined()
	})

	it('refuses pages of other origins even with the cookie', async () => {
		const { port } = await startEcho()
		for (const foreign of [
			'http://evil.example',
			'null',
			`http://127.0.0.1:${port + 1}`,
			`https://127.0.0.1:${port}`,
		]) {
			expect((await ask(port, '/', { Origin: foreign, Cookie: cookie(port) })).status).toBe(403)
		}
		expect((await ask(port, '/', { Origin: origin(port), Cookie: cookie(port) })).status).toBe(200)
	})

	it('survives what is not HTTP at all', async () => {
		const { port } = await startEcho()
		for (const garbage of [
			'\u0000\u0001\u0002\r\n\r\n',
			'GET / HTTP/1.1\r\n\r\n',
			'GET \\..\\ HTTP/1.1\r\nHost: x y\r\n\r\n',
		]) {
			await new Promise((resolve) => {
				const raw = connect(port, '127.0.0.1', () => raw.end(garbage))
				raw
					.on('error', () => {})
					.on('close', resolve)
					.resume()
			})
		}
		expect((await ask(port, '/', { Cookie: cookie(port) })).status).toBe(200)
	})
})

describe('the development server', () => {
	const devOrigin = 'http://127.0.0.1:5173'
	it('is let in by name only, and the token leads there', async () => {
		const { port } = await startEcho({ env: { PARALLAX_DEV_RENDERER: devOrigin } })
		expect((await ask(port, `/?token=${token}`)).headers.location).toBe(`${devOrigin}/`)
		const proxied = { Host: '127.0.0.1:5173', Origin: devOrigin, Cookie: cookie(port) }
		expect((await ask(port, '/', proxied)).status).toBe(200)
		expect((await ask(port, '/', { Origin: 'http://127.0.0.1:5174', Cookie: cookie(port) })).status).toBe(403)
	})

	it.each([
		'http://127.0.0.1:5173/',
		'http://evil.example',
		'https://localhost:5173',
		'*',
		'null',
		'http://user@localhost:1',
	])('cannot be %s', async (named) => {
		await expect(startEcho({ env: { PARALLAX_DEV_RENDERER: named } })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
	})
})
