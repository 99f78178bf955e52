import { describe, expect, test } from 'vitest'
import type { Annotation, Target } from '#contract/annotations.ts'
import {
	dayOf,
	type Grouping,
	groupsOf,
	kindOf,
	type NoteChoice,
	noteFacets,
	type Shelf,
	waits,
} from '#domain/annotations/notebook.ts'
import { countFacets, meetsChoice } from '#domain/facets.ts'

const day = 86_400_000
const noon = new Date(2026, 10, 20, 12).getTime()
const at = (source: string, start: number, state: Target['state'] = 'anchored'): Target => ({
	source,
	state,
	selector: { exact: 'x', prefix: '', suffix: '', start, end: start + 1 },
})
const note = (id: string, more: Partial<Annotation> = {}): Annotation => ({
	id,
	motivation: 'highlighting',
	colour: 'yellow',
	comment: '',
	tags: [],
	targets: [at('read/b', 10)],
	created: noon,
	modified: noon,
	...more,
})
const shelf: Shelf = {
	comparisonsOf: (whole) => (whole === 'read/b' ? ['compare/c'] : whole.startsWith('compare') ? [whole] : []),
	titleOf: (whole) => ({ 'read/a': 'Zebra', 'read/b': 'Apple', 'compare/c': 'Both' })[whole] ?? whole,
}
const grouped = (annotations: Annotation[], by: Grouping) =>
	groupsOf(annotations, by, shelf).map(({ key, annotations: some }) => `${key}: ${some.map(({ id }) => id).join(' ')}`)

describe('the notebook groups', () => {
	const first = note('first', { tags: ['grief', 'love'], targets: [at('read/b', 50)] })
	const second = note('second', { colour: 'violet', targets: [at('read/b', 20)], created: noon + 1 })
	const link = note('link', {
		motivation: 'linking',
		relation: 'contradicts',
		colour: 'green',
		targets: [at('read/a', 5), at('read/b', 0)],
		created: noon + day,
	})
	const free = note('free', { motivation: 'commenting', targets: [], created: noon + day + 1 })
	const point = note('point', { targets: [{ source: 'compare/c/p', state: 'anchored' }], created: noon + 2 * day })
	const all = [first, second, link, free, point]

	test('by date, the newest first', () => {
		expect(grouped(all, 'date')).toEqual([
			`${dayOf(noon + 2 * day)}: point`,
			`${dayOf(noon + day)}: free link`,
			`${dayOf(noon)}: second first`,
		])
		expect(dayOf(noon)).toBe('2026-11-20')
	})
	test('by document, by title, in the order of the text; a link in both', () => {
		expect(grouped(all, 'document')).toEqual([
			'read/b: link second first',
			'compare/c: point',
			'read/a: link',
			': free',
		])
	})
	test('by comparison: its points, and the texts that stand in it', () => {
		expect(grouped(all, 'comparison')).toEqual(['compare/c: point link second first', ': free'])
	})
	test('by tag, by colour, by relation: lists in their order, and last what has none', () => {
		expect(grouped(all, 'tag')).toEqual(['grief: first', 'love: first', ': point free link second'])
		expect(grouped(all, 'colour')).toEqual(['yellow: point free first', 'green: link', 'violet: second'])
		expect(grouped(all, 'relation')).toEqual(['contradicts: link', ': point free second first'])
	})
})

describe('the notebook narrows', () => {
	const moved = note('moved', { targets: [at('read/a', 1), at('read/b', 1, 'review')], motivation: 'linking' })
	const free = note('free', { motivation: 'commenting', targets: [], tags: ['x'] })
	test('by what a note is, what it is about and how it stands', () => {
		expect(kindOf(free)).toBe('free')
		const meets = (one: Annotation, choice: NoteChoice) => meetsChoice(noteFacets, one, choice)
		expect(meets(moved, { document: ['read/b'], state: ['review', 'orphan'] })).toBe(true)
		expect(meets(free, { state: ['anchored'] })).toBe(false)
		expect(meets(free, { tag: ['x'], kind: ['free'] })).toBe(true)
	})
	test('a point counts for its comparison, once', () => {
		const two = note('two', { targets: [at('compare/c/p', 0), at('compare/c/q', 0)] })
		const [documents] = countFacets(noteFacets, [two], {}).filter(({ key }) => key === 'document')
		expect(documents?.values).toEqual([{ value: 'compare/c', count: 1, chosen: false }])
	})
	test('what waits is what may have moved or is gone, not what was let go', () => {
		const states = ['anchored', 'review', 'orphan', 'detached'] as const
		expect(states.filter((state) => waits(note('n', { targets: [at('read/a', 0, state)] })))).toEqual([
			'review',
			'orphan',
		])
	})
})

test('20,000 notes are counted and grouped within what a keystroke may take', () => {
	const many = Array.from({ length: 20_000 }, (_, n) =>
		note(`n${n}`, { created: noon + n * 60_000, tags: [`t${n % 50}`], targets: [at(`read/${n % 40}`, n)] }),
	)
	const work = () => {
		countFacets(noteFacets, many, { tag: ['t1'] })
		groupsOf(many, 'document', shelf)
	}
	// Some 40 ms on a slow machine; a second would mean that something has become quadratic. The best of three, for the machine
	// may be busy with other things.
	const times = [0, 1, 2].map(() => {
		const start = performance.now()
		work()
		return performance.now() - start
	})
	expect(Math.min(...times)).toBeLessThan(1000)
})
