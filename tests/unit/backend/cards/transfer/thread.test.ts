/** Cards in and out in a thread of its own: nobody waits, and what is cancelled leaves nothing. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import type { ImportStep } from '#contract/cards/transfer.ts'
import { type CollectionSpec, everything, pixel } from '../../../../setup/anki.ts'
import { packageOf } from '../../../support/packages.ts'
import { openTable } from '../../../support/transfer.ts'

const entry = new URL('../../../../../src/backend/cards/transfer/worker.ts', import.meta.url)

/** @returns a collection of so many notes, each with a card and two reviews. */
const many = (count: number): CollectionSpec => ({
	...everything,
	notes: Array.from({ length: count }, (_, index) => ({
		id: 1_600_000_000_000 + index,
		guid: `guid-${index}`,
		type: 1_500_000_000_001,
		fields: [`Question ${index} about sleep`, `<b>Answer</b> ${index}: regular hours help most people`],
		tags: ' sleep ',
	})),
	cards: Array.from({ length: count }, (_, index) => ({
		...{ id: 1_600_000_000_000 + index, note: 1_600_000_000_000 + index, deck: 2, type: 2, due: 2200 + (index % 30) },
		...{ ivl: 30, factor: 2500, reps: 2 },
	})),
	reviews: Array.from({ length: count * 2 }, (_, index) => [
		...([1_770_000_000_000 + index * 977, 1_600_000_000_000 + (index >> 1), 3, 10, 1, 2500, 3000] as const),
		index % 2,
	]) as never,
})

describe('in a thread', () => {
	it('files go in and out as they do without one', async () => {
		const [here, there] = [await openTable(), await openTable(entry)]
		const path = packageOf(everything, 'collection.anki21b', { media: { 'pixel one.png': pixel } })
		expect(await there.preview(path)).toEqual(await here.preview(path))
		expect((await there.import(path)).summary).toEqual((await here.import(path)).summary)
		expect(there.dump()).toEqual(here.dump())
		const [one, two] = [await here.export({ format: 'csv' }), await there.export({ format: 'csv' })]
		expect(readFileSync(two, 'utf8')).toBe(readFileSync(one, 'utf8'))
		await expect(there.export({ format: 'csv', deck: 99 })).rejects.toMatchObject({
			code: 'NOT_FOUND',
			name: 'Failure',
		})
		expect(readdirSync(there.transfers.files.path('.'))).toEqual(['in-1'])
	})

	it('the host goes on meanwhile: its loop is not held up, and its writes wait outside SQLite', async () => {
		const table = await openTable(entry)
		const path = packageOf(many(3000), 'collection.anki21b')
		let waited = 0
		const beat = setInterval(() => {
			if (table.gate.closed) waited++
		}, 2)
		try {
			const { summary, token } = await table.import(path)
			expect(summary.notes.new).toBe(3000)
			expect(waited).toBeGreaterThan(0)
			expect(table.gate.closed).toBe(false)
			expect(table.cards.acts.isLarge(token)).toBe(true)
			await table.transfers.undo(token)
			expect(table.all('SELECT id FROM card')).toEqual([])
		} finally {
			clearInterval(beat)
		}
	}, 60_000)

	it.each([
		['while it reads', 0.05],
		['while it writes', 0.82],
	])(
		'an import that is cancelled %s leaves nothing',
		async (_when, share) => {
			const table = await openTable(entry)
			const before = table.dump()
			const path = packageOf(many(3000), 'collection.anki21b')
			const bytes = readFileSync(path)
			const file = await table.transfers.files.begin('deck.apkg', bytes.length)
			await table.transfers.files.part(file, bytes.toString('base64'))
			const stop = new AbortController()
			const steps: ImportStep[] = []
			const importing = (async () => {
				for await (const step of table.transfers.import(file, { scheduling: true }, stop.signal)) {
					steps.push(step)
					if (step.type === 'progress' && step.share >= share) stop.abort()
				}
			})()
			await expect(importing).rejects.toMatchObject({ code: 'CANCELLED' })
			expect(steps.length).toBeGreaterThan(0)
			expect(steps.some(({ type }) => type === 'done')).toBe(false)
			expect(table.dump()).toEqual(before)
			// The database is free again, and so is the way to it.
			expect(table.gate.closed).toBe(false)
			table.cards.decks.create('Free', {}, 1)
		},
		60_000,
	)

	it('an import is cancelled by the name of its file, and tells of it', async () => {
		const table = await openTable(entry)
		const before = table.dump()
		const file = await table.transfers.files.begin('deck.txt', 3)
		await table.transfers.files.part(file, Buffer.from('a\tb').toString('base64'))
		const importing = table.transfers.import(file, { scheduling: true }).next()
		table.transfers.cancel(file)
		table.transfers.cancel(99)
		await expect(importing).rejects.toMatchObject({ code: 'CANCELLED' })
		expect(table.dump()).toEqual(before)
	})

	it('an import that is becoming final is not cancelled any more, and tells what it did', async () => {
		const script = `import { parentPort } from 'node:worker_threads'
			parentPort.postMessage({ ask: 'commit' })
			parentPort.once('message', () => {
				parentPort.postMessage({ progress: 1 })
				parentPort.postMessage({ answer: { token: 5 } })
			})`
		const { transfers } = await openTable(new URL(`data:text/javascript,${encodeURIComponent(script)}`))
		const file = await transfers.files.begin('deck.txt', 0)
		const steps: ImportStep[] = []
		for await (const step of transfers.import(file, { scheduling: true })) {
			steps.push(step)
			transfers.cancel(file)
		}
		expect(steps.at(-1)).toMatchObject({ type: 'done', token: 5 })
	})

	it('nothing is left behind in the end', async () => {
		const table = await openTable(entry)
		await table.preview(packageOf(everything, 'collection.anki2'))
		const folder = table.transfers.files.path('.')
		expect(folder.startsWith(tmpdir())).toBe(true)
		await table.transfers.close()
		expect(existsSync(folder)).toBe(false)
	})
})

describe('files in parts', () => {
	it('are refused where they are not whole, too long, or gone', async () => {
		const { transfers } = await openTable()
		const file = await transfers.files.begin('deck.apkg', 4)
		await expect(transfers.preview(file)).rejects.toMatchObject({ code: 'CONFLICT' })
		await expect(transfers.files.part(file, Buffer.from('12345').toString('base64'))).rejects.toMatchObject({
			code: 'BAD_REQUEST',
		})
		await transfers.files.drop(file)
		await expect(transfers.preview(file)).rejects.toMatchObject({ code: 'NOT_FOUND' })
		await expect(transfers.files.begin('deck.apkg', 1e12)).rejects.toMatchObject({ code: 'TOO_LARGE' })
	})
})
