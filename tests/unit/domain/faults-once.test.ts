/** One mistake is one fault: what follows from it is not told, and it hides nothing else. */
import { describe, expect, it } from 'vitest'
import { edited, faultsOf, withFile } from '../support/pack.ts'

const article = 'articles/sleepless-nights.md'
const trope = 'tropes/one-good-night.md'
const comparison = 'comparisons/dawn.yaml'

describe('what follows from one fault', () => {
	it.each<[string, string, string]>([
		[trope, 'aliases:', 'aliases: ['],
		[trope, 'title: One good night\n', ''],
		[article, '---\nid', 'id'],
		['works.yaml', 'medium: film', 'medium: movie'],
		['works.yaml', 'id: cafe-noir', 'id: Café Noir'],
		['topics.yaml', 'title: Insomnia', 'name: Insomnia'],
		['topics.yaml', 'title: Grief }', 'title: Grief'],
		['references.json', '"title": "Grief by the sea",', ''],
		['references.json', '"Moss",', '"Moss"'],
	])('is not told a second time elsewhere (%s)', (path, from, to) => {
		expect(new Set(faultsOf(edited(path, from, to)).map(({ file }) => file))).toEqual(new Set([path]))
	})

	it('is told once in a comparison whose trope is not there', () => {
		const faults = faultsOf(withFile(trope, undefined))
		expect(faults).toEqual([{ file: comparison, line: 4, message: 'trope “one-good-night” does not exist' }])
	})

	it('does not hide what else is wrong in the same file', () => {
		const twice = edited(
			comparison,
			'verdict: harmful',
			'verdict: wrong',
			edited(comparison, '[hart-2014-night]', '[]'),
		)
		const files = edited(comparison, 'title: Dawn', 'name: x\ntitle: Dawn', twice)
		expect(faultsOf(files).map(({ line, message }) => [line, message.split(/[;:]/)[0]])).toEqual([
			[2, 'unknown key “name”'],
			[15, 'point “single-night” is without evidence'],
			[30, 'points.verdict'],
		])
	})

	it.each(['pack.yaml', 'topics.yaml', 'works.yaml', 'references.json'])('names %s when it is not there', (path) => {
		expect(faultsOf(withFile(path, undefined))).toContainEqual({
			file: path,
			line: 1,
			message: `the pack has no ${path}`,
		})
	})

	it('names a file that is not part of a pack', () => {
		const message = expect.stringContaining('not part of a pack')
		for (const path of ['articles/notes.txt', 'comparisons/dawn.json', 'pack.yml'])
			expect(faultsOf(withFile(path, 'x'))).toEqual([{ file: path, line: 1, message }])
		expect(faultsOf(withFile('LICENCE.txt', 'x'))).toEqual([])
	})
})
