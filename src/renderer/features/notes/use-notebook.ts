/** What the notebook shows, as ids in groups: narrowed, searched and grouped by the program; what they say is asked for as they come into sight. */
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { Notebook } from '#contract/annotations.ts'
import { client } from '../../client/index.ts'
import { onChange } from '../../stores/changes.ts'
import { useNotices } from '../../stores/notices.ts'
import type { useNotesQuery } from './use-notes-query.ts'

export type NoteRow =
	| { type: 'head'; key: string; group: string; count: number }
	/** `nth` of all entries, from 1. */
	| { type: 'entry'; key: string; id: string; nth: number }

/** @param held id of a note that stays in the list whatever it is narrowed to: it is being written */
export function useNotebook(
	query: Pick<ReturnType<typeof useNotesQuery>, 'by' | 'choice' | 'words'>,
	held: () => string | undefined,
) {
	const answer = shallowRef<Notebook>()
	/** Why it could not be read at all. */
	const error = shallowRef<unknown>()
	let underway: AbortController | undefined
	let latest = Promise.resolve()

	/** Reads it again. @returns when the newest answer is there */
	function reload(): Promise<void> {
		underway?.abort()
		const controller = new AbortController()
		underway = controller
		latest = ask(controller)
		return latest
	}
	async function ask(controller: AbortController): Promise<void> {
		const also = held()
		const asked = {
			by: query.by.value,
			choice: query.choice.value,
			words: query.words.value,
			...(also ? { also } : {}),
		}
		try {
			const found = await client.annotations.notebook(asked, { signal: controller.signal })
			if (underway !== controller) return latest
			answer.value = found
			error.value = undefined
		} catch (failure) {
			if (underway !== controller) return latest
			if (answer.value) useNotices().failed(failure)
			else error.value = failure
		}
	}
	watch([query.by, query.choice, query.words], reload, { immediate: true })
	onChange('annotations', reload)
	onScopeDispose(() => underway?.abort())

	const rows = computed((): NoteRow[] => {
		let nth = 0
		return (answer.value?.groups ?? []).flatMap(({ key, ids }) => [
			{ type: 'head', key: `head/${key}`, group: key, count: ids.length },
			...ids.map((id): NoteRow => ({ type: 'entry', key: `${key}/${id}`, id, nth: ++nth })),
		])
	})
	return {
		answer,
		error,
		reload,
		rows,
		/** Ids of what is shown, each once. */
		shown: computed(() => [...new Set((answer.value?.groups ?? []).flatMap(({ ids }) => ids))]),
	}
}
