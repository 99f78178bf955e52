/** What readers wrote comes out as they wrote it, whatever it looks like and wherever a template puts it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { laidOut } from '#backend/templates/render.ts'
import type { Block, Run } from '#domain/export/model.ts'
import { input, notes } from '../export/sample.ts'

const wild = fc.oneof(
	fc.string({ minLength: 1, unit: 'binary' }),
	fc.string({
		minLength: 1,
		unit: fc.constantFrom(
			'#',
			'*',
			'_',
			'[',
			']',
			'(',
			')',
			'|',
			'\n',
			'>',
			'-',
			'`',
			':',
			' ',
			'{',
			'}',
			'%',
			'\\',
			'<',
			'&',
			'1',
			'.',
			'a',
			'\ue000',
			'\ue001',
			'=',
		),
	}),
	fc.constantFrom(
		'# Title',
		'---',
		'{{ title }}',
		'{% endfor %}',
		':::',
		':::note[x]',
		'| a | b |\n| - | - |',
		'\ue0000\ue001',
		'[[x]]',
		'[a](b)',
		'> q',
		'1. x',
		'    code',
		'<b>',
		'&amp;',
		'\\',
	),
)

const words = (runs: readonly Run[] = []) => runs.map((run) => (run.type === 'text' ? run.text : '')).join('')
/** The one block that a template makes of wild words. */
function only(template: string, title: string): Block {
	const { sections } = laidOut({ ...input, title }, { text: template, parts: {} }, 'apa')
	const [block, ...more] = sections.flatMap(({ blocks }) => blocks)
	if (!block || more.length) throw new Error(`${more.length + 1} blocks`)
	return block
}

describe('wild words come out as they are', () => {
	const check = (template: string, shown: (block: Block) => string) =>
		fc.assert(
			fc.property(wild, (title) => {
				expect(shown(only(template, title))).toBe(title)
			}),
		)
	const runsOf = (block: Block) => ('runs' in block ? words(block.runs) : '')

	it('in a paragraph', () => check('{{ title }}', runsOf))
	it('in a heading', () => check('## {{ title }}', runsOf))
	it('in a quote', () => check('> {{ title }}', runsOf))
	it('caught first', () => check('{% capture a %}{{ title }}{% endcapture %}{{ a }}', runsOf))
	it('in a colour', () =>
		check('{{ title | highlight: "pink" }}', (block) => {
			expect(block).toMatchObject({ runs: [{ highlight: 'pink' }] })
			return runsOf(block)
		}))
	it('in bold, linked', () =>
		check('**[{{ title }}](https://example.org)**', (block) => {
			expect(block).toMatchObject({ runs: [{ strong: true, href: 'https://example.org' }] })
			return runsOf(block)
		}))
	it('in a list', () =>
		check('- {{ title }}', (block) => (block.type === 'list' ? block.items.flat().map(runsOf).join('|') : '')))
	it('in a table', () =>
		check('| a | b |\n|---|---|\n| {{ title }} | x |', (block) => {
			if (block.type !== 'table') return ''
			expect(words(block.rows[0]?.[1])).toBe('x')
			return words(block.rows[0]?.[0])
		}))
	it('in a note, in its label too', () =>
		check(':::note[{{ title }}]\n{{ title }}\n:::', (block) => {
			if (block.type !== 'note') return ''
			expect(block.blocks.map(runsOf)).toEqual([block.label])
			return block.label
		}))
	it('as the title of a section', () =>
		fc.assert(
			fc.property(wild, (title) => {
				const { sections } = laidOut({ ...input, title }, { text: '# [[{{ title }}]]', parts: {} }, 'apa')
				expect(sections).toEqual([{ title, named: true, blocks: [] }])
			}),
		))
	it('in a comment’s Markdown, which stays in its place', () =>
		fc.assert(
			fc.property(wild, (comment) => {
				const text = 'before\n\n{% for note in notes %}{{ note.comment | markdown }}{% endfor %}\n\n## after'
				const { sections } = laidOut(
					{ ...input, notes: [{ ...notes[0], comment } as never] },
					{ text, parts: {} },
					'apa',
				)
				expect(sections).toHaveLength(1)
				expect(sections[0]?.blocks.at(0)).toEqual({ type: 'paragraph', runs: [{ type: 'text', text: 'before' }] })
				expect(sections[0]?.blocks.at(-1)).toMatchObject({ type: 'heading', runs: [{ text: 'after' }] })
				expect(sections[0]?.blocks.slice(1, -1).some(({ type }) => type === 'heading')).toBe(false)
			}),
		))
})
