/** The beginning of a long export. */
import { describe, expect, it } from 'vitest'
import { beginningOf } from '#domain/export/beginning.ts'
import { type ExportDocument, paragraph, text } from '#domain/export/model.ts'

const words = 'ten words. '
const document = (sections: ExportDocument['sections']): ExportDocument => ({
	title: 'Notes',
	date: '2026-11-22',
	language: 'en-GB',
	style: 'apa',
	tags: [],
	items: [],
	sections,
})
const paragraphs = (count: number) => Array.from({ length: count }, () => paragraph(text(words)))

describe('the beginning of an export', () => {
	it('is all of it where that is short', () => {
		const short = document([{ title: 'One', blocks: paragraphs(3) }, { blocks: paragraphs(2) }])
		expect(beginningOf(short, 1000)).toEqual({ document: short, whole: true })
	})

	it('ends with the block that fills it, and says that there is more', () => {
		const long = document([
			{ blocks: paragraphs(3) },
			{ title: 'Two', blocks: paragraphs(30) },
			{ blocks: paragraphs(1) },
		])
		const { document: shown, whole } = beginningOf(long, words.length * 5)
		expect(shown.sections.map(({ blocks }) => blocks.length)).toEqual([3, 2])
		expect(whole).toBe(false)
	})

	it('has the first rows of a long table', () => {
		const rows = Array.from({ length: 100 }, () => [[text(words)]])
		const { document: shown, whole } = beginningOf(
			document([{ blocks: [{ type: 'table', head: [[]], rows }] }]),
			words.length * 10,
		)
		expect(shown.sections[0]?.blocks).toEqual([{ type: 'table', head: [[]], rows: rows.slice(0, 10) }])
		expect(whole).toBe(false)
	})
})
