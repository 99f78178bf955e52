/** A word that is not in one of the closed lists is a fault that names the words that are. */
import { it } from 'vitest'
import * as words from '#contract/words.ts'
import { type Breakage, expectFault } from '../support/pack.ts'

const article = 'articles/sleepless-nights.md'
const trope = 'tropes/one-good-night.md'
const comparison = 'comparisons/dawn.yaml'
const nap = '::::depiction{#foghorn-nap'
const oneOf = (list: readonly string[]) => `must be ${list.slice(0, -1).join(', ')} or ${list.at(-1)}`

it.each<Breakage>([
	['works.yaml', 'medium: film', 'medium: movie', `“movie” is not known; it ${oneOf(words.mediums)}`],
	['works.yaml', 'role: developer', 'role: maker', `“maker” is not known; it ${oneOf(words.creatorRoles)}`],
	['works.yaml', 'unverified: true', 'unverified: false', '“false” is not known; it must be true'],
	[
		trope,
		'treatment=downplayed',
		'treatment=played',
		`treatment “played” is not known; it ${oneOf(words.treatments)}`,
		nap,
	],
	[trope, 'treatment=downplayed ', '', 'treatment “” is not known', nap],
	[trope, 'outcome=partly', 'outcome=cured', `outcome “cured” is not known; it ${oneOf(words.outcomes)}`, nap],
	[trope, 'outcome=partly ', '', 'outcome “” is not known', nap],
	[
		trope,
		'content-notes="death"',
		'content-notes="death sex"',
		`content note “sex” is not known; it ${oneOf(words.contentNotes)}`,
		'::::depiction{#cafe',
	],
	[
		trope,
		'content-note{of="violence"}',
		'content-note{of="war"}',
		`content note “war” is not known; it ${oneOf(words.contentNotes)}`,
	],
	[trope, 'content-note{of="violence"}', 'content-note{}', ':::content-note needs its categories'],
	[trope, 'contentNotes: [death]', 'contentNotes: [Death]', `“Death” is not known; it ${oneOf(words.contentNotes)}`],
	[article, 'contentNotes: []', 'contentNotes:\n  - death\n  - dying', '“dying” is not known', '  - dying'],
	[comparison, 'dimension: course', 'dimension: time', `“time” is not known; it ${oneOf(words.dimensions)}`],
	[comparison, 'verdict: harmful', 'verdict: wrong', `“wrong” is not known; it ${oneOf(words.verdicts)}`],
	[
		comparison,
		'    verdict: harmful\n',
		'',
		`verdict: this is required: ${oneOf(words.verdicts).slice(8)}`,
		'  - id: grief-ends',
	],
	[comparison, 'cafe-noir-dawn: mixed', 'cafe-noir-dawn: maybe', `“maybe” is not known; it ${oneOf(words.stances)}`],
	[comparison, '{ stance: asserts,', '{ stance: yes,', `stance: “yes” is not known; it ${oneOf(words.stances)}`],
	[
		comparison,
		'contentNotes: [death]',
		'contentNotes: [grief]',
		`“grief” is not known; it ${oneOf(words.contentNotes)}`,
	],
])('%s: %s → %s', expectFault)
