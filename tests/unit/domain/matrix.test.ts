import { describe, expect, test } from 'vitest'
import type { ComparisonView } from '#contract/library.ts'
import { matrixOf, matrixTable } from '#domain/comparison/matrix.ts'
import { toCsv, toTsv } from '#domain/tables/table.ts'

const depiction = (id: string, work: string) => ({ id, work, treatment: 'straight', outcome: 'works' })
const work = (id: string, medium: string, year: number | null) => ({
	id,
	title: id.toUpperCase(),
	creators: [],
	year,
	medium,
})
const view = {
	comparison: {
		points: [
			{
				id: 'p',
				dimension: 'method',
				claim: 'It works, at once.',
				verdict: 'harmful',
				stances: [
					{ depiction: 'a', stance: 'contradicts' },
					{ depiction: 'b', stance: 'asserts', note: 'It does.' },
					{ depiction: 'c', stance: 'open' },
				],
			},
		],
	},
	documents: [{ depictions: [depiction('a', 'wa'), depiction('b', 'wb'), depiction('c', 'wc')] }],
	works: [work('wa', 'film', 2000), work('wb', 'film', null), work('wc', 'literature', 1900)],
} as unknown as ComparisonView
const ids = (options = {}) => matrixOf(view, options).map((row) => row.depiction.id)

describe('the matrix', () => {
	test('has a row for each depiction, in the order of the text', () => {
		expect(ids()).toEqual(['a', 'b', 'c'])
		expect(matrixOf(view)[1]?.stances).toEqual([{ depiction: 'b', stance: 'asserts', note: 'It does.' }])
	})
	test('is narrowed to a medium', () => expect(ids({ medium: 'film' })).toEqual(['a', 'b']))
	test('is ordered by title, by year with the unknown last, by the stance on a point', () => {
		expect(ids({ sort: 'title' })).toEqual(['a', 'b', 'c'])
		expect(ids({ sort: 'year' })).toEqual(['c', 'a', 'b'])
		expect(ids({ sort: 'p' })).toEqual(['b', 'a', 'c'])
	})
	test('can be saved: words, a column a point, the verdicts last', () => {
		const table = matrixTable(view, matrixOf(view))
		expect(table.head.at(-1)).toBe('Method: It works, at once.')
		expect(table.rows.map((row) => row.at(-1))).toEqual([
			'Contradicts the claim',
			'Asserts the claim',
			'Leaves it open',
			'harmful',
		])
		expect(toCsv(table).split('\r\n')[0]).toContain('"Method: It works, at once."')
		expect(toTsv(table).split('\n')).toHaveLength(5)
	})
})

test('a cell that a spreadsheet would run is escaped', () => {
	expect(toCsv({ head: ['a'], rows: [['=1+1'], ['@x']] })).toBe('a\r\n"\'=1+1"\r\n"\'@x"')
})
