import { expect, it } from 'vitest'
import { developmentOrigin, isLocalServer, mayOpenOutside, originOf } from '../../../src/main/origins.ts'

it('gives web, mail and telephone addresses away, and no others', () => {
	for (const url of [
		'https://doi.org/10.1037/x?y#z',
		'https://example.org:8443/',
		'mailto:help@example.org',
		'tel:+353-1-554-3811',
	])
		expect(mayOpenOutside(url), url).toBe(true)
	for (const url of [
		'http://example.org/',
		'file:///etc/passwd',
		'javascript:alert(1)',
		'data:text/html,x',
		'smb://host/share',
		'tel:116;ext=1',
		'tel:*%2306%23',
		'ms-settings:privacy',
		'app://parallax/',
		'https://user@example.org/',
		'https://user:word@example.org/',
		`https://example.org/${'x'.repeat(2000)}`,
		'not an address',
		'',
	])
		expect(mayOpenOutside(url), url).toBe(false)
})

it('takes a development server on this machine alone, in an unpackaged app alone', () => {
	expect(developmentOrigin('http://localhost:5173/', false)).toBe('http://localhost:5173')
	expect(developmentOrigin('http://127.0.0.1:5173', false)).toBe('http://127.0.0.1:5173')
	expect(developmentOrigin('http://[::1]:5173', false)).toBe('http://[::1]:5173')
	expect(developmentOrigin('http://localhost:5173/', true)).toBeUndefined()
	for (const url of [undefined, '', 'http://example.org:5173', 'https://localhost', 'file:///x', 'nonsense'])
		expect(developmentOrigin(url, false), url).toBeUndefined()
})

it('names origins of our own scheme too', () => {
	expect(originOf('app://parallax/read/x?y#z')).toBe('app://parallax')
	expect(originOf('app://parallax.example/')).toBe('app://parallax.example')
	expect(originOf('https://example.org:444/x')).toBe('https://example.org:444')
	expect(originOf('nonsense')).toBeUndefined()
})

it('knows a server on this machine', () => {
	expect(isLocalServer('http://127.0.0.1:4000/?token=x')).toBe(true)
	expect(isLocalServer('http://localhost:4000/')).toBe(true)
	for (const url of ['https://127.0.0.1/', 'http://127.0.0.1.example.org/', 'http://10.0.0.1/', 'file:///x', 'x'])
		expect(isLocalServer(url), url).toBe(false)
})
