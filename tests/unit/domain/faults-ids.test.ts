/** Ids are kebab-case and stand once, over all kinds of entries; annotations and scripts name things by them alone. */
import { describe, expect, it } from 'vitest'
import { type Breakage, edited, expectFault, faultsOf, lighthouse, withFile } from '../support/pack.ts'

const article = 'articles/sleepless-nights.md'
const trope = 'tropes/one-good-night.md'
const comparison = 'comparisons/dawn.yaml'
const bare = '  title: x\n  creators: []\n  year: 1\n  medium: film\n'

describe('a duplicate id', () => {
	it.each<Breakage>([
		[
			'topics.yaml',
			'- { id: grief',
			'- { id: insomnia, title: Again }\n- { id: grief',
			'it is a topic in topics.yaml, line 1',
		],
		[
			'works.yaml',
			'- id: foghorn',
			`- id: cafe-noir # again\n${bare}- id: foghorn`,
			'it is a work in works.yaml, line 1',
		],
		[comparison, 'id: grief-ends', 'id: single-night # again', 'duplicate id “single-night” among the points'],
		[comparison, 'id: dawn', 'id: tide-tables', 'duplicate id “tide-tables”: it is a work in works.yaml, line 10'],
		[
			article,
			'{#what-helps}',
			'{#grief}',
			'duplicate id “grief” in this document: it stands in line 11 already',
			'## Grief',
		],
		[
			trope,
			'{#games}',
			'{#how-it-goes}',
			'duplicate id “how-it-goes” in this document: it stands in line 14 already',
			'## Games',
		],
		[
			trope,
			'{#games}',
			'{#cafe-noir-dawn}',
			'duplicate id “cafe-noir-dawn” in this document: it stands in line 20 already',
			'## Games',
		],
		[trope, '{#games}', '{#how-it-goes-b1}', 'the id “how-it-goes-b1” is that of a block already', '## Games'],
		[
			'references.json',
			'"id": "reed-1995-keeper"',
			'"id": "foghorn"',
			'duplicate id “foghorn”: it is a work in works.yaml, line 18',
		],
	])('%s: %s → %s', expectFault)

	it('is found between two files', () => {
		const copy = lighthouse.get(article) ?? ''
		expect(faultsOf(withFile('articles/zz-copy.md', copy))).toEqual([
			{
				file: 'articles/zz-copy.md',
				line: 2,
				message: expect.stringContaining(`it is a document in ${article}, line 2`),
			},
		])
		expect(faultsOf(withFile('comparisons/zz-copy.yml', lighthouse.get(comparison)))).toEqual([
			{ file: 'comparisons/zz-copy.yml', line: 1, message: expect.stringContaining('duplicate id “dawn”') },
		])
	})

	it('is found between kinds, and told where the second stands', () => {
		expect(faultsOf(edited('works.yaml', '- id: foghorn', `- id: foghorn-nap\n${bare}- id: foghorn`))).toEqual([
			{ file: trope, line: 36, message: 'duplicate id “foghorn-nap”: it is a work in works.yaml, line 18' },
		])
	})

	it('of a depiction is told once, and names the line of the first', () => {
		const files = edited(trope, '{#foghorn-nap work=foghorn', '{#tide-tables-bunk work=foghorn')
		expect(faultsOf(files)).toEqual([
			{
				file: trope,
				line: 36,
				message: 'duplicate id “tide-tables-bunk” in this document: it stands in line 31 already',
			},
		])
	})
})

describe('an id that is none', () => {
	const kebab = 'ids are lower-case words joined by hyphens'
	it.each<Breakage>([
		['pack.yaml', 'id: lighthouse', 'id: The Lighthouse', kebab],
		['topics.yaml', '- id: insomnia', '- id: insomnia_', kebab],
		['works.yaml', '- id: cafe-noir', '- id: café-noir', kebab],
		[article, 'id: sleepless-nights', 'id: sleepless--nights', kebab],
		[article, 'id: sleepless-nights\n', '', 'id: this is required', 'title: Sleepless nights'],
		[comparison, 'id: grief-ends', 'id: -grief', kebab],
		['references.json', '"id": "reed-1995-keeper"', '"id": "Reed1995"', kebab],
		[article, ' {#what-helps}', '', 'needs a stable id in kebab-case at its end: ## Title {#id}', '## What helps'],
		[article, ' {#what-helps}', ' {#What Helps}', 'needs a stable id', '## What helps'],
		[article, ' {#what-helps}', ' {#What-helps}', 'needs a stable id', '## What helps'],
		[article, ' {#what-helps}', ` {#${'a-'.repeat(60)}a}`, 'needs a stable id', '## What helps'],
		[trope, '{#foghorn-nap work', '{work', 'the depiction needs a stable id', '::::depiction{work'],
		[trope, '{#foghorn-nap work', '{#Foghorn work', 'the depiction needs a stable id', '::::depiction{#Fog'],
	])('%s: %s → %s', expectFault)
})
