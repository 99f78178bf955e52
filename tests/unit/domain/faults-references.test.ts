/** A reference from one entry to another that does not resolve is a fault at the line where it stands. */
import { describe, expect, it } from 'vitest'
import { type Breakage, edited, expectFault, faultsOf } from '../support/pack.ts'

const article = 'articles/sleepless-nights.md'
const trope = 'tropes/one-good-night.md'
const comparison = 'comparisons/dawn.yaml'

describe('what does not exist', () => {
	it.each<Breakage>([
		[
			article,
			'[@hart-2014-night].',
			'[@hart-2014-nights].',
			'reference “hart-2014-nights” does not exist; did you mean hart-2014-night',
			'Regular hours',
		],
		[
			article,
			'[@moss-2001-grief]',
			'[@moss-2001-grief; @nobody-1900]',
			'reference “nobody-1900” does not exist',
			'After a death',
		],
		[article, '@institute-2020-lamps]', '@lamps-2020]', 'did you mean institute-2020-lamps?', 'Regular hours'],
		[article, 'topics: [insomnia]', 'topics: [sleep]', 'topic “sleep” does not exist'],
		[trope, 'topics: [insomnia, grief]', 'topics: [insomnia, griefs]', 'topic “griefs” does not exist'],
		[
			trope,
			'id: one-good-night, note',
			'id: one-bad-night, note',
			'document “one-bad-night” does not exist; did you mean one-good-night?',
		],
		[trope, 'work=foghorn', 'work=fog-horn', 'work “fog-horn” does not exist', '::::depiction{#foghorn-nap'],
		[trope, 'work=tide-tables ', 'work=grief ', 'work “grief” does not exist', ':::depiction{#tide'],
		[
			comparison,
			'references: [hart-2014-night]',
			'references: [hart-2014-day]',
			'reference “hart-2014-day” does not exist',
		],
		[comparison, 'topics: [insomnia]', 'topics: [insomnias]', 'topic “insomnias” does not exist'],
		[
			comparison,
			'articles: [sleepless-nights]',
			'articles: [sleepless-nights, sleepless]',
			'article “sleepless” does not exist',
		],
		[
			comparison,
			'articles: [sleepless-nights]',
			'articles: [sleepless-nights, one-good-night]',
			'article “one-good-night” does not exist',
		],
		[
			comparison,
			'      tide-tables-bunk: contradicts',
			'      tide-tables: contradicts',
			'depiction “tide-tables” does not exist in one-good-night',
		],
	])('%s: %s → %s', expectFault)

	it('is named at the line of its list entry', () => {
		const files = edited(
			comparison,
			'references: [hart-2014-night]',
			'references:\n      - hart-2014-night\n      - gone-1999',
		)
		expect(faultsOf(files)).toMatchObject([
			{ file: comparison, line: 16, message: 'reference “gone-1999” does not exist' },
		])
	})
})

describe('a passage that does not resolve', () => {
	it.each<Breakage>([
		[
			comparison,
			'#how-long',
			'#how-short',
			'“sleepless-nights” has no heading or depiction “how-short”',
			'      reality: [sleepless-nights#how-short]',
		],
		[
			comparison,
			'#cafe-noir-barman',
			'#cafe-noir',
			'“one-good-night” has no heading or depiction “cafe-noir”',
			'      fiction: [one-good-night#cafe-noir]',
		],
		[
			comparison,
			'one-good-night#how-it-goes',
			'sleepless-nights#what-helps',
			'“sleepless-nights” is not on this side; it must be one-good-night',
		],
		[
			comparison,
			'[one-good-night#how-it-goes]',
			'[one-good-night]',
			'a passage reads like document#heading or document#depiction',
			'fiction: [one-good-night]',
		],
		[
			comparison,
			'[one-good-night#how-it-goes]',
			'[one-good-night#how-it-goes-b1]',
			'has no heading or depiction “how-it-goes-b1”',
		],
		[comparison, '[sleepless-nights#grief]', '[]', 'points.passages.reality: at least one is needed', 'reality: []'],
	])('%s: %s → %s', expectFault)
})
