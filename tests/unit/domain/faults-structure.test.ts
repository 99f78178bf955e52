/** Headings in order, works and evidence in place, and nothing in the prose that the format does not have. */
import { describe, expect, it } from 'vitest'
import { type Breakage, edited, expectFault, faultsOf, withFile } from '../support/pack.ts'

const article = 'articles/sleepless-nights.md'
const trope = 'tropes/one-good-night.md'
const comparison = 'comparisons/dawn.yaml'
const end = 'Most people recover without treatment.'

describe('a heading', () => {
	it.each<Breakage>([
		[article, '### How long', '#### How long', 'heading out of order: level 4 after level 2'],
		[article, '## What helps', '### What helps', 'heading out of order: level 3 after level 1'],
		[article, '## What helps', '# What helps', 'headings begin at level 2 (##): the title is in the front matter'],
		[article, '## What helps {#what-helps}', 'What helps {#what-helps}\n===', 'headings begin at level 2'],
		[article, '## What helps {#what-helps}', '## {#what-helps}', 'the heading has no text'],
		[article, '## What helps', `## ${'What helps '.repeat(30)}`, 'a heading may have 300 characters at most'],
		[article, end, `> ## Quoted {#quoted}\n\n${end}`, 'a heading must stand on its own, not inside another block'],
		[trope, 'The foghorn sounds', '### Sounds {#sounds}\n\nThe foghorn sounds', 'a heading must stand on its own'],
	])('%s: %s → %s', expectFault)
})

describe('evidence', () => {
	it.each<Breakage>([
		[
			comparison,
			'references: [hart-2014-night]',
			'references: []',
			'point “single-night” is without evidence: its finding needs at least one reference',
		],
		[comparison, '    references: [hart-2014-night]\n', '', 'references: this is required', '  - id: single-night'],
		[
			comparison,
			'cafe-noir-dawn: mixed\n      cafe-noir-barman: contradicts',
			'cafe-noir-dawn: open',
			'point “grief-ends” is without evidence: no depiction takes a stance on it',
			'    stances:\n      cafe-noir-dawn: open',
		],
		[
			comparison,
			'    stances:\n      cafe-noir-dawn: mixed\n      cafe-noir-barman: contradicts\n',
			'    stances: {}\n',
			'no depiction takes a stance on it',
			'    stances: {}',
		],
		[
			comparison,
			'    question: What does a story owe to people who grieve?\n',
			'',
			'question: this is required',
			'  - id: grief-ends',
		],
		[comparison, 'claim: Sleep ends grief.', 'claim: ""', 'claim: this must not be empty'],
		[
			comparison,
			'finding: Grief lasts',
			`finding: ${'Grief '.repeat(1000)}lasts`,
			'finding: this may be 5000 characters at most',
		],
		[comparison, 'tropes: [one-good-night]', 'tropes: []', 'tropes: at least one is needed'],
	])('%s: %s → %s', (path, from, to, says, at = to) => {
		const files = edited(path, from, to)
		const [fault, ...more] = faultsOf(files)
		expect(more).toEqual([])
		expect(fault?.message).toContain(says)
		const line = at.includes('stances:\n') ? 'stances' : at.split('\n')[0]
		expect(files.get(path)?.split('\n')[(fault?.line ?? 0) - 1]).toContain(line)
	})
})

describe('a depiction', () => {
	it.each<Breakage>([
		[
			trope,
			' work=foghorn',
			'',
			'the depiction “foghorn-nap” has no work: name one of works.yaml with work=…',
			'::::depiction{#foghorn-nap',
		],
		[
			trope,
			'The barman tries the same and only misses his shift.\n',
			'',
			'the depiction “cafe-noir-barman” has no text',
			':::depiction{#cafe-noir-barman',
		],
		[
			article,
			end,
			`${end}\n\n:::depiction{#x work=foghorn treatment=straight outcome=works}\nText.\n:::`,
			'“:::depiction” is not known here; known are :::content-note',
			':::depiction',
		],
		[
			trope,
			'violence"}\n:::depiction',
			'violence"}\n:::portrayal',
			'known are :::content-note and :::depiction',
			':::portrayal',
		],
	])('%s: %s → %s', (path, from, to, says, at = to) => {
		const files = edited(path, from, to)
		const own = faultsOf(files).filter(({ file }) => file === path)
		expect(own).toMatchObject([{ message: expect.stringContaining(says) }])
		expect(files.get(path)?.split('\n')[(own[0]?.line ?? 0) - 1]).toContain(at.split('\n')[0])
	})
})

it('finds a document without text', () => {
	const head = '---\nid: empty\ntitle: Empty\nsummary: x\ntopics: []\ncontentNotes: []\n---\n'
	expect(faultsOf(withFile('articles/empty.md', head))).toEqual([
		{ file: 'articles/empty.md', line: 8, message: 'the document has no text' },
	])
})
