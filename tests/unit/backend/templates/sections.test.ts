/** The Markdown of templates: what its marks become, and what an untidy template may do. */
import { describe, expect, it } from 'vitest'
import { laidOut } from '#backend/templates/render.ts'
import { fields } from '#domain/export/fields.ts'
import type { Block, Run } from '#domain/export/model.ts'
import { sample } from '#domain/export/sample.ts'
import { viewOf } from '#domain/export/view.ts'

const sections = (text: string) => laidOut(sample, { text, parts: {} }, 'apa').sections
const blocks = (text: string) => sections(text).flatMap((section) => section.blocks)
const words = (runs: readonly Run[] = []) => runs.map((run) => (run.type === 'text' ? run.text : '{}')).join('')
const shown = (block: Block): unknown => {
	if ('runs' in block) return `${block.type}: ${words(block.runs)}`
	if (block.type === 'list') return block.items.map((item) => item.map(shown))
	if (block.type === 'table') return [block.head, ...block.rows].map((row) => row.map(words))
	return block.type === 'note' ? { [block.label]: block.blocks.map(shown) } : block.type
}

it('a section begins at its title; one by name is about something of that name', () => {
	expect(sections('before\n# A *b*\n# [[{{ title }}]]\nx').map(({ title, named }) => [title, named])).toEqual([
		[undefined, undefined],
		['A b', undefined],
		['Made-up notes', true],
	])
})

it.each([
	['headings of four levels', '## a\n### b\n#### c\n##### d', ['heading: a', 'heading: b', 'heading: c', 'heading: d']],
	[
		'lines that are indented as their tags are',
		'{% if true %}\n      ## a\n\n        {{ title }}\n{% endif %}',
		['heading: a', 'paragraph: Made-up notes'],
	],
	[
		'rows with blank lines between them',
		'| a | b |\n| --- | --- |\n\n| 1 | 2 |\n\n\n| 3 |',
		[
			[
				['a', 'b'],
				['1', '2'],
				['3', ''],
			],
		],
	],
	[
		'two tables',
		'| a | b |\n|-|-|\n| 1 | 2 |\n\n| c | d |\n|-|-|',
		[
			[
				['a', 'b'],
				['1', '2'],
			],
			[['c', 'd']],
		],
	],
	[
		'a sign in a cell',
		'| a | b |\n|-|-|\n| x \\| y | z |',
		[
			[
				['a', 'b'],
				['x | y', 'z'],
			],
		],
	],
	[
		'items with blank lines between them',
		'- a\n\n- b\n\n  c\n',
		[[['paragraph: a'], ['paragraph: b', 'paragraph: c']]],
	],
	[
		'a note with several blocks',
		':::note[Mine]\na\n\n- b\n:::\nc',
		[{ Mine: ['paragraph: a', [['paragraph: b']]] }, 'paragraph: c'],
	],
	['a note in a note', ':::note[A]\n:::note[B]\nx\n:::\ny\n:::', [{ A: [{ B: ['paragraph: x'] }, 'paragraph: y'] }]],
	['a note with nothing in it', ':::note[A]\n\n:::\nx', ['paragraph: x']],
	[
		'blocks in the middle of a line',
		'a {{ notes[0].comment | markdown }} b',
		['paragraph: a ', 'paragraph: The film skips the weeks in between.', 'paragraph:  b'],
	],
	['HTML, which is only text', '<b>a</b>', ['paragraph: <b>a</b>']],
	['code', '```\n# a\n\n| b\n```', ['paragraph: # a', 'paragraph: ', 'paragraph: | b']],
	['nothing', '\n\n', []],
])('%s', (_, text, expected) => expect(blocks(text).map(shown)).toEqual(expected))

it('a quote says where it stands after a dash', () => {
	expect(blocks('> a\n>\n> — *b*, c')).toEqual([
		{
			type: 'quote',
			runs: [{ type: 'text', text: 'a' }],
			source: [
				{ type: 'text', text: 'b', emphasis: true },
				{ type: 'text', text: ', c' },
			],
		},
	])
})

it('a citation may name another place', () => {
	const [block] = blocks('{% assign passage = notes[0].passages[1] %}x {{ passage.sources | cite: "p. 99" }}')
	expect(block).toEqual({
		type: 'paragraph',
		runs: [
			{ type: 'text', text: 'x' },
			{ type: 'text', text: ' ' },
			{ type: 'citation', items: [{ id: 'sample-study', locator: 'p. 99' }] },
		],
	})
})

describe('the reference', () => {
	const view = viewOf(sample)
	const first = (list: unknown) => (list as Record<string, unknown>[])[0] ?? {}
	it.each([
		['export', view],
		['note', first(view.notes)],
		['passage', first(first(view.notes).passages)],
		['point', first(view.points)],
		['depiction', first(view.depictions)],
		['text', first(view.texts)],
	] as const)('names all fields of a %s, each of which is filled', (kind, seen) => {
		const { id: _, ...rest } = seen as Record<string, unknown>
		expect(Object.keys(rest).sort()).toEqual(Object.keys(fields[kind]).sort())
		expect(Object.values(rest)).not.toContain(undefined)
	})
})
