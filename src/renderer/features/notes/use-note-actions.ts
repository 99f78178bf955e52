/** What can be done with the notes in the list, by button or key; the focus stays in the list. */
import { nextTick, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import { quotable } from '#domain/annotations/sources.ts'
import { originOf } from '#domain/cards/making.ts'
import { useCiting } from '../../composables/use-citing.ts'
import type { useNotePlaces } from '../../composables/use-note-places.ts'
import { useAnnotations } from '../../stores/annotations.ts'
import { useCardMaking } from '../../stores/card-making.ts'
import type NoteList from './note-list.vue'
import type { NoteRow } from './use-notebook.ts'

export type Entry = Extract<NoteRow, { type: 'entry' }>
type Row = Pick<Entry, 'key' | 'id'>

const waits = ({ state }: { state: string }) => state === 'review' || state === 'orphan'
const settleBy = { a: 'accept', r: 'reselect', d: 'detach' } as const

export function useNoteActions({
	editing,
	list,
	rowOf,
	reload,
	placeOf,
}: {
	/** Key of the row that is being written in, and the note in it. */
	editing: Ref<Row | undefined>
	list: Readonly<Ref<InstanceType<typeof NoteList> | null>>
	rowOf: (id: string) => Entry | undefined
	/** Reads the notebook again. */
	reload: () => Promise<void>
	placeOf: ReturnType<typeof useNotePlaces>
}) {
	const store = useAnnotations()
	const router = useRouter()
	const { copyPassages } = useCiting()
	const making = useCardMaking()
	/** Gives the focus to the first of some rows that is there. */
	async function focus(...keys: readonly (string | undefined)[]): Promise<void> {
		await reload()
		await nextTick()
		const there = keys.find((key) => key !== undefined && list.value?.places.has(key))
		if (there) await list.value?.focus(there)
	}

	function edit({ key, id }: Row): void {
		editing.value = { key, id }
	}
	async function leave(row: Row): Promise<void> {
		editing.value = undefined
		const now = store.get(row.id)
		if (now && !now.targets.length && !now.comment.trim() && !now.tags.length) return remove(row)
		await focus(row.key)
		// What was written may have put it into another group, or out of what is shown.
		if (!list.value?.places.has(row.key)) await focus(rowOf(row.id)?.key)
	}
	async function remove({ key, id }: Row): Promise<void> {
		const next = list.value?.beside(key)
		if (editing.value?.key === key) editing.value = undefined
		await store.remove([id])
		await focus(next)
	}
	async function settle({ key, id }: Row, target: number, how: 'accept' | 'detach' | 'reselect'): Promise<void> {
		const of = store.get(id)?.targets[target]
		if (how === 'reselect') {
			const to = of && placeOf(of)?.to
			const place = to && router.resolve(to)
			if (place)
				await router.push({ path: place.path, query: { ...place.query, reselect: id, end: target || undefined } })
			return
		}
		const next = list.value?.beside(key)
		await store.settle(id, target, how)
		await focus(key, next)
	}
	async function create(): Promise<void> {
		const made = await store.create({ motivation: 'commenting', colour: 'yellow', comment: '', tags: [], targets: [] })
		if (!made) return
		editing.value = { key: '', id: made.id }
		await reload()
		const row = rowOf(made.id)
		if (!row) return
		await focus(row.key)
		edit(row)
	}
	/** Copies its passages with their citations. */
	function cite({ id }: Row): void {
		const annotation = store.get(id)
		const passages = annotation ? quotable(annotation) : []
		if (passages.length) void copyPassages(passages)
	}
	function card({ id }: Row): void {
		const annotation = store.get(id)
		const origin = annotation && originOf(annotation)
		if (origin) making.make(origin)
	}
	function press(key: string, row: Row): void {
		if (key === 'e') edit(row)
		else if (key === 'c') cite(row)
		else if (key === 'w') card(row)
		else if (key === 'Delete') void remove(row)
		else if (key === 'Enter') {
			const open = document.activeElement?.querySelector<HTMLElement>('[data-open]')
			if (open) open.click()
			else edit(row)
		} else if (key in settleBy) {
			const targets = store.get(row.id)?.targets ?? []
			const at = targets.findIndex(waits)
			const how = settleBy[key as keyof typeof settleBy]
			if (at >= 0 && (how !== 'accept' || targets[at]?.proposal)) void settle(row, at, how)
		}
	}
	return { edit, leave, remove, settle, create, cite, card, press }
}
