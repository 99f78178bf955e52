import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isAllowed } from '../../../build/notices/allowed.ts'
import { extraNotices } from '../../../build/notices/extras.ts'
import { type Lock, noticesOf, packageOf } from '../../../build/notices/packages.ts'

describe('licences', () => {
	it.each(['MIT', 'OFL-1.1', 'BSD-3-Clause', '(MIT OR GPL-3.0-only)', 'CPAL-1.0 OR AGPL-1.0', 'MIT AND (ISC OR X)'])(
		'%s may go in',
		(expression) => expect(isAllowed(expression)).toBe(true),
	)
	it.each(['', 'GPL-3.0-only', 'MIT AND GPL-3.0-only', 'UNLICENSED', 'SEE LICENSE IN x', 'MITX', '(MIT', 'MIT ISC'])(
		'%j may not',
		(expression) => expect(isAllowed(expression)).toBe(false),
	)
})

describe('the package of a module', () => {
	it.each([
		['/home/a/node_modules/vue/dist/vue.js', 'node_modules/vue'],
		['\0/a/node_modules/@orpc/client/dist/x.mjs?v=1', 'node_modules/@orpc/client'],
		['/a/node_modules/x/node_modules/@y/z/index.js', 'node_modules/x/node_modules/@y/z'],
		['C:\\a\\node_modules\\ws\\index.js', 'node_modules/ws'],
		['/a/src/index.ts', undefined],
	])('of %j is %j', (file, folder) => expect(packageOf(file)).toBe(folder))
})

describe('notices', () => {
	let top: string
	beforeEach(() => {
		top = mkdtempSync(join(tmpdir(), 'parallax-notices-'))
	})
	afterEach(() => rmSync(top, { recursive: true, force: true }))

	/** Installs a package in the temporary folder. */
	function install(name: string, about: object, files: Record<string, string> = {}): void {
		const folder = join(top, 'node_modules', name)
		mkdirSync(folder, { recursive: true })
		const all = { 'package.json': JSON.stringify({ name, version: '1.2.3', ...about }), ...files }
		for (const [file, text] of Object.entries(all)) writeFileSync(join(folder, file), text)
	}
	const notices = (...names: string[]) => {
		const packages: Lock['packages'] = Object.fromEntries(names.map((name) => [`node_modules/${name}`, {}]))
		return noticesOf(
			top,
			{ packages },
			names.map((name) => join(top, 'node_modules', name, 'index.js')),
		)
	}

	it('carry name, version, licence and text, by name and once each', () => {
		install('b', { license: 'MIT' }, { 'LICENSE.md': 'Text of b\n', NOTICE: 'Thanks', 'license.js': 'code' })
		install('a', { license: 'ISC' }, { LICENCE: 'Text of a' })
		expect(notices('b', 'a', 'b')).toEqual([
			{ name: 'a', version: '1.2.3', licence: 'ISC', text: 'Text of a' },
			{ name: 'b', version: '1.2.3', licence: 'MIT', text: 'Text of b\n\nThanks' },
		])
	})

	it('take the standard wording where a package leaves the text out', () => {
		install('a', { license: 'MIT', author: { name: 'Ada' } })
		expect(notices('a')[0]?.text).toMatch(/^Copyright \(c\) Ada\n\nPermission is hereby granted/)
	})

	it('are refused together, each with its reason', () => {
		install('a', {})
		install('b', { license: 'GPL-3.0-only' }, { LICENSE: 'x' })
		install('c', { license: 'WTFPL' })
		expect(() => notices('a', 'b', 'c')).toThrow(
			[
				'a 1.2.3 names no licence.',
				'b 1.2.3 is under GPL-3.0-only, which is not in build/notices/allowed.ts.',
				'c 1.2.3 (WTFPL) ships no licence text, and build/notices/texts has none for it.',
			].join('\n'),
		)
	})

	it('are refused for what is no production dependency', () => {
		install('a', { license: 'MIT' }, { LICENSE: 'x' })
		const files = [join(top, 'node_modules/a/index.js')]
		expect(() => noticesOf(top, { packages: { 'node_modules/a': { dev: true } } }, files)).toThrow('only a development')
		expect(() => noticesOf(top, { packages: {} }, files)).toThrow('not in package-lock.json')
	})

	it('name the desktop runtime, and the citation styles where they are inside', () => {
		const names = (notices: { name: string }[]) => notices.map(({ name }) => name)
		expect(names(extraNotices([]))).toEqual(['Electron', 'Chromium', 'Node.js'])
		const csl = { name: '@citation-js/plugin-csl', version: '1', licence: 'MIT', text: 'x' }
		expect(names(extraNotices([csl]))).toContain('CSL styles and locales')
	})
})
