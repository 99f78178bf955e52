import { beforeAll, describe, expect, it } from 'vitest'
import { Cards } from '#backend/cards/cards.ts'
import { Workspace } from '#backend/workspace/workspace.ts'
import { basic } from '../support/cards.ts'
import { useCommandLine } from './support.ts'

const line = useCommandLine()

describe('cards due', () => {
	it('says that there are none, before there are', async () => {
		expect(await line().run(['cards', 'due'])).toEqual({ code: 0, out: 'There are no cards yet.\n', err: '' })
		expect(await line().run(['cards', 'due', '--deck', 'x'])).toMatchObject({ code: 2, err: /There are no decks yet/ })
	})

	describe('with decks', () => {
		beforeAll(async () => {
			const { cards, close } = await opened()
			const fronts = Array.from({ length: 30 }, (_, index) => basic(`front ${index}`))
			cards.notes.create('Sleep::Dreams', fronts, Date.now())
			cards.notes.create('Sleep', [basic('one')], Date.now())
			cards.notes.create('Grief', [basic('two')], Date.now())
			const { next } = cards.study.next(undefined)
			cards.study.answer(undefined, { card: next?.card ?? 0, rating: 'again', reps: 0, took: 1 })
			await close()
		})

		it('counts them, deck by deck', async () => {
			expect(await line().json('cards', 'due')).toEqual({
				today: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
				due: { new: 20, learning: 1, review: 0 },
				decks: [
					{ name: 'Grief', new: 1, learning: 0, review: 0 },
					{ name: 'Sleep', new: 1, learning: 0, review: 0 },
					{ name: 'Sleep::Dreams', new: 18, learning: 1, review: 0 },
				],
			})
			const { out } = await line().run(['cards', 'due'])
			expect(out).toMatch(/^Grief +1 new +0 learning +0 reviews\n/)
			expect(out).toMatch(/\n21 due today\.\n$/)
		})

		it('counts those of one deck and below', async () => {
			expect(await line().json('cards', 'due', '--deck', 'Sleep')).toMatchObject({
				due: { new: 19 },
				decks: { length: 2 },
			})
			const { code, err } = await line().run(['cards', 'due', '--deck', 'Slep'])
			expect([code, err]).toEqual([2, expect.stringMatching(/There is no deck “Slep”\. Did you mean “Sleep”\?/)])
		})
	})
})

async function opened() {
	const workspace = await Workspace.open(line().dataDir)
	const cards = Cards.of(workspace)
	return { cards, close: () => workspace.close() }
}
