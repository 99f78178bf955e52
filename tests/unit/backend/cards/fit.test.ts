/** FSRS fitted to a reader's own reviews: what it takes, what comes of it, and the way back. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { adopt } from '#backend/cards/fit/adopt.ts'
import { planFor } from '#backend/cards/plan.ts'
import { statisticsOf } from '#backend/cards/statistics/statistics.ts'
import { Transfers } from '#backend/cards/transfer/service.ts'
import type { FitStep } from '#contract/cards/fit.ts'
import { isBetter } from '#domain/cards/fit.ts'
import { replayed } from '#domain/cards/history.ts'
import { fsrsOf } from '#domain/cards/memory.ts'
import { forgetful } from '../../../setup/forgetful.ts'
import { packageOf } from '../../support/packages.ts'
import { studying } from '../../support/studying.ts'
import { clock, openTable, type Table } from '../../support/transfer.ts'
import { sourceWorkers } from '../../support/workers.ts'

/** @param inThread whether what is done then is done in one */
async function reader(cards: number, inThread = false): Promise<Table> {
	const table = await openTable()
	if (cards) await table.import(packageOf(forgetful(cards), 'collection.anki21b'))
	if (!inThread) return table
	const { dataDir, gate } = table
	const transfers = new Transfers({ dataDir, gate, clock, worker: sourceWorkers.cards })
	onTestFinished(() => transfers.close())
	return { ...table, transfers }
}
async function fitted(
	{ transfers }: Table,
	{ signal, told }: { signal?: AbortSignal; told?: (step: FitStep) => void } = {},
) {
	for await (const step of transfers.fit(signal)) {
		told?.(step)
		if (step.type === 'done') return step
	}
	throw new Error('the fit ended without a word')
}
/** Any that are not those that ship. */
const other = [
	...[0.05, 0.9, 0.7, 2, 6.4, 0.8, 3, 0.001, 1.2, 0.17, 0.8, 1.5, 0.06, 0.26, 1.65, 0.6, 1.87, 0.54, 0.09, 0.066],
	0.4,
]
const memoriesOf = (table: Table) => table.all('SELECT id, stability, difficulty FROM card ORDER BY id')
const duesOf = (table: Table) => table.all('SELECT id, due, interval, state, last_at FROM card ORDER BY id')

describe('fitting', () => {
	it('takes 400 reviews that tell of memory', async () => {
		const table = await reader(40)
		expect(await table.transfers.enough()).toEqual({ reviews: 360, needed: 400 })
		await expect(fitted(table)).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('360') })
		// What came before a card was made new again counts no more; nor what has no beginning.
		const [first] = table.all('SELECT id FROM review WHERE card = 1 ORDER BY at LIMIT 1 OFFSET 6')
		table.cards.sql.run('UPDATE review SET state = 0 WHERE id = ?', Number(first?.id))
		table.cards.sql.run('UPDATE review SET state = 2 WHERE card = 2')
		expect((await table.transfers.enough()).reviews).toBe(360 - 6 - 9)
	})

	it('foresees the answers of a reader with a memory of their own better, and changes nothing', async () => {
		const table = await reader(60, true)
		const before = table.dump()
		const shares: number[] = []
		const { type: _, ...done } = await fitted(table, {
			told: (step) => {
				if (step.type === 'progress') shares.push(step.share)
			},
		})
		expect(done).toMatchObject({ reviews: 540, cards: 60 })
		expect(done.now).toEqual(done.shipped)
		expect(isBetter(done.fitted, done.shipped)).toBe(true)
		expect(done.fitted.rmse).toBeLessThan(done.shipped.rmse)
		expect(done.parameters).toHaveLength(21)
		expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
		expect(table.dump()).toEqual(before)
		expect(table.cards.settings().schedulingParameters).toEqual([])
	}, 30_000)

	it('can be cancelled on the way, which changes nothing', async () => {
		const table = await reader(200, true)
		const before = table.dump()
		const stop = new AbortController()
		const steps: string[] = []
		const fitting = fitted(table, {
			signal: stop.signal,
			told({ type }) {
				steps.push(type)
				stop.abort()
			},
		})
		await expect(fitting).rejects.toMatchObject({ code: 'CANCELLED' })
		expect(steps).toEqual(['progress'])
		expect(table.dump()).toEqual(before)
		expect(table.cards.settings().schedulingParameters).toEqual([])
	})

	it('stays with what ships where nothing can be learned', async () => {
		const table = await reader(60)
		// Every card came back for the first time after years: too late to tell how quickly it fades.
		table.cards.sql.run('UPDATE review SET day = day + 3000 WHERE state > 0')
		const done = await fitted(table)
		expect(done.fitted).toEqual(done.shipped)
		expect(isBetter(done.fitted, done.now)).toBe(false)
	})
})

describe('fitted parameters', () => {
	it('are set, and what is remembered of cards follows; days stay, and all of it goes back', async () => {
		const table = await reader(3)
		const before = { memories: memoriesOf(table), dues: duesOf(table) }
		const { token, cards } = await table.transfers.adopt(other)
		expect(cards).toBe(3)
		expect(table.cards.settings().schedulingParameters).toEqual(other)
		expect(duesOf(table)).toEqual(before.dues)
		const after = memoriesOf(table)
		const fsrs = fsrsOf(table.cards.settings())
		for (const { id, stability, difficulty } of after) {
			const answers = table
				.all(`SELECT day, rating FROM review WHERE card = ${id} ORDER BY at`)
				.map(({ day, rating }) => ({ day: Number(day), rating: Number(rating) }))
			expect({ stability, difficulty }).toEqual(replayed(answers, fsrs))
		}
		expect(after).not.toEqual(before.memories)
		expect(table.cards.acts.isOfSettings(token)).toBe(true)
		await table.transfers.undo(token)
		expect({ memories: memoriesOf(table), dues: duesOf(table) }).toEqual(before)
		expect(table.cards.settings().schedulingParameters).toEqual([])
	})

	it('are forgotten for those that ship, and that goes back, too', async () => {
		const table = await reader(2)
		const before = memoriesOf(table)
		await table.transfers.adopt(other)
		const during = memoriesOf(table)
		const { token } = await table.transfers.adopt([])
		expect(table.cards.settings().schedulingParameters).toEqual([])
		expect(memoriesOf(table)).toEqual(before)
		await table.transfers.undo(token)
		expect(table.cards.settings().schedulingParameters).toEqual(other)
		expect(memoriesOf(table)).toEqual(during)
	})

	it('leave alone what was answered since when they are undone, and cards whose past is not on record', async () => {
		const table = await reader(3)
		const { sql } = table.cards
		sql.run('DELETE FROM review WHERE card = 1')
		sql.run('UPDATE card SET last_day = last_day + 1 WHERE id = 2')
		const before = memoriesOf(table)
		const { token, cards } = await table.transfers.adopt(other)
		expect(cards).toBe(1)
		const after = memoriesOf(table)
		expect(after.slice(0, 2)).toEqual(before.slice(0, 2))
		expect(after[2]).not.toEqual(before[2])
		sql.run('UPDATE card SET stability = 77, last_at = last_at + 1 WHERE id = 3')
		expect(await table.transfers.undo(token)).toEqual({ cards: 0 })
		expect(memoriesOf(table)[2]).toMatchObject({ stability: 77 })
	})

	it('are what everything is scheduled by: answers, plans, what would be remembered, memories that come in', async () => {
		const usual = await reader(3)
		const own = await reader(0)
		await own.transfers.adopt(other)
		await own.import(packageOf(forgetful(3), 'collection.anki21b'))
		expect(memoriesOf(own)).not.toEqual(memoriesOf(usual))
		const choices = ({ cards }: Table) => cards.study.next(undefined).next?.choices
		const plan = ({ cards }: Table) => planFor(cards, { deck: cards.decks.list().at(-1)?.id ?? 0, exam: '2027-01-01' })
		const shown = ({ cards }: Table) => statisticsOf(cards, { days: 30 }).retrievability
		for (const look of [choices, plan, shown]) {
			const [first, second] = [look(usual), look(own)]
			expect(first).toBeDefined()
			expect(second).not.toEqual(first)
		}
	})

	it('the same as before change no memory: what is worked out anew is what studying has kept', async () => {
		const { workspace, sql, rate, clock } = await studying({ cards: 2 })
		for (const rating of ['good', 'again', 'good', 'good', 'hard', 'easy', 'good'] as const) {
			if (workspace.cards.study.next(undefined).next) rate(rating)
			clock.pass(600_000)
		}
		for (const rating of ['again', 'good', 'easy', 'good'] as const) {
			clock.pass(5 * 86_400_000)
			if (workspace.cards.study.next(undefined).next) rate(rating)
		}
		const kept = sql.all('SELECT id, reps, stability, difficulty FROM card')
		expect(kept.reduce((sum, { reps }) => sum + Number(reps), 0)).toBeGreaterThan(6)
		expect(adopt(workspace.cards, []).cards).toBe(2)
		for (const [index, card] of sql.all('SELECT id, stability, difficulty FROM card').entries()) {
			expect(card.stability).toBeCloseTo(Number(kept[index]?.stability), 5)
			expect(card.difficulty).toBeCloseTo(Number(kept[index]?.difficulty), 5)
		}
	})
})
