import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { desktopAddress, pathAmong, pathOf } from '#contract/address.ts'

describe('an address from outside', () => {
	it.each([
		['parallax://open/compare/a?view=texts', '/compare/a?view=texts'],
		['PARALLAX://open/read/a', '/read/a'],
		['http://127.0.0.1:4100/beside?panes=a,b', '/beside?panes=a,b'],
		['http://localhost:1/library#top', '/library#top'],
		['http://[::1]:80/', '/'],
		['  /read/a?find=grief%20now ', '/read/a?find=grief%20now'],
		['http://127.0.0.1:4100/?token=secret', '/'],
		['http://127.0.0.1:4100/read/a?token=secret&block=b&TOKEN=x', '/read/a?block=b'],
	])('%s leads to %s', (text, path) => expect(pathOf(text)).toBe(path))

	it.each([
		'',
		'grief',
		'and/or',
		'//example.org/read/a',
		'/\\example.org',
		'https://example.org/read/a',
		'http://127.0.0.1.example.org/read/a',
		'http://127.0.0.1@example.org/read/a',
		'http://127.0.0.1:4100',
		'parallax://open',
		'parallax:///read/a',
		'parallax://elsewhere/read/a',
		'parallax://open/read/../../etc',
		'parallax://open/read/%2e%2e',
		'parallax://open//example.org',
		'parallax://open/read/a?x=" --data=y',
		'parallax://open/read/a#<b>',
		'javascript:alert(1)',
		'file:///etc/passwd',
		`/read/${'a'.repeat(5000)}`,
	])('%s leads nowhere', (text) => expect(pathOf(text)).toBeUndefined())

	it('is a plain path inside the windows or nothing, whatever is pasted', () => {
		const near = fc.tuple(
			fc.constantFrom('parallax://open', 'http://127.0.0.1:1', '', '/', '//'),
			fc.webPath(),
			fc.string(),
		)
		fc.assert(
			fc.property(
				fc.oneof(
					near.map((parts) => parts.join('')),
					fc.string(),
					fc.webUrl(),
				),
				(text) => {
					const path = pathOf(text)
					if (path !== undefined) expect(new URL(path, 'http://x').host).toBe('x')
					if (path !== undefined) expect(pathOf(desktopAddress(path))).toBe(path)
				},
			),
			{ numRuns: 1000 },
		)
	})
})

it('is found among the words of a command line, the last one', () => {
	expect(pathAmong(['electron', '.', '--data', '/read/x'])).toBeUndefined()
	expect(pathAmong(['electron', '--x', 'parallax://open/read/a', 'parallax://open/read/b'])).toBe('/read/b')
	expect(pathAmong(['electron', 'parallax://elsewhere/read/a'])).toBeUndefined()
})
