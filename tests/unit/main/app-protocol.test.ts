import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { contentSecurityPolicy } from '#backend/web/security-headers.ts'
import { appHandler } from '../../../src/main/app-protocol.ts'

let root: string
beforeAll(() => {
	root = mkdtempSync(join(tmpdir(), 'parallax-app-'))
	writeFileSync(join(root, 'index.html'), '<!doctype html>')
})
afterAll(() => rmSync(root, { recursive: true }))

// Node's Request takes any scheme, as Electron's does.
const ask = (url: string, method = 'GET') => appHandler(root)(new Request(url, { method }))

it('hands out the page with its policy', async () => {
	const response = await ask('app://parallax/read/some-article?block=x')
	expect(response.status).toBe(200)
	expect(await response.text()).toBe('<!doctype html>')
	expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
	expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
	expect(response.headers.get('x-content-type-options')).toBe('nosniff')
})

it('has nothing elsewhere, and takes nothing', async () => {
	for (const url of [
		'app://other/',
		'app://parallax.example/',
		'app://parallax/none.js',
		'app://parallax/%2e%2e%2fx.js',
	])
		expect((await ask(url)).status, url).toBe(404)
	expect((await ask('app://parallax/', 'POST')).status).toBe(405)
})

it('keeps the policy on refusals, in words that say what to do', async () => {
	const response = await ask('app://parallax/none.js')
	expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
	expect(await response.text()).toMatch(/Install it again/)
})

it('answers a question for headers without a body', async () => {
	const response = await ask('app://parallax/', 'HEAD')
	expect([response.status, await response.text()]).toEqual([200, ''])
})
