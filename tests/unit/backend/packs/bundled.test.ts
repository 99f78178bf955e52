/** The packs that ship: no fault, evidence on both sides of every point, and what readers must be warned of flagged. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { itemsOf } from '#backend/library/items.ts'
import { Library } from '#backend/library/library.ts'
import { compilePack } from '#backend/packs/compile.ts'
import { readPackFiles } from '#backend/packs/files.ts'
import { SearchEngine } from '#backend/search/engine.ts'
import { canonicalText } from '#domain/documents/canonical.ts'

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'resources', 'packs')
const packs = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'pack.yaml')))

it('are there', () => {
	expect(packs).toContain('intimacy-and-therapy')
})

describe.each(packs)('%s', async (name) => {
	const files = await readPackFiles(join(folder, name))
	const result = compilePack(files)
	const { compiled, faults } = result
	const { documents = [], comparisons = [], references = [], works = [] } = compiled ?? {}
	const depictions = documents.flatMap((document) => document.depictions)

	it('has no fault', () => {
		expect(faults).toEqual([])
	})

	it('says where its facts come from', () => {
		expect(files.get('SOURCES.md')?.length).toBeGreaterThan(500)
	})

	it.each(comparisons.map((comparison) => [comparison.id, comparison] as const))(
		'%s has evidence on both sides of each point',
		(_, comparison) => {
			const own = documents
				.filter(({ id }) => comparison.tropes.includes(id))
				.flatMap((document) => document.depictions)
			for (const point of comparison.points) {
				expect(point.stances.map(({ depiction }) => depiction)).toEqual(own.map(({ id }) => id))
				expect([point.id, point.stances.filter(({ stance }) => stance !== 'open').length]).not.toEqual([point.id, 0])
				expect([point.id, point.references.length]).not.toEqual([point.id, 0])
				expect(point.question).toContain('?')
				expect(point.passages.fiction.length * point.passages.reality.length).toBeGreaterThan(0)
			}
		},
	)

	it('uses every work and reference that it lists', () => {
		const cited = new Set([
			...comparisons.flatMap(({ points }) => points.flatMap((point) => point.references)),
			...documents.flatMap(({ blocks }) =>
				blocks.flatMap(({ inlines }) =>
					inlines.flatMap((inline) => (inline.type === 'citation' ? inline.items.map((item) => item.reference) : [])),
				),
			),
		])
		expect(references.map(({ id }) => id).filter((id) => !cited.has(id))).toEqual([])
		const told = new Set(depictions.map(({ work }) => work))
		expect(works.map(({ id }) => id).filter((id) => !told.has(id))).toEqual([])
	})

	it('flags depictions of violence and abuse wherever its words name them', () => {
		const words: [RegExp, readonly string[]][] = [
			[
				/\b(rape[ds]?|raping|rapist|sexual(ly)? (assault|abuse|violence)|molest\w*)\b/i,
				['sexual-violence', 'child-abuse'],
			],
			[/\b(suicid\w*|kill(s|ed)? (himself|herself|themself|themselves))\b/i, ['suicide']],
			[/\b(self-harm\w*|cut(s|ting)? (himself|herself|themself))\b/i, ['self-harm']],
		]
		for (const { id, text, contentNotes } of depictions)
			for (const [pattern, notes] of words)
				if (pattern.test(text))
					expect([id, pattern.exec(text)?.[0], contentNotes.some((note) => notes.includes(note))]).toEqual([
						id,
						pattern.exec(text)?.[0],
						true,
					])
	})

	it('has no leftovers of its making in the text', () => {
		for (const document of documents)
			expect(canonicalText(document)).not.toMatch(
				/\b(TODO|FIXME|TBD|XXX|lorem ipsum)\b|\[@|\{#|:::|\s[,.;:]|\s{2,}(?!\n)/i,
			)
	})

	it('names each work by who made it and when, or says that it could not be verified', () => {
		const bare = works.filter((work) => !work.unverified && (!work.creators.length || work.year === null) && !work.note)
		expect(bare.map(({ id }) => id)).toEqual([])
		const library = new Library()
		if (compiled) library.add(compiled)
		for (const item of itemsOf(library, 'depiction')) expect(item.medium).toBeDefined()
	})

	it('is found by the titles of its comparisons and documents', () => {
		const engine = new SearchEngine()
		if (result.compiled) engine.add(result.index)
		for (const { id, title } of [...comparisons, ...documents]) {
			const { fiction, reality } = engine.query(`${title} `, 50)
			expect([...fiction, ...reality].map((hit) => hit.id)).toContain(id)
		}
	})
})
