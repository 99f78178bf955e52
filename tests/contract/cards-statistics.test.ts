/** Statistics of cards, over every transport that carries the whole contract. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { partBytes } from '#contract/cards/words.ts'
import { forgetful } from '../setup/forgetful.ts'
import { packageOf } from '../unit/support/packages.ts'
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

	it('fit the schedule to the reader, who takes it and forgets it', async () => {
		const { cards, workspace } = program().client
		const { statistics, transfer, browse } = cards
		await expect((async () => (await statistics.fit()).next())()).rejects.toMatchObject({
			code: 'CONFLICT',
			defined: true,
			data: { next: expect.any(String) },
		})
		const bytes = readFileSync(packageOf(forgetful(50), 'collection.anki21b'))
		const { file } = await transfer.begin({ name: 'remembered.apkg', bytes: bytes.length })
		for (let at = 0; at < bytes.length; at += partBytes)
			await transfer.part({ file, content: bytes.subarray(at, at + partBytes).toString('base64') })
		for await (const _ of await transfer.import({ file }));
		expect(await statistics.enough()).toEqual({ reviews: 450, needed: 400 })
		let parameters: number[] = []
		for await (const step of await statistics.fit())
			if (step.type === 'done') {
				expect(step.fitted.logLoss).toBeLessThan(step.shipped.logLoss)
				parameters = step.parameters
			}
		const set = async () => (await workspace.settings.read()).schedulingParameters
		expect(await set()).toEqual([])
		const told = await workspace.changes()
		const heard = (async () => {
			for await (const { what } of told) if (what === 'settings') return what
			return undefined
		})()
		// And the one that the other test has answered.
		expect((await statistics.adopt({ parameters })).cards).toBe(51)
		expect(await heard).toBe('settings')
		await told.return?.()
		expect(await set()).toEqual(parameters)
		const { token } = await statistics.forget()
		expect(await set()).toEqual([])
		expect(await browse.undo({ token })).toEqual({ cards: 51 })
		expect(await set()).toEqual(parameters)
		await expect(statistics.adopt({ parameters: [1] })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
		expect(program().unforeseen).toEqual([])
	}, 30_000)
})
