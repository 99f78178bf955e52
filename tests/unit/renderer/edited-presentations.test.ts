/** A presentation being edited: shown at once, kept a moment later, undone, and changed elsewhere meanwhile. */
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Presentation, Slide } from '#contract/classroom/presentations.ts'
import { presentationOf, textSlide } from '../support/slides.ts'

/** The program: one presentation, refused where it was changed since. */
const host = vi.hoisted(() => ({
	now: {} as Presentation,
	changes: 0,
	written: [] as string[],
	created: [] as string[],
}))
type Change = Partial<Presentation> & { order?: string[]; written?: Slide[] }
vi.mock('../../../src/renderer/client/index.ts', async () => {
	const { shallowRef } = await import('vue')
	return {
		connection: shallowRef('open'),
		client: {
			presentations: {
				show: async () => host.now,
				change: async ({ id: _, modified, order, written, ...some }: Change) => {
					if (modified !== host.now.modified)
						throw { defined: true, code: 'CONFLICT', message: 'It was changed elsewhere.', data: { next: 'Choose.' } }
					host.changes += 1
					host.written = written?.map((slide) => slide.id) ?? []
					const all = [...(written ?? []), ...host.now.slides]
					const slides = order?.flatMap((one) => all.find((slide) => slide.id === one) ?? []) ?? host.now.slides
					host.now = { ...host.now, ...some, slides, modified: host.now.modified + 1 }
					return host.now
				},
				create: async (draft: Presentation) => {
					host.created.push(draft.title)
					return { ...draft, id: 'copy' }
				},
			},
		},
	}
})
const { useEditedPresentations } = await import('../../../src/renderer/stores/edited-presentations.ts')
const { useUndo } = await import('../../../src/renderer/stores/undo.ts')

beforeEach(() => {
	vi.useFakeTimers()
	setActivePinia(createPinia())
	Object.assign(host, { now: presentationOf([textSlide('a'), textSlide('b')]), changes: 0, created: [] })
})
const begin = async () => {
	const store = useEditedPresentations()
	const { id } = host.now
	await store.open(id)
	const sheet = store.sheets.get(id)
	if (!sheet) throw new Error('it is not open')
	return { store, id, sheet }
}
const titled = (title: string) => ({ title })

test('what is changed is shown at once and kept once', async () => {
	const { store, id, sheet } = await begin()
	store.change(id, titled('T'), 'Title changed', 'title')
	store.change(id, titled('Ti'), 'Title changed', 'title')
	expect(sheet.now.title).toBe('Ti')
	expect(store.isChanged(sheet)).toBe(true)
	await vi.advanceTimersByTimeAsync(600)
	expect(host).toMatchObject({ changes: 1, now: { title: 'Ti' } })
	expect(store.isChanged(sheet)).toBe(false)
	await useUndo().undo()
	expect([sheet.now.title, host.now.title]).toEqual(['A presentation', 'A presentation'])
	await useUndo().redo()
	expect(host.now.title).toBe('Ti')
})

test('of the slides those alone are sent that are new or changed', async () => {
	const { store, id, sheet } = await begin()
	const [first, second] = sheet.now.slides
	if (!first || !second) throw new Error('two slides are wanted')
	store.change(id, { slides: [second, { ...first, notes: 'Slowly' }, textSlide('new')] }, 'Changed')
	await store.keep(id)
	expect(host.written).toEqual([first.id, 'new'])
	expect(host.now.slides.map((slide) => [slide.id, slide.notes])).toEqual([
		[second.id, second.notes],
		[first.id, 'Slowly'],
		['new', 'NOTES-new'],
	])
	store.change(id, { slides: sheet.now.slides.toReversed() }, 'Moved')
	await store.keep(id)
	expect(host.written).toEqual([])
	expect(host.now.slides.map((slide) => slide.id)).toEqual(['new', first.id, second.id])
})

test('changed elsewhere meanwhile: the presenter chooses, and either way nothing is lost', async () => {
	const { store, id, sheet } = await begin()
	host.now = { ...host.now, title: 'Theirs', modified: 99 }
	store.change(id, titled('Mine'), 'Title changed')
	await store.keep(id)
	expect(sheet.theirs?.title).toBe('Theirs')
	store.change(id, titled('More'), 'Title changed')
	expect(sheet.now.title).toBe('Mine')
	expect(await store.settle(id, 'copy')).toBe('copy')
	expect(host.created).toEqual(['Mine (my version)'])
	expect(sheet).toMatchObject({ theirs: undefined, problem: undefined, now: { title: 'Theirs' } })
	await useUndo().undo()
	expect(host.now.title).toBe('Mine')
})

test('the same was written elsewhere: nothing to choose', async () => {
	const { store, id, sheet } = await begin()
	store.change(id, titled('Same'), 'Title changed')
	host.now = { ...host.now, title: 'Same', modified: 99 }
	await store.keep(id)
	expect(sheet).toMatchObject({ theirs: undefined, problem: undefined })
	expect(store.isChanged(sheet)).toBe(false)
})
