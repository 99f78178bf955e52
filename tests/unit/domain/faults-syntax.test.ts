/** Files that are not YAML, JSON or front matter at all: the fault stands where the text breaks. */
import { describe, expect, it } from 'vitest'
import { type Breakage, edited, expectFault, faultsOf, lighthouse, withFile } from '../support/pack.ts'

const article = 'articles/sleepless-nights.md'
const comparison = 'comparisons/dawn.yaml'

describe('YAML', () => {
	it.each<Breakage>([
		['pack.yaml', 'description: Uses', 'description: "Uses', 'this is not valid YAML: Missing closing "quote', ''],
		['pack.yaml', 'version: 1.2.3', '\tversion: 1.2.3', 'Tabs are not allowed as indentation'],
		['pack.yaml', 'version: 1.2.3', 'version: 1.2.3\nversion: 1.2.4', 'duplicate key “version”', 'version: 1.2.4'],
		['pack.yaml', 'version: 1.2.3', 'version: 1.2', 'version: this must be text'],
		['pack.yaml', 'version: 1.2.3', 'version: v1', 'a version reads like 1.0.0'],
		['pack.yaml', 'language: en-GB', 'language: English', 'a language reads like en or en-GB'],
		['pack.yaml', 'https://example.org/page', 'javascript:alert(1)', 'a web address begins with https:// or http://'],
		['pack.yaml', 'title: The lighthouse', 'title: *nothing', 'Unresolved alias', ''],
		['topics.yaml', '- { id: grief,', '{ id: grief,', 'this is not valid YAML'],
		['works.yaml', 'year: 1987', 'year: 1987-05-04', 'year: this must be a number'],
		['works.yaml', 'year: 1999', 'year: 19990', 'year: this may be 2200 at most'],
		['works.yaml', '  title: Foghorn', '  title:', 'title: this must be text'],
		['works.yaml', '  creators: []', '  creators: nobody', 'creators: this must be a list'],
		[article, 'title: Sleepless nights', 'title: Sleepless: nights', 'this is not valid YAML'],
		[comparison, '  - id: grief-ends', '  id: grief-ends', 'this is not valid YAML'],
	])('%s: %s → %s', (path, from, to, says, at = to) => {
		const files = edited(path, from, to)
		const faults = faultsOf(files)
		const fault = faults.find(({ message }) => message.includes(says))
		expect(faults.every(({ file }) => file === path)).toBe(true)
		expect(files.get(path)?.split('\n')[(fault?.line ?? 0) - 1]).toContain(at.split('\n')[0])
	})

	it('that is another kind of value is named at its first line', () => {
		expect(faultsOf(withFile('pack.yaml', '- a\n- b'))).toMatchObject([
			{ line: 1, message: 'this must be a set of keys' },
		])
		expect(faultsOf(withFile('topics.yaml', ''))).toMatchObject([{ line: 1, message: 'this must be a list' }])
	})

	it('with values that are not JSON’s is read as text, or refused', () => {
		expect(faultsOf(edited('pack.yaml', 'title: The lighthouse', 'title: !!binary aGk='))).toEqual([])
		expect(faultsOf(withFile('pack.yaml', '!!binary aGk='))).toMatchObject([
			{ line: 1, message: 'this must be a set of keys' },
		])
		expect(faultsOf(edited('works.yaml', 'note: Made up.', '? { a: 1 }\n  : Made up.'))).toMatchObject([
			{ file: 'works.yaml', message: expect.stringContaining('unknown key') },
		])
	})

	it('with aliases that multiply is refused, not unfolded', () => {
		const levels = [...'abcdefghij'].map(
			(name, i, all) => `${name}: &${name} [${`*${all[i - 1]},`.repeat(i ? 10 : 0)}x]`,
		)
		const faults = faultsOf(withFile('pack.yaml', levels.join('\n')))
		expect(faults).toMatchObject([{ file: 'pack.yaml', message: expect.stringContaining('alias') }])
	})
})

describe('front matter', () => {
	const none = 'the file must begin with front matter between two lines of ---'
	it.each<Breakage>([
		[article, '---\nid: sleepless', 'id: sleepless', none],
		[article, 'contentNotes: []\n---', 'contentNotes: []', none, '---'],
	])('%s: %s → %s', expectFault)

	it('may have spaces behind its fences, and the body counts lines with it', () => {
		const files = edited(article, 'contentNotes: []\n---\n', 'contentNotes: []\n---  \n')
		expect(faultsOf(files)).toEqual([])
		expectFault(
			article,
			'contentNotes: []\n---\n\nThe opening',
			'contentNotes: []\n---\n<p>\n\nThe opening',
			'HTML',
			'<p>',
		)
	})
})

describe('references.json', () => {
	const path = 'references.json'
	it.each<Breakage>([
		[path, '"issue": "3",', '"issue": 3x,', 'this is not valid JSON', '"issue": 3x'],
		[path, '"page": "101-109",', '"page": "101-109"', 'this is not valid JSON', '"DOI": "10.5555'],
		[path, '"DOI": "10.5555/made.up.1"', '"DOI": "10.5555/made.up.1",', 'this is not valid JSON', '\t},'],
		[path, '"type": "book"', '"type": \'book\'', 'this is not valid JSON'],
		[path, '"Grief by the sea"', '"Grief by\nthe sea"', 'this is not valid JSON', '"Grief by'],
		[path, '"publisher": "Pier Films"\n\t}\n]', '"publisher": "Pier Films"\n\t}', 'this is not valid JSON', ''],
		[path, '"title": "Grief by the sea",', '', 'title: this must be text', '"id": "moss'],
		[path, '"title": "Grief by the sea"', '"title": ""', 'title: this must not be empty', '"id": "moss'],
		[path, '"id": "moss-2001-grief",', '"name": "x",', 'id: this must be text', '{\n\t\t"name"'],
		[path, '[{ "family": "Moss", "given": "Ida B." }]', '"Ida Moss"', 'author: this must be a list', '"id": "moss'],
		[
			path,
			'{ "family": "Moss", "given": "Ida B." }',
			'{ "given": "Ida" }',
			'a name needs family or literal',
			'"id": "moss',
		],
		[path, '{ "date-parts": [[2001]] }', '"2001"', 'issued: this must be a set of keys', '"id": "moss'],
		[path, '{ "date-parts": [[2001]] }', '{}', 'a date needs date-parts, raw or literal', '"id": "moss'],
		[path, '"10.5555/made.up.1"', '"https://doi.org/10.5555/made.up.1"', 'a DOI begins with 10.', '"id": "hart'],
		[
			path,
			'"https://example.org/lamps?a=1&b=2"',
			'"javascript:alert(1)"',
			'a web address begins with',
			'"id": "institute',
		],
	])('%s: %s → %s', (file, from, to, says, at = to) => {
		const files = edited(file, from, to)
		const text = files.get(file) ?? ''
		const line = at ? text.slice(0, text.indexOf(at)).split('\n').length : text.trimEnd().split('\n').length
		const [fault] = faultsOf(files)
		expect(fault).toMatchObject({ file, message: expect.stringContaining(says) })
		expect(Math.abs((fault?.line ?? 0) - line)).toBeLessThanOrEqual(at ? 0 : 1)
	})

	it('must be a list', () => {
		expect(faultsOf(withFile(path, '{}'))[0]?.message).toContain('must hold a list of CSL-JSON entries')
	})
})

describe('bytes of other editors', () => {
	it('may begin with a byte order mark and end lines with CR LF, in every file', () => {
		const windows = new Map([...lighthouse].map(([path, text]) => [path, `\uFEFF${text.replaceAll('\n', '\r\n')}`]))
		expect(faultsOf(windows)).toEqual([])
		const broken = edited(article, '## What helps', '#### What helps', windows)
		expect(faultsOf(broken)).toMatchObject([
			{ file: article, line: 11, message: expect.stringContaining('out of order') },
		])
		expect(faultsOf(edited('works.yaml', 'medium: film', 'medium: movie', windows))).toMatchObject([{ line: 8 }])
	})

	it('must be UTF-8', () => {
		const latin = Buffer.from('Caf\xe9', 'latin1').toString('utf8')
		expect(faultsOf(withFile('SOURCES.md', `One.\n${latin}`))).toEqual([
			{ file: 'SOURCES.md', line: 2, message: 'this is not UTF-8; save the file as UTF-8' },
		])
	})
})
