/** What holds the notebook together at any size: what is read once follows every change, and an import goes back as it came. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { notebookOf } from '#backend/annotations/notebook.ts'
import { Gate } from '#backend/workspace/gate.ts'
import { groupings, highlightColours } from '#contract/tokens.ts'
import { pageOf } from '#domain/annotations/file.ts'
import { groupsOf, noteFacets, type Shelf, waits } from '#domain/annotations/notebook.ts'
import { countFacets } from '#domain/facets.ts'
import { annotationsOn, draft, passage } from '../../support/annotations.ts'
import { openWorkspace, withDatabase } from '../../support/workspaces.ts'

const text = 'Keeping regular hours helps most people. A single good night settles nothing by itself.'
const source = 'read/sleep'
const marks = ['regular hours', 'A single good night'].map((exact) => passage(source, text, exact))
const shelf: Shelf = { titleOf: (whole) => whole, comparisonsOf: () => ['compare/nights'] }

const step = fc.record({
	how: fc.constantFrom('create', 'change', 'remove', 'restore', 'import'),
	at: fc.nat(5),
	colour: fc.constantFrom(...highlightColours),
	tags: fc.uniqueArray(fc.constantFrom('grief', 'sleep', 'plan'), { maxLength: 2 }),
	mark: fc.option(fc.constantFrom(...marks), { nil: undefined }),
})

describe('the notebook', () => {
	it(
		'is always what a reading of all notes would give',
		() =>
			fc.assert(
				fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.constantFrom(...groupings), async (steps, by) => {
					const workspace = await openWorkspace()
					const annotations = annotationsOn(workspace, { [source]: text })
					const ids: string[] = []
					for (const [turn, { how, at, colour, tags, mark }] of steps.entries()) {
						const id = ids[at % (ids.length || 1)]
						const said = { colour, tags, targets: mark ? [mark] : [] }
						if (how === 'create') ids.push((await annotations.create(draft(said), turn)).id)
						else if (how === 'import')
							await annotations.import(pageOf([{ id: `urn:one:${at}`, type: 'Annotation', target: 'urn:x' }]))
						else if (id && how === 'remove') annotations.remove([id])
						else if (id && how === 'restore') await annotations.restore([id])
						else if (id) await annotations.change({ id, ...said }, turn).catch(() => {})
						const all = await annotations.list(undefined)
						expect(notebookOf(workspace.annotations, { by, choice: {}, words: '' }, shelf)).toEqual({
							total: all.length,
							waiting: all.filter(waits).length,
							facets: countFacets(noteFacets, all, {}),
							groups: groupsOf(all, by, shelf).map((group) => ({
								key: group.key,
								ids: group.annotations.map((one) => one.id),
							})),
						})
					}
				}),
				{ numRuns: 20 },
			),
		60_000,
	)

	it('reads what an older Parallax has written', async () => {
		const workspace = await openWorkspace()
		const annotations = annotationsOn(workspace, { [source]: text })
		await annotations.create(draft({ colour: 'pink', tags: ['old'], targets: [marks[0] ?? { source }] }))
		withDatabase(workspace.dataDir, (database) => database.exec('UPDATE annotation SET noted = NULL'))
		const found = notebookOf(workspace.annotations, { by: 'tag', choice: {}, words: '' }, shelf)
		expect(found.groups.map(({ key }) => key)).toEqual(['old'])
	})
})

describe('an import', () => {
	it(
		'goes back as it came, and can be done again',
		() =>
			fc.assert(
				fc.asyncProperty(
					fc.array(fc.constantFrom('new', 'newer', 'older', 'trashed'), { maxLength: 8 }),
					async (kinds) => {
						const annotations = annotationsOn(await openWorkspace(), { [source]: text })
						const items = []
						for (const [number, kind] of kinds.entries()) {
							const id = `urn:some:${number}`
							const item = { id, type: 'Annotation', bodyValue: 'Theirs.', target: 'urn:x' }
							const dated = { ...item, modified: new Date(kind === 'older' ? 1000 : 9000).toISOString() }
							if (kind !== 'new')
								await annotations.import(
									pageOf([{ ...item, bodyValue: 'Mine.', modified: new Date(5000).toISOString() }]),
								)
							if (kind === 'trashed') annotations.remove([id])
							items.push(dated)
						}
						const before = await annotations.list(undefined)
						const { token, added, changed } = await annotations.import(pageOf(items))
						const count = (kind: string) => kinds.filter((one) => one === kind).length
						expect([added, changed]).toEqual([count('new') + count('trashed'), count('newer')])
						if (token === undefined) return
						const after = await annotations.list(undefined)
						expect(await annotations.takeBack(token)).toEqual({ annotations: added + changed })
						expect(await annotations.list(undefined)).toEqual(before)
						expect(annotations.search('theirs', 20)).toEqual([])
						await expect(annotations.takeBack(token)).rejects.toMatchObject({ code: 'CONFLICT' })
						await annotations.takeBack(token, true)
						expect(await annotations.list(undefined)).toEqual(after)
						expect(annotations.search('theirs', 20)).toHaveLength(added + changed)
					},
				),
				{ numRuns: 20 },
			),
		60_000,
	)

	it('leaves nothing of itself when it is stopped while it writes', async () => {
		const workspace = await openWorkspace()
		const annotations = annotationsOn(workspace, {})
		const items = Array.from({ length: 1000 }, (_, number) => ({
			id: `urn:many:${number}`,
			type: 'Annotation',
			target: 'urn:x',
		}))
		const stop = new AbortController()
		let during = 0
		const importing = annotations.import(pageOf(items), false, {
			signal: stop.signal,
			told(share) {
				if (share > 0.6) stop.abort()
				during = share
			},
		})
		await expect(importing).rejects.toThrow()
		expect(during).toBeGreaterThan(0.6)
		// Whoever wants to write may do so again.
		await workspace.gate.passed()
		expect((await annotations.create(draft())).comment).toBe('So they say.')
		expect(await annotations.list(undefined)).toHaveLength(1)
	})
})

describe('the gate', () => {
	it('keeps writers waiting until it opens', async () => {
		const gate = new Gate()
		const order: string[] = []
		const open = gate.close()
		const writer = gate.passed().then(() => order.push('written'))
		await Promise.resolve()
		order.push('opened')
		open()
		await writer
		expect(order).toEqual(['opened', 'written'])
		await gate.passed()
	})

	it('opens once all who closed it have opened it, each once', async () => {
		const gate = new Gate()
		const [one, other] = [gate.close(), gate.close()]
		one()
		one()
		expect(gate.closed).toBe(true)
		other()
		await gate.passed()
		expect(gate.closed).toBe(false)
	})
})
