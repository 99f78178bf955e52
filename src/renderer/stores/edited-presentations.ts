/**
 * Presentations that are being edited. What is changed is shown at once and kept a moment later; each change knows its way back,
 * also when the page that made it is gone.
 */
import { defineStore } from 'pinia'
import { shallowReactive, watch } from 'vue'
import type { Presentation } from '#contract/classroom/presentations.ts'
import { client, connection } from '../client/index.ts'
import { isDisconnected, sentenceOf } from '../composables/failure.ts'
import { onChange } from './changes.ts'
import { useUndo } from './undo.ts'

type Content = Pick<Presentation, 'title' | 'theme' | 'slides'>
const keys = ['title', 'theme', 'slides'] as const

export interface Edited {
	/** As it is shown. */
	now: Presentation
	/** As the program has it. */
	kept: Presentation
	/** What it became elsewhere while it was changed here: the presenter chooses. */
	theirs: Presentation | undefined
	/** Why it is not kept yet. */
	problem: { sentence: string; next: string } | undefined
	keeping: boolean
}

/** Milliseconds after the last change. */
const pause = 500

const contentOf = ({ title, theme, slides }: Presentation): Content => ({ title, theme, slides })
/** @returns what two states differ in. Slides that were not touched are the same objects. */
const differing = (one: Content, other: Content): Partial<Content> =>
	Object.fromEntries(keys.filter((key) => one[key] !== other[key]).map((key) => [key, one[key]]))
const same = (one: Content, other: Content) =>
	JSON.stringify(contentOf(one as Presentation)) === JSON.stringify(contentOf(other as Presentation))

export const useEditedPresentations = defineStore('edited-presentations', () => {
	const undo = useUndo()
	const sheets = shallowReactive(new Map<string, Edited>())
	const timers = new Map<string, ReturnType<typeof setTimeout>>()
	/** Saves of one presentation, one after the other. */
	const turns = new Map<string, Promise<void>>()

	const isChanged = ({ now, kept }: Edited) => keys.some((key) => now[key] !== kept[key])

	/** Reads it, unless what was changed here is not kept yet. @throws what the program answers */
	async function open(id: string, signal?: AbortSignal): Promise<void> {
		const sheet = sheets.get(id)
		if (sheet && isChanged(sheet)) return
		const read = await client.presentations.show({ id }, signal ? { signal } : {})
		adopt(id, read)
	}
	/** Takes what the program has, as a step of its own: so every earlier step still has the state before it to go back to. */
	function adopt(id: string, read: Presentation): void {
		const sheet = sheets.get(id)
		if (!sheet) {
			sheets.set(
				id,
				shallowReactive<Edited>({ now: read, kept: read, theirs: undefined, problem: undefined, keeping: false }),
			)
			return
		}
		if (read.modified === sheet.kept.modified && !sheet.theirs) return
		const before = sheet.now
		sheet.kept = read
		sheet.now = read
		sheet.theirs = undefined
		sheet.problem = undefined
		if (!same(before, read)) stepped(id, contentOf(before), contentOf(read), 'Changes from elsewhere taken over')
	}
	function stepped(id: string, before: Content, after: Content, label: string, run?: string): void {
		undo.did({
			label,
			undo: () => put(id, before),
			redo: () => put(id, after),
			...(run ? { run: `${id} ${run}` } : {}),
		})
	}
	/** @param run changes of one run that follow one another are undone as one */
	function change(id: string, some: Partial<Content>, label: string, run?: string): void {
		const sheet = sheets.get(id)
		if (!sheet || sheet.theirs) return
		const before = contentOf(sheet.now)
		sheet.now = { ...sheet.now, ...some }
		stepped(id, before, contentOf(sheet.now), label, run)
		later(id)
	}
	async function put(id: string, content: Content): Promise<void> {
		const sheet = sheets.get(id)
		if (!sheet) return
		sheet.now = { ...sheet.now, ...content }
		await keep(id)
	}
	function later(id: string): void {
		clearTimeout(timers.get(id))
		timers.set(
			id,
			setTimeout(() => void keep(id), pause),
		)
	}
	/** Keeps what is not kept yet, now. */
	function keep(id: string): Promise<void> {
		clearTimeout(timers.get(id))
		const turn = (turns.get(id) ?? Promise.resolve()).then(() => keepNow(id))
		turns.set(id, turn)
		return turn
	}
	async function keepNow(id: string): Promise<void> {
		const sheet = sheets.get(id)
		if (!sheet || sheet.theirs || !isChanged(sheet)) return
		const sent = sheet.now
		sheet.keeping = true
		try {
			const { modified } = await client.presentations.change({
				id,
				modified: sheet.kept.modified,
				...differing(sent, sheet.kept),
			})
			sheet.kept = { ...sent, modified }
			sheet.now = { ...sheet.now, modified }
			sheet.problem = undefined
		} catch (error) {
			await failed(sheet, error)
		} finally {
			sheet.keeping = false
		}
	}
	async function failed(sheet: Edited, error: unknown): Promise<void> {
		const { code, sentence, next } = sentenceOf(error)
		sheet.problem = { sentence, next: isDisconnected(error) ? 'What you change is kept as soon as it answers.' : next }
		if (code !== 'CONFLICT') return
		try {
			const theirs = await client.presentations.show({ id: sheet.now.id })
			// The same was written there: nothing to choose.
			if (same(theirs, sheet.now)) adopt(sheet.now.id, theirs)
			else sheet.theirs = theirs
		} catch {
			// The sentence stands; the next change tries again.
		}
	}
	/** Ends a conflict. @returns the presentation that goes on being edited */
	async function settle(id: string, how: 'copy' | 'theirs'): Promise<string> {
		const sheet = sheets.get(id)
		if (!sheet?.theirs) return id
		const { theirs, now } = sheet
		let copy: Presentation | undefined
		if (how === 'copy') {
			const title = `${now.title.slice(0, 480)} (my version)`
			copy = await client.presentations.create({
				title,
				comparison: now.comparison,
				theme: now.theme,
				slides: now.slides,
			})
		}
		adopt(id, theirs)
		return copy?.id ?? id
	}

	watch(connection, (status) => {
		if (status === 'open') for (const id of sheets.keys()) void keep(id)
	})
	// Another window, or this one from elsewhere. While something is being kept, its answer tells.
	onChange('presentations', async ({ ids }) => {
		for (const [id, sheet] of sheets) {
			if ((ids && !ids.includes(id)) || sheet.keeping || isChanged(sheet)) continue
			await open(id).catch(() => {})
		}
	})
	return { sheets, open, change, keep, settle, isChanged }
})
