/** Results as the workspace keeps them, and which calls wait while another thread writes. */
import { describe, expect, it } from 'vitest'
import { writes } from '#backend/workspace/gate.ts'
import type { Result } from '#contract/classroom/classroom.ts'
import { failureOf } from '../../support/failure.ts'
import { freshFolder } from '../../support/folder.ts'
import { pollSlide } from '../../support/slides.ts'
import { openWorkspace } from '../../support/workspaces.ts'

const day = 24 * 60 * 60 * 1000
const slide = pollSlide()
const polls = (count: number): Result['polls'] =>
	slide.type === 'poll' ? [{ slide: 'poll', about: '', poll: slide.poll, rounds: [[{ option: 'a', count }]] }] : []
const of = (presentation: string, at = 1000) => ({ presentation, title: 'Sleep', at, polls: polls(1) })

describe('results', () => {
	it('are kept in one row, changed in place, and there after a start', async () => {
		const folder = freshFolder()
		const workspace = await openWorkspace(folder)
		const first = workspace.results.keep(of('one'))
		const changed = workspace.results.keep({ ...of('one'), polls: polls(5) }, first.id)
		expect(changed).toEqual({ ...first, polls: polls(5) })
		await workspace.close()
		const { results } = await openWorkspace(folder)
		expect(results.list()).toEqual([changed])
	})

	it('are listed newest first, of one presentation or of all', async () => {
		const { results } = await openWorkspace()
		const [one, two, three] = [results.keep(of('a', 1)), results.keep(of('b', 3)), results.keep(of('a', 2))]
		expect(results.list().map(({ id }) => id)).toEqual([two.id, three.id, one.id])
		expect(results.list('a').map(({ id }) => id)).toEqual([three.id, one.id])
		expect(results.list('c')).toEqual([])
	})

	it('stay in the trash for 30 days, and are gone at the start after that', async () => {
		const folder = freshFolder()
		const workspace = await openWorkspace(folder)
		const [recent, old] = [workspace.results.keep(of('a')), workspace.results.keep(of('b'))]
		workspace.results.remove(recent.id, Date.now() - 29 * day)
		workspace.results.remove(old.id, Date.now() - 31 * day)
		expect(workspace.results.list()).toEqual([])
		expect(await failureOf(() => workspace.results.remove(old.id))).toMatchObject({ code: 'NOT_FOUND' })
		await workspace.close()
		const { results } = await openWorkspace(folder)
		expect(results.restore(recent.id)).toEqual(recent)
		expect(await failureOf(() => results.restore(old.id))).toMatchObject({ code: 'NOT_FOUND' })
	})

	it('are written anew where a backup was put in their place meanwhile', async () => {
		const { results } = await openWorkspace()
		const kept = results.keep(of('a'), 99)
		expect(results.list()).toEqual([kept])
	})
})

describe('while another thread writes', () => {
	it.each(['note', 'remove', 'restore'])('results.%s waits', (name) => {
		expect(writes(['classroom', 'results', name])).toBe(true)
	})
	it.each(['start', 'act', 'end', 'watch', 'follow', 'presentation'])('%s does not', (name) => {
		expect(writes(['classroom', name])).toBe(false)
	})
})
