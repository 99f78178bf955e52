/** Reading positions, the history, and its trash. */
import { describe, expect, it } from 'vitest'
import { Workspace } from '#backend/workspace/workspace.ts'
import { PlaceRead, ReadingPosition, Visit } from '#contract/workspace.ts'
import { failureOf } from '../../support/failure.ts'
import { freshFolder } from '../../support/folder.ts'
import { openLater, openWorkspace, usedFolder, visitTo } from '../../support/workspaces.ts'

const day = 24 * 60 * 60 * 1000
const at = (pane: string, block: string, fraction = 0.5) => ({ pane, block, fraction })

describe('a reading position', () => {
	it('is the last one saved for its pane', async () => {
		const { store } = await openWorkspace()
		expect(store.position('read/a')).toBeNull()
		store.savePosition(at('read/a', 'one'), 1000)
		store.savePosition(at('read/b', 'two', 0), 2000)
		expect(store.savePosition(at('read/a', 'three', 1), 3000)).toEqual({ ...at('read/a', 'three', 1), at: 3000 })
		expect(store.position('read/a')).toEqual({ ...at('read/a', 'three', 1), at: 3000 })
		expect(store.recentPositions(5).map(({ pane }) => pane)).toEqual(['read/a', 'read/b'])
		expect(store.recentPositions(1)).toHaveLength(1)
		for (const position of store.recentPositions(5)) expect(ReadingPosition.safeParse(position).error).toBeUndefined()
	})
})

describe('the history', () => {
	it('has one row an address, newest first, under its latest title', async () => {
		const { store } = await openWorkspace()
		store.visit(visitTo('/a', 'Old'), 1000)
		store.visit(visitTo('/b', 'B'), 2000)
		store.visit(visitTo('/a', 'New'), 3000)
		expect(store.history(10).map(({ address, title, at }) => [address, title, at])).toEqual([
			['/a', 'New', 3000],
			['/b', 'B', 2000],
		])
		expect(store.history(1)).toHaveLength(1)
		for (const visit of store.history(10)) expect(Visit.safeParse(visit).error).toBeUndefined()
	})

	it('can be cleared and brought back', async () => {
		const { store } = await openWorkspace()
		store.visit(visitTo('/a'))
		store.visit(visitTo('/b'))
		const before = store.history(10)
		const { token, cleared } = store.clearHistory()
		expect(cleared).toBe(2)
		expect(store.history(10)).toEqual([])
		expect(store.restoreHistory(token)).toEqual({ restored: 2 })
		expect(store.history(10)).toEqual(before)
	})

	it('comes back clearing by clearing, also of one millisecond, beside what was visited since', async () => {
		const { store } = await openWorkspace()
		const tokens = ['/a', '/b'].map((address) => {
			store.visit(visitTo(address))
			return store.clearHistory(5000).token
		})
		store.visit(visitTo('/c'))
		expect(new Set(tokens).size).toBe(2)
		store.restoreHistory(tokens[1] ?? 0)
		expect(
			store
				.history(10)
				.map(({ address }) => address)
				.sort(),
		).toEqual(['/b', '/c'])
		expect(await failureOf(() => store.restoreHistory(tokens[1] ?? 0))).toMatchObject({ code: 'NOT_FOUND' })
		store.restoreHistory(tokens[0] ?? 0)
		expect(store.history(10)).toHaveLength(3)
	})

	it('is in the trash for 30 days, over restarts, and then gone for good', async () => {
		const dataDir = freshFolder()
		const workspace = await Workspace.open(dataDir)
		const now = Date.now()
		workspace.store.visit(visitTo('/old'))
		const old = workspace.store.clearHistory(now - 30 * day - 1000).token
		workspace.store.visit(visitTo('/young'))
		const young = workspace.store.clearHistory(now - 30 * day + 60_000).token
		await workspace.close()
		const { store } = await openLater(dataDir)
		expect(await failureOf(() => store.restoreHistory(old))).toMatchObject({
			code: 'NOT_FOUND',
			next: expect.stringContaining('30 days'),
		})
		expect(store.restoreHistory(young)).toEqual({ restored: 1 })
		expect(store.counts().visit).toBe(1)
	})

	it('is still there when the workspace is opened again', async () => {
		const { store } = await openWorkspace(await usedFolder())
		expect(store.history(10)).toMatchObject([{ address: '/read/a' }])
	})
})

const stay = (pane: string, section: string, block = section) => ({ pane, section, block })

describe('the places in a pane', () => {
	it('are the last block of each section that was stayed at, newest first, pane by pane', async () => {
		const { store } = await openWorkspace()
		store.stay(stay('read/a', 'one'), 1000)
		store.stay(stay('read/a', 'two'), 2000)
		store.stay(stay('read/b', 'one'), 3000)
		expect(store.stay(stay('read/a', 'one', 'one-4'), 4000)).toEqual({ ...stay('read/a', 'one', 'one-4'), at: 4000 })
		expect(store.places(['read/a']).map(({ block }) => block)).toEqual(['one-4', 'two'])
		expect(store.places(['read/b', 'read/a', 'read/c']).map(({ block }) => block)).toEqual(['one-4', 'one', 'two'])
		expect(store.places([])).toEqual([])
		for (const place of store.places(['read/a'])) expect(PlaceRead.safeParse(place).error).toBeUndefined()
	})

	it('are twenty at most; the oldest goes first', async () => {
		const { store } = await openWorkspace()
		for (let n = 0; n < 25; n += 1) store.stay(stay('read/a', `s-${n}`), 1000 + n)
		store.stay(stay('read/b', 'other'), 1)
		const kept = store.places(['read/a']).map(({ section }) => section)
		expect([kept.length, kept[0], kept.at(-1)]).toEqual([20, 's-24', 's-5'])
		expect(store.places(['read/b'])).toHaveLength(1)
	})

	it('go into the trash with the history and come back; what was read again since stands', async () => {
		const { store } = await openWorkspace()
		store.stay(stay('read/a', 'one'), 1000)
		store.stay(stay('read/a', 'two'), 2000)
		const { token, cleared } = store.clearHistory()
		expect([cleared, store.places(['read/a'])]).toEqual([0, []])
		store.stay(stay('read/a', 'one', 'one-9'), 9000)
		expect(store.restoreHistory(token)).toEqual({ restored: 0 })
		expect(store.places(['read/a']).map(({ block }) => block)).toEqual(['one-9', 'two'])
		expect(await failureOf(() => store.restoreHistory(token))).toMatchObject({ code: 'NOT_FOUND' })
	})

	it('are gone for good after 30 days in the trash', async () => {
		const dataDir = freshFolder()
		const workspace = await Workspace.open(dataDir)
		workspace.store.stay(stay('read/a', 'one'))
		const { token } = workspace.store.clearHistory(Date.now() - 31 * day)
		await workspace.close()
		const { store } = await openLater(dataDir)
		expect(store.counts().place_read).toBe(0)
		expect(await failureOf(() => store.restoreHistory(token))).toMatchObject({ code: 'NOT_FOUND' })
	})
})
