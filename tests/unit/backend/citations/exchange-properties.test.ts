/** Whatever a title or a name holds, it comes back from the file as it went in. */
import { Cite } from '@citation-js/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exchanged } from '#backend/citations/exchange.ts'
import type { CslItem, CslName } from '#domain/citations/items.ts'

/**
 * Words that formats stumble over: braces, accents, signs of LaTeX, commas, “and”, other scripts. Two hyphens and two straight
 * apostrophes are left out: in BibTeX they are how a dash and a quotation mark are written.
 */
const words = fc.constantFrom(
	..."and|And|Émotions|naïve|{x}|}|{|50%|a_b|$5|#1|R&D|~|^2|\\alpha|Ångström|“quoted”|‘one’|O’Brien|it's|ß|Čapek|1–2|1—2".split(
		'|',
	),
	...'a, b|x: y|DSM-5|McKean|Łódź|日本|Достоевский|½|…|"|[x]|@|<i>Gravity</i>|<i>'.split('|'),
)
const title = fc.array(words, { minLength: 1, maxLength: 6 }).map((list) => `T ${list.join(' ')} t`)
const name: fc.Arbitrary<CslName> = fc.oneof(
	fc.record(
		{
			family: fc.constantFrom(
				'Grady',
				'Öst',
				'O’Brien',
				'von Trier',
				'de la Cruz',
				'Kostroff Noble',
				'and',
				'Lé-Ön',
				'宮崎',
			),
			given: fc.constantFrom('Jessica S.', 'Lars', 'Ángel', 'J.-P.', '駿'),
			'non-dropping-particle': fc.constantFrom('van', 'de'),
			'dropping-particle': fc.constant('von'),
			suffix: fc.constant('Jr.'),
		},
		{ requiredKeys: ['family', 'given'] },
	),
	fc
		.constantFrom(
			'World Health Organization',
			'Barnes and Noble, Inc.',
			'R&D lab',
			'Institute of Health and Care',
			'BioWare',
		)
		.map((literal) => ({ literal })),
)
const item: fc.Arbitrary<CslItem> = fc.record({
	id: fc.constant('x-2010'),
	type: fc.constantFrom('article-journal', 'book', 'chapter', 'motion_picture'),
	title,
	author: fc.array(name, { minLength: 1, maxLength: 3 }),
	issued: fc.integer({ min: 1900, max: 2026 }).map((year) => ({ 'date-parts': [[year]] })),
	publisher: title,
})

/** Names as people read them: a group may come back as a family alone, particles with the family or beside it; RIS parts names by commas. */
const plain = (names: CslName[], format: string) =>
	names.map((one) => {
		const family = [one['dropping-particle'], one['non-dropping-particle'], one.family].filter(Boolean).join(' ')
		const whole = [one.literal ?? family, one.given, one.suffix].filter(Boolean).join('|')
		return format === 'ris' ? whole.replaceAll(', ', ' ') : whole
	})

it.each(['bib', 'ris', 'csl-json'] as const)('%s', (format) => {
	fc.assert(
		fc.property(item, (one) => {
			// A film is by its director.
			const { author, ...rest } = one
			const film = one.type === 'motion_picture'
			const text = exchanged([{ ...rest, [film ? 'director' : 'author']: author }], format)
			const [back] = new Cite(format === 'csl-json' ? JSON.parse(text) : text).data as unknown as CslItem[]
			expect([back?.title, plain((back?.author ?? back?.director) as CslName[], format), back?.issued]).toEqual([
				one.title,
				plain(one.author as CslName[], format),
				one.issued,
			])
		}),
		{ numRuns: 200 },
	)
})
