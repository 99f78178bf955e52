/** How the cards of a note look while it is written. */
import { watchDebounced } from '@vueuse/core'
import { shallowRef } from 'vue'
import type { Face } from '#contract/cards/notes.ts'
import type { shippedNoteTypes } from '#contract/cards/words.ts'
import { client } from '../../client/index.ts'

type Type = (typeof shippedNoteTypes)[number] | number

/** @param note what is written; the preview follows a moment after the last letter */
export function usePreview(note: () => { type: Type; fields: readonly string[] }) {
	const faces = shallowRef<readonly (Face & { name: string })[]>([])
	const error = shallowRef<unknown>()
	let latest = 0
	watchDebounced(
		note,
		async ({ type, fields }) => {
			const mine = ++latest
			try {
				const answer = await client.cards.notes.preview({ type, fields: [...fields] })
				if (mine !== latest) return
				faces.value = answer
				error.value = undefined
			} catch (failure) {
				if (mine === latest) error.value = failure
			}
		},
		{ debounce: 200, immediate: true, deep: true },
	)
	return { faces, error }
}
