/** The reader's annotations: made, changed and removed here, each with its way back; followed when another window changes them. */
import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Annotation, AnnotationDraft, Source } from '#contract/annotations.ts'
import { client } from '../client/index.ts'
import { useKnownAnnotations } from './known-annotations.ts'
import { useNotices } from './notices.ts'
import { type Step, useUndo } from './undo.ts'

const named = {
	highlighting: 'Highlight',
	commenting: 'Note',
	questioning: 'Question',
	linking: 'Link',
} satisfies Record<Annotation['motivation'], string>

export const useAnnotations = defineStore('annotations', () => {
	const { known, follow, on, need, put, take } = useKnownAnnotations()
	const notices = useNotices()
	const { did } = useUndo()

	/** Says what went wrong where something could not be kept. */
	const safely = async <T>(work: Promise<T>): Promise<T | undefined> => {
		try {
			return await work
		} catch (error) {
			notices.failed(error)
			return undefined
		}
	}
	const restore = async (ids: string[]) => put(...(await client.annotations.restore({ ids })))
	const drop = async (ids: string[]) => {
		await client.annotations.remove({ ids })
		take(ids)
	}

	/** @returns what was made, to be taken back where nothing comes of it; undefined where it could not be kept, which has been said */
	async function create(draft: AnnotationDraft): Promise<Annotation | undefined> {
		const made = await safely(client.annotations.create(draft))
		if (!made) return undefined
		put(made)
		const ids = [made.id]
		const label = `${named[made.motivation]} made`
		did({ label, undo: () => drop(ids), redo: () => restore(ids), about: made.id, begins: true })
		return made
	}

	/**
	 * Changes what is named and leaves the rest.
	 * @param how `run`: of changes that are undone as one; `begins`: something that is taken back where nothing comes of it
	 * @returns whether it is kept; where it is not, that has been said
	 */
	async function change(
		id: string,
		some: Partial<AnnotationDraft>,
		how: Partial<Pick<Step, 'label' | 'run' | 'begins'>> = {},
	): Promise<boolean> {
		const before = known.get(id)
		const after = await safely(client.annotations.change({ ...some, id }))
		if (!after) return false
		put(after)
		if (!before) return true
		const old = Object.fromEntries(Object.keys(some).map((key) => [key, draftOf(before)[key as keyof AnnotationDraft]]))
		did({
			label: `${named[after.motivation]} changed`,
			undo: async () => put(await client.annotations.change({ ...old, id, lookAgain: true })),
			redo: async () => put(await client.annotations.change({ ...some, id })),
			...how,
			about: id,
		})
		return true
	}

	/** Settles a passage that has moved or is gone: takes the one proposed, or lets it be. */
	async function settle(id: string, target: number, how: 'accept' | 'detach'): Promise<void> {
		const before = known.get(id)
		const settled = () => client.annotations.settle({ id, target, how })
		const after = await safely(settled())
		if (!before || !after) return
		put(after)
		const label = how === 'accept' ? 'Passage taken over' : 'Passage let go'
		const { targets } = draftOf(before)
		// Either way it is looked for again in the text, and waits as before.
		const undone = () =>
			how === 'accept'
				? client.annotations.change({ id, targets, lookAgain: true })
				: client.annotations.settle({ id, target, how: 'reopen' })
		did({ label, undo: async () => put(await undone()), redo: async () => put(await settled()) })
		notices.say(`${label}.`, { label: 'Undo', run: () => void useUndo().undo() })
	}

	async function remove(ids: string[]): Promise<void> {
		const first = ids.map((id) => known.get(id)).find((one) => one !== undefined)
		if (!first || !(await safely(drop(ids).then(() => true)))) return
		const label = ids.length > 1 ? `${ids.length} notes deleted` : `${named[first.motivation]} deleted`
		const undo = () => restore(ids)
		did({ label, undo, redo: () => drop(ids) })
		notices.say(`${label}.`, { label: 'Undo', run: () => void useUndo().undo() })
	}

	/** @returns those that touch a source, as they are now, for as long as the component that calls it lives */
	function of(source: () => Source | undefined) {
		follow(() => [source() ?? []].flat())
		return computed(() => on(source()))
	}

	return { get: (id: string) => known.get(id), need, on, follow, of, create, change, settle, remove }
})

/** @returns what a draft of an annotation says. */
export const draftOf = ({ motivation, colour, relation, comment, tags, targets }: Annotation): AnnotationDraft => ({
	motivation,
	colour,
	...(relation ? { relation } : {}),
	comment,
	tags,
	targets: targets.map(({ source, selector }) => ({ source, ...(selector ? { selector } : {}) })),
})
