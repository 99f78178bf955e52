/** One workspace in several processes: they write at once, and each hears of what the others have changed. */
import { describe, expect, it } from 'vitest'
import type { Change } from '#contract/workspace.ts'
import { startChild } from '../../support/child.ts'
import { freshFolder } from '../../support/folder.ts'
import { openWorkspace, visitTo, withDatabase } from '../../support/workspaces.ts'

describe('several processes', () => {
	it('write at once, and nothing is lost', async () => {
		const dataDir = freshFolder()
		const { store } = await openWorkspace(dataDir)
		const children = ['a', 'b'].map((name) => startChild('writer.ts', dataDir, name, '150'))
		for (let i = 0; i < 150; i++) {
			store.visit(visitTo(`/own/${i}`))
			if (i % 10 === 0) await new Promise(setImmediate)
		}
		expect(await Promise.all(children.map((child) => child.ended))).toEqual([0, 0])
		expect(store.counts().visit).toBe(450)
	}, 60_000)

	it('may open a workspace for the first time together', async () => {
		const dataDir = freshFolder()
		const children = ['a', 'b', 'c', 'd'].map((name) => startChild('writer.ts', dataDir, name, '5'))
		expect(await Promise.all(children.map((child) => child.ended))).toEqual([0, 0, 0, 0])
		expect(withDatabase(dataDir, (database) => database.prepare('SELECT count(*) AS n FROM visit').get())).toEqual({
			n: 20,
		})
	}, 60_000)
})

describe('changes', () => {
	it('of this process are told at once, in order, to everybody who listens', async () => {
		const { changes } = await openWorkspace()
		const listeners = [changes.subscribe(undefined), changes.subscribe(undefined)]
		for (const what of ['settings', 'history', 'positions'] as const) changes.tell(what)
		for (const listener of listeners) {
			const heard: Change[] = []
			for await (const change of listener) if (heard.push(change) === 3) break
			expect(heard.map(({ what }) => what)).toEqual(['settings', 'history', 'positions'])
		}
	})

	it('of another process are told soon after', async () => {
		const { dataDir, changes, store } = await openWorkspace()
		const listener = changes.subscribe(undefined)
		const next = listener.next()
		const child = startChild('writer.ts', dataDir, 'other', '1')
		expect(await next).toEqual({ done: false, value: { what: 'everything' } })
		expect(store.history(1)).toMatchObject([{ address: '/other/0' }])
		await child.ended
	}, 30_000)

	it('are not told for nothing: own writes and reading are no change of others', async () => {
		const { changes, store } = await openWorkspace()
		const listener = changes.subscribe(undefined)
		const next = listener.next()
		store.visit(visitTo('/own'))
		store.history(5)
		setTimeout(() => changes.tell('settings'), 2300)
		expect(await next).toEqual({ done: false, value: { what: 'settings' } })
	}, 30_000)

	it('end when nobody wants them any more', async () => {
		const { changes } = await openWorkspace()
		const stop = new AbortController()
		const next = changes.subscribe(stop.signal).next()
		stop.abort()
		await expect(next).rejects.toMatchObject({ name: 'AbortError' })
	})
})
