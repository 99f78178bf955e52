/** A text changes between two starts of the program: what is certain moves, what is not waits, what is gone keeps its quote. */
import { describe, expect, it } from 'vitest'
import { annotationsOn, draft, passage } from '../../support/annotations.ts'
import { type OpenWorkspace, openWorkspace } from '../../support/workspaces.ts'

const source = 'read/sleep'
const old = [
	'The clinic opens at nine and closes at five, and nobody is sent away.',
	'Keeping regular hours helps most people with lasting insomnia.',
	'A single good night settles nothing by itself, whatever the story says.',
	'The last word belongs to the patient who has slept through three storms.',
].join('\n')
const kept = passage(source, old, 'regular hours helps most people')
const reworded = passage(source, old, 'A single good night settles nothing by itself')
const gone = passage(source, old, 'The last word belongs to the patient who has slept through three storms')
const now = [
	'A new first paragraph, which moves all that follows.',
	'The clinic opens at nine and closes at five, and nobody is sent away.',
	'Keeping regular hours helps most people with lasting insomnia.',
	'One single good night hardly settles anything by itself, whatever the story says.',
].join('\n')

async function marked(): Promise<{ workspace: OpenWorkspace; ids: string[] }> {
	const workspace = await openWorkspace()
	const annotations = annotationsOn(workspace, { [source]: old })
	const ids: string[] = []
	for (const target of [kept, reworded, gone])
		ids.push((await annotations.create(draft({ targets: [target] }), 1000)).id)
	return { workspace, ids }
}
const reopened = (workspace: OpenWorkspace, text: string | undefined) =>
	annotationsOn(workspace, text === undefined ? {} : { [source]: text })

describe('after a text has changed', () => {
	it('each annotation is there: moved, in review with a proposal, or an orphan with its quote', async () => {
		const { workspace } = await marked()
		const listed = await reopened(workspace, now).list([source])
		const [moved, unsure, lost] = listed.map(({ targets }) => targets[0])
		expect(moved).toMatchObject({ state: 'anchored', selector: { exact: kept.selector.exact } })
		const { start = 0, end = 0, exact = '' } = moved?.selector ?? {}
		expect(start).toBeGreaterThan(kept.selector.start)
		expect(now.slice(start, end)).toBe(exact)
		expect(unsure).toMatchObject({ state: 'review', selector: reworded.selector })
		const { proposal } = unsure ?? {}
		expect(now.slice(proposal?.start, proposal?.end)).toBe(proposal?.exact)
		expect(lost).toEqual({ ...gone, state: 'orphan' })
		expect(listed.map(({ modified }) => modified)).toEqual([1000, 1000, 1000])
		expect(await reopened(workspace, now).list(undefined)).toEqual(listed)
	})

	it('what is certain is written into the annotation itself', async () => {
		const { workspace, ids } = await marked()
		const annotations = reopened(workspace, now)
		const [first] = await annotations.list(undefined)
		const { items } = JSON.parse(await annotations.export([ids[0] ?? '']))
		const { start, end } = first?.targets[0]?.selector ?? {}
		expect(items[0].target[0].selector[1]).toEqual({ type: 'TextPositionSelector', start, end })
	})

	it('back to the old text, everything stands where it stood', async () => {
		const { workspace } = await marked()
		await reopened(workspace, now).list(undefined)
		const listed = await reopened(workspace, old).list(undefined)
		const places = listed.map(({ targets }) => [targets[0]?.state, targets[0]?.selector?.start])
		expect(places).toEqual([kept, reworded, gone].map(({ selector }) => ['anchored', selector.start]))
	})

	it('a proposal can be accepted, and an orphan let go for good', async () => {
		const { workspace, ids } = await marked()
		const annotations = reopened(workspace, now)
		const [moved = '', unsure = '', lost = ''] = ids
		const proposal = (await annotations.list(undefined))[1]?.targets[0]?.proposal
		const accepted = await annotations.settle(unsure, 0, 'accept')
		expect(accepted.targets).toEqual([{ source, selector: proposal, state: 'anchored' }])
		const nothing = annotations.settle(lost, 0, 'accept')
		await expect(nothing).rejects.toMatchObject({ code: 'CONFLICT' })
		expect((await annotations.settle(lost, 0, 'detach')).targets).toEqual([{ ...gone, state: 'detached' }])
		await expect(annotations.settle(moved, 0, 'detach')).rejects.toMatchObject({ code: 'CONFLICT' })
		await expect(annotations.settle(moved, 1, 'detach')).rejects.toMatchObject({ code: 'NOT_FOUND' })
		const states = (await reopened(workspace, old).list(undefined)).map(({ targets }) => targets[0]?.state)
		expect(states).toEqual(['anchored', expect.stringMatching(/anchored|review/), 'detached'])
	})

	it('what was accepted or let go can wait again', async () => {
		const { workspace, ids } = await marked()
		const annotations = reopened(workspace, now)
		const [moved = '', unsure = '', lost = ''] = ids
		const before = (await annotations.list(undefined)).map(({ targets }) => targets)
		await annotations.settle(unsure, 0, 'accept')
		expect((await annotations.change({ id: unsure, targets: [reworded] })).targets).toEqual(before[1])
		await annotations.settle(lost, 0, 'detach')
		expect((await annotations.settle(lost, 0, 'reopen')).targets).toEqual(before[2])
		expect(await annotations.export([lost])).not.toContain('detached')
		await expect(annotations.settle(moved, 0, 'reopen')).rejects.toMatchObject({ code: 'CONFLICT' })
	})

	it('a passage can be marked anew, and that can be undone', async () => {
		const { workspace, ids } = await marked()
		const annotations = reopened(workspace, now)
		const lost = (await annotations.list(undefined))[2]
		const anew = passage(source, now, 'nobody is sent away')
		const changed = await annotations.change({ id: ids[2] ?? '', targets: [anew] })
		expect(changed.targets).toEqual([{ ...anew, state: 'anchored' }])
		const undone = await annotations.change({ id: ids[2] ?? '', targets: [gone] })
		expect(undone.targets).toEqual(lost?.targets)
		const same = await annotations.change({ id: ids[2] ?? '', targets: [gone], comment: 'Gone' })
		expect(same).toMatchObject({ comment: 'Gone', targets: [{ state: 'orphan' }] })
	})

	it('undoing brings back a passage of a text that was never seen here, and it is looked for again', async () => {
		const workspace = await openWorkspace()
		const annotations = annotationsOn(workspace, { [source]: now })
		const { id } = await annotations.create(draft({ targets: [passage(source, now, 'A new first paragraph')] }))
		await expect(annotations.change({ id, targets: [gone] })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
		const undone = await annotations.change({ id, targets: [gone], lookAgain: true })
		expect(undone.targets).toEqual([{ ...gone, state: 'orphan' }])
		const found = await annotations.change({ id, targets: [kept], lookAgain: true })
		expect(found.targets[0]).toMatchObject({ state: 'anchored', selector: { exact: kept.selector.exact } })
	})

	it('gone altogether, quotes are orphans until it is back', async () => {
		const { workspace } = await marked()
		const listed = await reopened(workspace, undefined).list(undefined)
		expect(listed.map(({ targets }) => targets[0]?.state)).toEqual(['orphan', 'orphan', 'orphan'])
		const { id = '' } = listed[0] ?? {}
		const said = await reopened(workspace, undefined).change({ id, comment: 'Gone?', targets: [kept] }, 1000)
		expect(said).toMatchObject({ comment: 'Gone?', targets: [{ ...kept, state: 'orphan' }] })
		const back = await reopened(workspace, old).list(undefined)
		expect(back.map(({ targets }) => targets[0]?.state)).toEqual(['anchored', 'anchored', 'anchored'])
	})

	it('what the reader changes while its passage is looked for is not written over', async () => {
		const { workspace, ids } = await marked()
		const annotations = reopened(workspace, now)
		const [listed] = await Promise.all([
			annotations.list(undefined),
			annotations.change({ id: ids[0] ?? '', comment: 'Meanwhile' }, 1000),
		])
		expect(listed.map(({ comment }) => comment)[0]).toBe('Meanwhile')
		expect((await annotations.list(undefined))[0]).toMatchObject({
			comment: 'Meanwhile',
			targets: [{ state: 'anchored' }],
		})
	})

	it('what comes out of the trash is looked for as well', async () => {
		const { workspace, ids } = await marked()
		const annotations = reopened(workspace, now)
		annotations.remove(ids)
		const states = (await annotations.restore(ids)).map(({ targets }) => targets[0]?.state)
		expect(states).toEqual(['anchored', 'review', 'orphan'])
	})
})
