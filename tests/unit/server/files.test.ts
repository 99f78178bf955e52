import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { ask, cookie, endServers, makeRenderer, startEcho } from './support.ts'

afterEach(endServers)

describe('files', () => {
	it('serves the page fresh and hashed files for good, both with security headers', async () => {
		const { port } = await startEcho()
		const page = await ask(port, '/', { Cookie: cookie(port) })
		expect(page.body).toContain('<title>Parallax</title>')
		expect(page.headers).toMatchObject({
			'content-type': 'text/html; charset=utf-8',
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff',
			'cross-origin-resource-policy': 'same-origin',
		})
		expect(page.headers['content-security-policy']).toContain("default-src 'none'")
		expect(page.headers['content-security-policy']).not.toContain('unsafe')
		const script = await ask(port, '/assets/index-abc123.js', { Cookie: cookie(port) })
		expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
		expect(script.headers['cache-control']).toBe('private, max-age=31536000, immutable')
		expect(script.headers['content-security-policy']).toBe(page.headers['content-security-policy'])
	})

	it('answers a route of the app with the page, and never caches it as a file', async () => {
		const { port } = await startEcho()
		for (const route of ['/compare/x', '/assets/route', '/']) {
			const { status, headers } = await ask(port, route, { Cookie: cookie(port) })
			expect([status, headers['cache-control']]).toEqual([200, 'no-store'])
		}
	})

	it('has headers but no content for HEAD', async () => {
		const { port } = await startEcho()
		const { status, headers, body } = await ask(port, '/', { Cookie: cookie(port) }, 'HEAD')
		expect([status, headers['content-type'], body]).toEqual([200, 'text/html; charset=utf-8', ''])
	})

	it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND'])('refuses %s', async (method) => {
		const { port } = await startEcho()
		const { status, headers } = await ask(port, '/', { Cookie: cookie(port) }, method)
		expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
		expect(headers['content-security-policy']).toBeDefined()
		expect(headers['access-control-allow-origin']).toBeUndefined()
	})

	it.each([
		'/../secret.txt',
		'/..%2fsecret.txt',
		'/%2e%2e/secret.txt',
		'/assets/..%5c..%5csecret.txt',
		'/assets/%00.js',
		'/link.txt',
		'/missing.js',
		'/%zz.js',
	])('finds nothing at %s', async (path) => {
		const rendererDir = makeRenderer()
		const secret = join(rendererDir, '..', 'secret.txt')
		writeFileSync(secret, 'secret')
		// Windows lets only some people make links; there /link.txt is a missing file.
		if (process.platform !== 'win32') symlinkSync(secret, join(rendererDir, 'link.txt'))
		const { port } = await startEcho({ rendererDir })
		const { status, body } = await ask(port, path, { Cookie: cookie(port) })
		expect(status).toBe(404)
		expect(body).not.toBe('secret')
	})

	it('says that /rpc is a WebSocket', async () => {
		const { port } = await startEcho()
		expect((await ask(port, '/rpc', { Cookie: cookie(port) })).status).toBe(426)
	})
})
