/** Annotations in the workspace: made, changed, deleted, brought back, found by their words. */
import { describe, expect, it } from 'vitest'
import { annotationsOn, draft, freshAnnotations, passage } from '../../support/annotations.ts'
import { freshFolder } from '../../support/folder.ts'
import { openLater, openWorkspace, withDatabase } from '../../support/workspaces.ts'

const text = 'Keeping regular hours helps most people. A single good night settles nothing by itself.'
const texts = { 'read/sleep': text, 'read/other': 'Another text.', 'compare/one': '' }
const mark = passage('read/sleep', text, 'regular hours')
const day = 24 * 60 * 60 * 1000

describe('an annotation', () => {
	it('is there when the program starts again', async () => {
		const dataDir = freshFolder()
		const workspace = await openWorkspace(dataDir)
		const made = await annotationsOn(workspace, texts).create(draft({ targets: [mark], tags: ['sleep'] }), 1000)
		expect(made).toEqual({
			...draft({ tags: ['sleep'] }),
			id: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
			targets: [{ ...mark, state: 'anchored' }],
			created: 1000,
			modified: 1000,
		})
		await workspace.close()
		expect(await annotationsOn(await openWorkspace(dataDir), texts).list(undefined)).toEqual([made])
	})

	it('is found by its id, and among the newest', async () => {
		const annotations = await freshAnnotations(texts)
		const made = []
		for (const at of [1000, 2000, 3000]) made.push(await annotations.create(draft(), at))
		const [first, second, third] = made
		expect(await annotations.recent(2)).toEqual([third, second])
		expect(await annotations.list(undefined, [third?.id ?? '', 'urn:uuid:none', first?.id ?? ''])).toEqual([
			first,
			third,
		])
		annotations.remove([third?.id ?? ''])
		expect(await annotations.recent(1)).toEqual([second])
		expect(await annotations.list(undefined, [third?.id ?? ''])).toEqual([])
	})

	it('names the same creator each time, and the times in UTC', async () => {
		const annotations = await freshAnnotations(texts)
		await annotations.create(draft(), 0)
		await annotations.create(draft(), 1000)
		const { items } = JSON.parse(await annotations.export())
		expect(items[0].creator).toEqual({
			id: expect.stringMatching(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-/),
			type: 'Person',
		})
		expect(items[1].creator).toEqual(items[0].creator)
		expect(items[1]).toMatchObject({ created: '1970-01-01T00:00:01.000Z', modified: '1970-01-01T00:00:01.000Z' })
	})

	it('may be about a whole comparison, which has no text to mark', async () => {
		const annotations = await freshAnnotations(texts)
		const made = await annotations.create(draft({ targets: [{ source: 'compare/one' }] }))
		expect(made.targets).toEqual([{ source: 'compare/one', state: 'anchored' }])
		const marked = annotations.create(draft({ targets: [{ ...mark, source: 'compare/one' }] }))
		await expect(marked).rejects.toMatchObject({ code: 'BAD_REQUEST' })
	})

	it.each([
		['moved by one', { start: mark.selector.start + 1, end: mark.selector.end + 1 }],
		['beyond the end', { start: 1000, end: 1013 }],
		['back to front', { start: 20, end: 7 }],
		['longer than its quote', { end: mark.selector.end + 1 }],
	])('is refused where its quote does not stand: %s', async (_, places) => {
		const annotations = await freshAnnotations(texts)
		const wrong = { ...mark, selector: { ...mark.selector, ...places } }
		await expect(annotations.create(draft({ targets: [wrong] }))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
		expect(await annotations.list(undefined)).toEqual([])
	})

	it('changes in what is named, and loses a relation that is taken away', async () => {
		const annotations = await freshAnnotations(texts)
		const targets = [mark, { source: 'read/other' }]
		const made = await annotations.create(draft({ motivation: 'linking', relation: 'omits', targets }), 1000)
		const changed = await annotations.change({ id: made.id, tags: ['a', 'b'] }, 2000)
		expect(changed).toEqual({ ...made, tags: ['a', 'b'], modified: 2000 })
		const { relation: _, ...without } = changed
		expect(await annotations.change({ id: made.id, relation: undefined }, 2000)).toEqual(without)
		const nobody = annotations.change({ id: 'urn:nobody', comment: '' })
		await expect(nobody).rejects.toMatchObject({ code: 'NOT_FOUND' })
	})

	it('leaves the trash after 30 days, with its words and its text', async () => {
		const dataDir = freshFolder()
		const workspace = await openWorkspace(dataDir)
		const annotations = annotationsOn(workspace, texts)
		const [young, old] = [await annotations.create(draft()), await annotations.create(draft({ targets: [mark] }))]
		workspace.annotations.remove([young.id], Date.now() - 29 * day)
		workspace.annotations.remove([old.id], Date.now() - 31 * day)
		await workspace.close()
		const after = annotationsOn(await openLater(dataDir), texts)
		expect(await after.restore([young.id, old.id])).toEqual([young])
		await expect(after.restore([old.id])).rejects.toMatchObject({ code: 'NOT_FOUND' })
		const count = (table: string) =>
			withDatabase(dataDir, (database) => database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n)
		expect(['annotation', 'annotation_target', 'annotation_words', 'canonical_text'].map(count)).toEqual([1, 0, 1, 0])
	})
})

describe('the search', () => {
	it('finds words of comments, tags and quotes, without accents, the last one by its beginning', async () => {
		const annotations = await freshAnnotations(texts)
		const made = async (some: Parameters<typeof draft>[0]) => (await annotations.create(draft(some))).id
		const quoted = await made({ targets: [mark], comment: 'Of Céline’s clinic' })
		const tagged = await made({ tags: ['regular'], comment: 'clinic clinic hours' })
		const found = (query: string, limit = 10) => annotations.search(query, limit)
		expect(found('regular').sort()).toEqual([quoted, tagged].sort())
		expect(found('celine reg')).toEqual([quoted])
		expect(found('reg ')).toEqual([])
		expect(found('clinic', 1)).toEqual([tagged])
		expect(found('clinic nothing')).toEqual([])
		for (const query of ['', '"', '*', 'NOT', 'a" OR "b', '(', 'comment:clinic', '\0']) expect(found(query)).toEqual([])
		await annotations.change({ id: tagged, tags: [], comment: 'nothing' })
		expect(found('regular')).toEqual([quoted])
	})
})
