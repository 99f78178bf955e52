/** Presentations as the workspace keeps them: nothing is lost, nothing damaged takes the rest down. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Presentation } from '#contract/classroom/presentations.ts'
import { failureOf } from '../../support/failure.ts'
import { freshFolder } from '../../support/folder.ts'
import { png } from '../../support/pictures.ts'
import { slidesOfAllTypes, textSlide } from '../../support/slides.ts'
import { openWorkspace, withDatabase } from '../../support/workspaces.ts'

const day = 24 * 60 * 60 * 1000
const draft = (slides = slidesOfAllTypes()) => ({
	title: 'Mine',
	comparison: 'a-comparison',
	theme: 'dark' as const,
	slides,
})
const picture = (bytes = png()) => ({ mediaType: 'image/png', content: bytes.toString('base64') })
const naming = (id: string) => [textSlide('text', { text: `![A plot](image:${id})` })]

describe('presentations', () => {
	it('come back as they were made, and after a start', async () => {
		const folder = freshFolder()
		const workspace = await openWorkspace(folder)
		const made = workspace.presentations.create(draft(), 1000)
		expect(made).toEqual({ ...draft(), id: made.id, created: 1000, modified: 1000 })
		await workspace.close()
		const { presentations } = await openWorkspace(folder)
		expect(presentations.show(made.id)).toEqual(made)
		const { slides, ...rest } = made
		const contentNotes = ['suicide', 'abuse', 'death']
		expect(presentations.list()).toEqual([{ ...rest, slides: slides.length, contentNotes }])
	})

	it('change only for those who know the latest, and each change is one of its own', async () => {
		const { presentations } = await openWorkspace()
		const made = presentations.create(draft(), 1000)
		const one = presentations.change({ id: made.id, modified: 1000, title: 'One' }, 1000)
		expect(one).toEqual({ ...made, title: 'One', modified: 1001 })
		const late = { id: made.id, modified: 1000, title: 'Other', slides: [] }
		expect(await failureOf(() => presentations.change(late))).toMatchObject({ code: 'CONFLICT' })
		expect(presentations.show(made.id)).toEqual(one)
		const two = presentations.change({ id: made.id, modified: 1001, theme: 'light', slides: [textSlide()] }, 5000)
		expect(two).toEqual({ ...one, theme: 'light', slides: [textSlide()], modified: 5000 })
	})

	it('are listed by their last change', async () => {
		const { presentations } = await openWorkspace()
		const [first, second] = [presentations.create(draft(), 1), presentations.create(draft(), 2)]
		expect(presentations.list().map(({ id }) => id)).toEqual([second.id, first.id])
		presentations.change({ id: first.id, modified: 1, title: 'Later' }, 3)
		expect(presentations.list().map(({ id }) => id)).toEqual([first.id, second.id])
	})

	it('are copied whole, however long the title', async () => {
		const { presentations } = await openWorkspace()
		const made = presentations.create({ ...draft(), title: 'x'.repeat(500) })
		const copy = presentations.duplicate(made.id)
		expect(copy.title).toMatch(/^x{490} \(copy\)$/)
		expect([copy.slides, copy.comparison, copy.theme]).toEqual([made.slides, made.comparison, made.theme])
		expect(copy.id).not.toBe(made.id)
	})

	it('stay in the trash for 30 days', async () => {
		const folder = freshFolder()
		const now = Date.now()
		const workspace = await openWorkspace(folder)
		const { presentations } = workspace
		const [early, late] = [presentations.create(draft()), presentations.create(draft())]
		presentations.remove(early.id, now - 31 * day)
		presentations.remove(late.id, now - 29 * day)
		expect(presentations.list()).toEqual([])
		for (const act of [presentations.show, presentations.duplicate, presentations.remove])
			expect(await failureOf(() => act.call(presentations, late.id))).toMatchObject({ code: 'NOT_FOUND' })
		await workspace.close()
		const again = (await openWorkspace(folder)).presentations
		expect(again.restore(late.id)).toEqual(late)
		expect(await failureOf(() => again.restore(early.id))).toMatchObject({ code: 'NOT_FOUND' })
	})

	it.each([
		['no JSON of slides', `UPDATE presentation SET slides = '[{"type": "unheard-of"}, {}]' WHERE id = ?`, 2],
		['no list', `UPDATE presentation SET slides = '{}' WHERE id = ?`, 0],
		['no theme', `UPDATE presentation SET theme = 'plaid' WHERE id = ?`, 6],
		['no title', `UPDATE presentation SET title = '' WHERE id = ?`, undefined],
	])('that are damaged (%s) leave the others alone, and can be thrown away', async (_, sql, slides) => {
		const folder = freshFolder()
		const { presentations } = await openWorkspace(folder)
		const [whole, broken] = [presentations.create(draft(), 1), presentations.create(draft(), 2)]
		withDatabase(folder, (database) => database.prepare(sql).run(broken.id))
		const listed = presentations.list()
		expect(listed.find(({ id }) => id === whole.id)?.slides).toBe(6)
		expect(listed.find(({ id }) => id === broken.id)?.slides).toBe(slides)
		for (const act of [presentations.show, presentations.duplicate])
			expect(await failureOf(() => act.call(presentations, broken.id))).toMatchObject({ code: 'DAMAGED' })
		const change = { id: broken.id, modified: 2, title: 'x' }
		expect(await failureOf(() => presentations.change(change))).toMatchObject({ code: 'DAMAGED' })
		presentations.remove(broken.id)
		expect(presentations.list().map(({ id }) => id)).toEqual([whole.id])
	})
})

describe('pictures', () => {
	it('are kept once, under the hash of their bytes', async () => {
		const folder = freshFolder()
		const { presentations } = await openWorkspace(folder)
		const id = presentations.addImage(picture())
		expect(id).toBe(createHash('sha256').update(png()).digest('hex'))
		expect(presentations.addImage({ ...picture(), mediaType: 'image/jpeg' })).toBe(id)
		expect(presentations.image(id)).toEqual(picture())
		expect(withDatabase(folder, (database) => database.prepare('SELECT id FROM slide_image').all())).toHaveLength(1)
		expect(await failureOf(() => presentations.image('0'.repeat(64)))).toMatchObject({ code: 'NOT_FOUND' })
	})

	it('are refused with a sentence when they are none, or SVG', async () => {
		const { presentations } = await openWorkspace()
		const refused = (mediaType: string, text: string) =>
			failureOf(() => presentations.addImage({ mediaType, content: Buffer.from(text).toString('base64') }))
		const svg = 'An SVG is no picture that slides take.'
		expect(await refused('image/svg+xml', '<svg/>')).toMatchObject({ code: 'BAD_REQUEST', message: svg })
		expect(await refused('image/png', ' <?xml version="1.0"?><svg/>')).toMatchObject({ message: svg })
		const none = { code: 'BAD_REQUEST', message: 'This file is no picture that slides take.' }
		expect(await refused('image/png', '<script>alert(1)</script>')).toMatchObject(none)
		expect(await failureOf(() => presentations.addImage({ mediaType: 'image/png', content: '????' }))).toMatchObject(
			none,
		)
	})

	it('go after 30 days in which no presentation names them, those in the trash included', async () => {
		const folder = freshFolder()
		const workspace = await openWorkspace(folder)
		const { presentations } = workspace
		const old = Date.now() - 31 * day
		const [named, trashed, gone, unused, recent] = [1, 2, 3, 4, 5].map((width) =>
			presentations.addImage(picture(png(width)), width === 5 ? Date.now() : old),
		) as [string, string, string, string, string]
		const of = (id: string): Presentation => presentations.create(draft(naming(id)))
		of(named)
		presentations.remove(of(trashed).id)
		presentations.remove(of(gone).id, old)
		await workspace.close()
		const again = (await openWorkspace(folder)).presentations
		const there = Object.keys(again.images([named, trashed, gone, unused, recent]))
		expect(new Set(there)).toEqual(new Set([named, trashed, recent]))
	})
})
