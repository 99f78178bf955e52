/** Where a citation stands in its sentence. */
import { describe, expect, it } from 'vitest'
import { citedDocument } from '#backend/export/cited.ts'
import type { StyleId } from '#domain/citations/styles.ts'
import { type Block, type Run, text } from '#domain/export/model.ts'
import { host, input } from './sample.ts'

describe('a citation stands', () => {
	const cite: Run = { type: 'citation', items: [{ id: 'doe-2019' }] }
	const unknown: Run = { type: 'citation', items: [{ id: 'nobody' }] }
	const read = async (style: StyleId, type: 'paragraph' | 'quote', ...runs: Run[]) => {
		const sections = [{ blocks: [{ type, runs } as Block] }]
		const document = {
			title: 'T',
			date: '2026-11-22',
			language: 'en-GB',
			style,
			tags: [],
			sections,
			items: input.items,
		}
		const [block] = (await citedDocument(document, host.stylesFolder)).sections[0]?.blocks ?? []
		const shown = block && 'runs' in block ? block.runs : []
		return shown.map((run) => (run.type === 'text' ? run.text : `{${run.number}}`)).join('')
	}
	it.each([
		[
			'before the full stop of a sentence',
			'apa',
			'paragraph',
			[text('It works.'), text(' '), cite],
			'It works (Doe, 2019).',
		],
		[
			'after the full stop of a block quote',
			'apa',
			'quote',
			[text('It works.'), text(' '), cite],
			'It works. (Doe, 2019)',
		],
		[
			'where the text has it',
			'apa',
			'paragraph',
			[text('It works'), text(' '), cite, text('.')],
			'It works (Doe, 2019).',
		],
		['at the end as a note', 'chicago-notes', 'paragraph', [text('It works.'), text(' '), cite], 'It works.{1}'],
		[
			'behind the sign as a note',
			'chicago-notes',
			'quote',
			[text('It works'), text(' '), cite, text(', so far.')],
			'It works,{1} so far.',
		],
		['nowhere without a source', 'apa', 'paragraph', [text('It works'), text(' '), unknown, text('.')], 'It works.'],
		['after a question', 'apa', 'paragraph', [text('Does it?'), text(' '), cite], 'Does it? (Doe, 2019)'],
	] as const)('%s', async (_, style, type, runs, words) => expect(await read(style, type, ...runs)).toBe(words))
})
