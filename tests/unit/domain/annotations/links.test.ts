import { describe, expect, test } from 'vitest'
import { linkFinder, linksIn, openLink, suggestLinks, writeLink } from '#domain/annotations/links.ts'

const known = [
	{ address: 'compare/love', title: 'Love cures', kind: 'Comparison' },
	{ address: 'read/love', title: 'Love cures', kind: 'Trope' },
	{ address: 'read/ect', title: 'Modern ECT', kind: 'Article' },
	{ address: 'work/antichrist', title: 'Antichrist', kind: 'Work' },
]

describe('links in notes', () => {
	test('are found among words', () => {
		expect(linksIn('See [[Antichrist]] and [[read/ect|that one]].')).toEqual([
			'See ',
			{ to: 'Antichrist', words: 'Antichrist' },
			' and ',
			{ to: 'read/ect', words: 'that one' },
			'.',
		])
	})
	test('what only looks like one stays words', () => {
		for (const text of ['[one]', '[[]]', '[[two\nlines]]', '[[open', 'a | b]]']) expect(linksIn(text)).toEqual([text])
	})
	test('name a thing by address, else by title however it is written', () => {
		const find = linkFinder(known)
		expect(find('read/love')?.kind).toBe('Trope')
		expect(find('love cures')?.kind).toBe('Comparison')
		expect(find('MODERN ECT')?.address).toBe('read/ect')
		expect(find('nowhere')).toBeUndefined()
	})
	test('come back as they were written, whatever the title holds', () => {
		const odd = { address: 'note/1', title: 'a [strange] | title', kind: 'Note' }
		expect(linksIn(writeLink(odd))).toEqual([{ to: 'note/1', words: 'a strange title' }])
	})
	test('one is open between its brackets and the caret', () => {
		expect(openLink('see [[mod', 9)).toEqual({ words: 'mod', from: 4 })
		expect(openLink('see [[', 6)).toEqual({ words: '', from: 4 })
		for (const [text, caret] of [
			['see [[mod]] x', 13],
			['see [mod', 8],
			['[[a|b', 5],
			['[[a\nb', 5],
			['[[mod', 1],
		] as const)
			expect(openLink(text, caret), text).toBeUndefined()
	})
	test('are suggested by all words, those first that begin so', () => {
		expect(suggestLinks(known, 'ect').map(({ address }) => address)).toEqual(['read/ect'])
		expect(
			suggestLinks([...known, { address: 'work/x', title: 'Cures of love', kind: 'Work' }], 'cures').at(0)?.address,
		).toBe('work/x')
		expect(suggestLinks(known, '', 2)).toHaveLength(2)
	})
})
