/** An unknown key is a fault at its line, and the message names the keys that are known there. */
import { expect, it } from 'vitest'
import { type Breakage, edited, expectFault, faultsOf, lighthouse } from '../support/pack.ts'

const knownOfPack = 'known are id, title, version, language, licence, description, authors, sources'
const knownOfPoint =
	'known are id, dimension, claim, finding, explanation, references, verdict, question, contentNotes, passages, stances'

it.each<Breakage>([
	['pack.yaml', 'version: 1.2.3', 'version: 1.2.3\neditor: me', knownOfPack, 'editor'],
	['pack.yaml', '    note: Made up.', '    notes: Made up.', 'known are title, author, url, note'],
	['topics.yaml', '{ id: grief,', '{ name: x, id: grief,', 'known are id, title, description'],
	[
		'works.yaml',
		'  series: Tides',
		'  franchise: Tides',
		'known are id, title, originalTitle, sentenceCase, creators, year, endYear, medium, series, unverified, note',
	],
	[
		'works.yaml',
		'{ family: Brontë, given: Zoë,',
		'{ family: Brontë, first: Zoë,',
		'unknown key “first”; known are family, given, role, literal',
	],
	[
		'articles/sleepless-nights.md',
		'topics: [insomnia]',
		'topics: [insomnia]\naliases: [Insomnia]',
		'known are id, title, summary, topics, contentNotes',
		'aliases',
	],
	[
		'tropes/one-good-night.md',
		'aliases:',
		'alias:',
		'known are id, title, summary, topics, contentNotes, aliases, related',
	],
	['tropes/one-good-night.md', 'note: Itself.', 'text: x, note: Itself.', 'known are title, id, note'],
	[
		'tropes/one-good-night.md',
		'outcome=partly unverified',
		'outcome=partly note="x" unverified',
		'unknown key “note”; known are id, work, treatment, outcome, content-notes, spoiler, unverified',
		'::::depiction{#foghorn-nap',
	],
	[
		'tropes/one-good-night.md',
		':::content-note{of="substance-use"}',
		':::content-note{of="substance-use" for=x}',
		'unknown key “for”; known is of',
	],
	[
		'comparisons/dawn.yaml',
		'title: Dawn and the clinic',
		'title: Dawn\nname: x',
		'known are id, title, summary, tropes, articles, topics, contentNotes, points',
		'name',
	],
	['comparisons/dawn.yaml', '    verdict: harmful', '    verdict: harmful\n    author: me', knownOfPoint, '    author'],
	[
		'comparisons/dawn.yaml',
		'      fiction: [one-good-night#how-it-goes]',
		'      fiction: [one-good-night#how-it-goes]\n      own: []',
		'known are fiction, reality',
		'      own',
	],
	[
		'comparisons/dawn.yaml',
		'{ stance: asserts, note: She wakes healed. }',
		'{ stance: asserts, why: She wakes healed. }',
		'unknown key “why”; known are stance, note',
	],
	[
		'references.json',
		'"publisher": "Harbour Press"',
		'"publisher": "Harbour Press", "note": "fine"',
		'unknown key “note” in “moss-2001-grief”; keys of our own stand inside its custom object',
		'"id": "moss-2001-grief"',
	],
])('%s: %s → %s', expectFault)

it('names every unknown key of a file, each at its own line', () => {
	const files = edited('pack.yaml', 'licence: CC-BY-4.0', 'license: CC-BY-4.0\nlicence: CC-BY-4.0\npublisher: me')
	expect(faultsOf(files).map(({ line, message }) => [line, message.slice(0, 24)])).toEqual([
		[6, 'unknown key “license”; k'],
		[8, 'unknown key “publisher”;'],
	])
})

it('finds nothing to say of a good pack', () => {
	expect(faultsOf(lighthouse)).toEqual([])
})
