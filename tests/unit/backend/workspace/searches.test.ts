/** The searches that led somewhere: newest first, each once, cleared with a way back. */
import { expect, it } from 'vitest'
import { openWorkspace } from '../../support/workspaces.ts'

it('lists each search once, the newest first, and no more than are read at a glance', async () => {
	const { searches } = await openWorkspace()
	for (let at = 0; at < 60; at++) searches.save(`query ${at}`, at)
	searches.save('query 30', 100)
	const list = searches.list(50)
	expect(list.slice(0, 3).map(({ query }) => query)).toEqual(['query 30', 'query 59', 'query 58'])
	expect(list).toHaveLength(50)
	expect(new Set(list.map(({ query }) => query)).size).toBe(50)
})

it('brings back what was cleared beside what was searched since', async () => {
	const { searches } = await openWorkspace()
	searches.save('grief', 1)
	searches.save('law', 2)
	const { token, cleared } = searches.clear()
	expect(cleared).toBe(2)
	searches.save('grief', 3)
	expect(searches.list(10)).toEqual([{ query: 'grief', at: 3 }])
	searches.restore(token)
	expect(searches.list(10)).toEqual([
		{ query: 'grief', at: 3 },
		{ query: 'law', at: 2 },
	])
})
