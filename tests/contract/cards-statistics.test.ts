/** Statistics of cards, over every transport that carries the whole contract. */
import { describe, expect, it } from 'vitest'
import { useProgram } from './support/program.ts'
import { wholeTransports } from './support/transports.ts'

const runs = wholeTransports.flatMap((transport) => [
	{ name: transport.name, transport, inWorker: false },
	{ name: `${transport.name}, in a thread`, transport, inWorker: true },
])

describe.each(runs)('statistics of cards ($name)', ({ transport, inWorker }) => {
	const program = useProgram(transport, inWorker)

	it('say what was answered, of all decks or of one', async () => {
		const { decks, notes, statistics, study } = program().client.cards
		const draft = { type: 'basic' as const, tags: [], contentNotes: [] }
		await notes.create({ deck: 'One', notes: [{ ...draft, fields: ['front', 'back'] }] })
		const { id: empty } = await decks.create({ name: 'Two' })
		const { next } = await study.next({})
		await study.answer({ card: next?.card ?? 0, rating: 'easy', reps: 0, took: 4000 })
		const shown = await statistics.show({ days: 40 })
		expect(shown.forecast).toHaveLength(40)
		expect(shown.forecast.reduce((sum, { review }) => sum + review, 0)).toBe(1)
		expect(shown.days).toEqual([{ day: shown.today, new: 1, learning: 0, review: 0, time: 4000, remembered: 0 }])
		expect(shown.calendar).toEqual([{ day: shown.today, reviews: 1 }])
		for (const bins of [shown.stability, shown.difficulty, shown.retrievability])
			expect(bins.reduce((sum, { cards }) => sum + cards, 0)).toBe(1)
		const none = await statistics.show({ deck: empty })
		expect([none.forecast.length, none.days, none.states.every(({ cards }) => cards === 0)]).toEqual([30, [], true])
		await expect(statistics.show({ deck: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
		await expect(statistics.show({ days: 3 })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
	})
})
