/** A good document as it is read: blocks, inlines, canonical text, depictions. */
import { describe, expect, it } from 'vitest'
import type { Document } from '#contract/document.ts'
import { canonicalText } from '#domain/documents/canonical.ts'
import { plainText } from '#domain/documents/inlines.ts'
import { edited, lighthouse, packOf } from '../support/pack.ts'

const { documents } = packOf(lighthouse)
const find = (id: string): Document => {
	const found = documents.find((document) => document.id === id)
	if (!found) throw new Error(`no document ${id}`)
	return found
}
const article = find('sleepless-nights')
const trope = find('one-good-night')
const blockOf = (document: Document, id: string) => document.blocks.find((block) => block.id === id)
const readWith = (from: string, to: string) =>
	packOf(edited('articles/sleepless-nights.md', from, to)).documents.find(({ id }) => id === article.id)?.blocks ?? []

describe('blocks', () => {
	it('stand in order, each with its kind, level and heading', () => {
		expect(article.blocks.map(({ id, type, level, ordered, section }) => [id, type, level, ordered, section])).toEqual([
			['top-b1', 'paragraph', undefined, undefined, undefined],
			['what-helps', 'heading', 2, undefined, undefined],
			['what-helps-b1', 'paragraph', undefined, undefined, 'what-helps'],
			['what-helps-b2', 'list-item', 1, false, 'what-helps'],
			['what-helps-b3', 'list-item', 1, false, 'what-helps'],
			['what-helps-b4', 'list-item', 2, true, 'what-helps'],
			['what-helps-b5', 'list-item', 2, true, 'what-helps'],
			['what-helps-b6', 'quote', undefined, undefined, 'what-helps'],
			['how-long', 'heading', 3, undefined, undefined],
			['how-long-b1', 'paragraph', undefined, undefined, 'how-long'],
			['grief', 'heading', 2, undefined, undefined],
			['grief-b1', 'paragraph', undefined, undefined, 'grief'],
			['grief-b2', 'paragraph', undefined, undefined, 'grief'],
		])
	})

	it('carry the content notes of what encloses them, and the paragraphs after do not', () => {
		expect(blockOf(article, 'grief-b1')?.contentNotes).toEqual(['death', 'suicide'])
		expect(blockOf(article, 'grief-b2')?.contentNotes).toEqual([])
	})

	it('keep emphasis, strength and links as marks of their runs', () => {
		const runs = article.blocks.flatMap((block) => block.inlines).filter((run) => Object.keys(run).length > 2)
		expect(runs).toEqual([
			{ type: 'text', text: 'one emphasised phrase', emphasis: true },
			{ type: 'text', text: 'one strong', strong: true },
			{ type: 'text', text: 'the institute', href: 'https://example.org/lamps' },
		])
	})
})

describe('canonical text', () => {
	it.each(documents.map((document) => [document.id, document] as const))(
		'of %s gives each block back by its offsets',
		(_, document) => {
			const text = canonicalText(document)
			for (const block of document.blocks) expect(text.slice(block.start, block.end)).toBe(plainText(block.inlines))
			expect(document.blocks.at(-1)?.end).toBe(text.length)
			expect(text.split('\n')).toHaveLength(document.blocks.length)
		},
	)

	it('has no trace of citations, not even the space before them', () => {
		expect(plainText(blockOf(article, 'what-helps-b1')?.inlines ?? [])).toBe(
			'Regular hours helped most people with lasting insomnia. The effect was small at first. More is at the institute.',
		)
	})

	it('keeps words with a colon inside as they were written', () => {
		expect(canonicalText(trope)).toContain('Fans of Trek:name this the dawn cure.')
		const odd = 'At 12:30 she sang :do :re[mi]{fa=so}, a:b:c, and 3:b[x].'
		expect(readWith('Sleep cannot be forced.', odd).map(({ inlines }) => plainText(inlines))).toContain(odd)
	})

	it('joins lines, decodes entities and keeps code as text', () => {
		const blocks = readWith('Sleep cannot be forced.', 'Rest &amp; *sleep*\n> are  `two`\\\n> things.')
		expect(plainText(blocks[7]?.inlines ?? [])).toBe('Rest & sleep are two things.')
	})
})

describe('citations', () => {
	it('carry their references and locators', () => {
		const cited = (blockOf(article, 'what-helps-b1')?.inlines ?? []).filter((run) => run.type === 'citation')
		expect(cited).toEqual([
			{
				type: 'citation',
				items: [{ reference: 'hart-2014-night', locator: 'p. 104' }, { reference: 'institute-2020-lamps' }],
			},
			{ type: 'citation', items: [{ reference: 'hart-2014-night' }] },
		])
	})

	it('may run over a line’s end, stand in emphasis, and directly behind a word', () => {
		const blocks = readWith(
			'Sleep cannot be forced.',
			'One [@hart-2014-night, p.\n> 3; @moss-2001-grief]*two [@moss-2001-grief]* see:this[@moss-2001-grief].',
		)
		const runs = blocks[7]?.inlines ?? []
		expect(plainText(runs)).toBe('Onetwo see:this.')
		expect(runs.filter((run) => run.type === 'citation')).toHaveLength(3)
	})
})

describe('depictions', () => {
	it('know their work, section, parent, treatment, outcome and marks', () => {
		expect(trope.depictions).toMatchObject([
			{
				id: 'cafe-noir-dawn',
				trope: 'one-good-night',
				work: 'cafe-noir',
				section: 'film',
				treatment: 'straight',
				outcome: 'works',
				spoiler: true,
				unverified: false,
			},
			{ id: 'cafe-noir-barman', parent: 'cafe-noir-dawn', treatment: 'parodied', outcome: 'fails', spoiler: false },
			{ id: 'tide-tables-bunk', work: 'tide-tables', section: 'games', treatment: 'averted', outcome: 'unresolved' },
			{ id: 'foghorn-nap', work: 'foghorn', unverified: true, outcome: 'partly' },
		])
		expect(trope.depictions[0]).not.toHaveProperty('parent')
	})

	it('have the canonical text of their own blocks, nested ones left out', () => {
		expect(trope.depictions.map(({ text }) => text.split('\n'))).toEqual([
			['The widow falls asleep in the café and wakes healed at the end.'],
			['The barman tries the same and only misses his shift.'],
			['The keeper lies awake in the bunk through the shelling.'],
			['The foghorn sounds and nobody sleeps.', 'The narrator drinks until morning.'],
		])
	})

	it('carry every content note that flags a part of their text, from around it or within', () => {
		expect(trope.depictions.map(({ contentNotes }) => contentNotes)).toEqual([
			['death'],
			['death'],
			['violence'],
			['substance-use'],
		])
	})
})
