/** Decks, notes and studying over every transport. */
import { describe, expect, it } from 'vitest'
import type { NoteDraft } from '#contract/cards/notes.ts'
import { useProgram } from './support/program.ts'
import { wholeTransports } from './support/transports.ts'

const draft = (front: string, some: Partial<NoteDraft> = {}): NoteDraft => ({
	...{ type: 'basic', fields: [front, 'back'], tags: ['sleep'], contentNotes: [] },
	...some,
})

describe.each(wholeTransports)('decks ($name)', (transport) => {
	const program = useProgram(transport)

	it('are made, changed, counted, deleted and brought back', async () => {
		const { decks, notes, browse } = program().client.cards
		const made = await decks.create({ name: 'Sleep', settings: { newPerDay: 2 } })
		expect(made).toMatchObject({ name: 'Sleep', settings: { newPerDay: 2, reviewsPerDay: 200, exam: null }, cards: 0 })
		await expect(decks.create({ name: 'Sleep' })).rejects.toMatchObject({ code: 'CONFLICT' })
		await notes.create({ deck: 'Sleep::Dreams', notes: ['a', 'b', 'c'].map((front) => draft(front)) })
		const changed = await decks.change({ id: made.id, name: 'Nights', settings: { exam: '2099-01-01' } })
		expect(changed.settings).toEqual({ newPerDay: 2, reviewsPerDay: 200, exam: '2099-01-01' })
		await decks.change({ id: made.id, settings: { exam: null } })
		expect(await decks.list()).toMatchObject([
			{ name: 'Nights', due: { new: 0, learning: 0, review: 0 }, cards: 0 },
			{ name: 'Nights::Dreams', due: { new: 2, learning: 0, review: 0 }, overdue: 0, cards: 3 },
		])
		const { token, cards } = await decks.remove({ id: made.id })
		expect(cards).toBe(3)
		expect(await decks.list()).toEqual([])
		expect(await browse.undo({ token })).toEqual({ cards: 3 })
		expect(await decks.list()).toHaveLength(2)
		await expect(decks.remove({ id: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
	})
})

describe.each(wholeTransports)('notes ($name)', (transport) => {
	const program = useProgram(transport)

	it('are looked at, made, found again, changed, deleted and brought back', async () => {
		const { notes, browse } = program().client.cards
		expect((await notes.types()).map(({ shipped }) => shipped)).toEqual([
			'basic',
			'basic-reversed',
			'cloze',
			'contrast',
		])
		const cloze = draft('', { type: 'cloze', fields: ['{{c1::Sleep}} heals {{c2::little}}.'] })
		expect((await notes.preview({ type: cloze.type, fields: cloze.fields })).map(({ name }) => name)).toEqual([
			'Gap 1',
			'Gap 2',
		])
		const [one, two] = await notes.create({ deck: 'Deck', notes: [draft('What helps?'), cloze] })
		expect([one?.cards.length, two?.cards.length]).toEqual([1, 2])
		const same = await notes.duplicates({ type: 'basic', first: 'what helps' })
		expect(same.map(({ id }) => id)).toEqual([one?.id])
		const id = one?.id ?? 0
		expect(await notes.change({ id, tags: ['b', 'a'] })).toMatchObject({ tags: ['a', 'b'], fields: one?.fields })
		const { token, removed } = await notes.remove({ ids: [id] })
		expect(removed).toBe(1)
		expect(await notes.show({ ids: [id] })).toEqual([])
		await browse.undo({ token })
		expect(await notes.show({ ids: [id] })).toMatchObject([{ id, tags: ['a', 'b'] }])
		await expect(browse.undo({ token })).rejects.toMatchObject({ code: 'NOT_FOUND' })
		await expect(notes.change({ id: 99, tags: [] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
	})
})

describe.each(wholeTransports)('studying ($name)', (transport) => {
	const program = useProgram(transport)

	it('goes from card to card and one back, and tells the windows', async () => {
		const { cards, workspace } = program().client
		await cards.notes.create({ deck: 'Deck', notes: [draft('one'), draft('two')] })
		const { next, due, canUndo } = await cards.study.next({})
		expect({ due, canUndo }).toEqual({ due: { new: 2, learning: 0, review: 0 }, canUndo: false })
		expect(next).toMatchObject({
			state: 'new',
			face: { front: 'one' },
			choices: { easy: { days: expect.any(Number) } },
		})
		const stop = new AbortController()
		const changes = await workspace.changes(undefined, { signal: stop.signal })
		const heard = changes.next()
		const answer = { card: next?.card ?? 0, rating: 'easy', reps: next?.reps ?? -1, took: 1200 } as const
		expect(await cards.study.answer(answer)).toMatchObject({ leech: false, canUndo: true, due: { new: 1 } })
		expect((await heard).value).toMatchObject({ what: 'cards' })
		stop.abort()
		await expect(cards.study.answer(answer)).rejects.toMatchObject({ code: 'CONFLICT' })
		expect(await cards.study.undo({})).toMatchObject({ due: { new: 2 }, next, canUndo: false })
		await expect(cards.study.undo({})).rejects.toMatchObject({ code: 'NOT_FOUND' })
		await expect(cards.study.next({ decks: [99] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
		await expect(cards.study.answer({ ...answer, took: -1 })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
	})

	it('plans for an exam', async () => {
		const { cards } = program().client
		const [deck] = await cards.decks.list()
		const exam = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
		const plan = await cards.study.plan({ deck: deck?.id ?? 0, exam })
		expect(plan).toMatchObject({ exam, newLeft: 2, newPerDay: 20 })
		expect(plan.load).toHaveLength(plan.daysLeft)
		await expect(cards.study.plan({ deck: deck?.id ?? 0, exam: '2020-01-01' })).rejects.toMatchObject({
			code: 'BAD_REQUEST',
		})
	})
})
