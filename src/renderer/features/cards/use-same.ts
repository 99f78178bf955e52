/** Notes that say what is being written already. */
import { watchDebounced } from '@vueuse/core'
import { shallowRef } from 'vue'
import type { CardNote } from '#contract/cards/notes.ts'
import type { ShippedNoteType } from '#domain/cards/note-types.ts'
import { client } from '../../client/index.ts'

/** @param note its type and its first field; it is looked up a moment after the last letter */
export function useSame(note: () => readonly [type: ShippedNoteType | undefined, first: string | undefined]) {
	const same = shallowRef<readonly CardNote[]>([])
	let latest = 0
	watchDebounced(
		note,
		async ([type, first]) => {
			const mine = ++latest
			// Only a hint: where it cannot be had, making says what is wrong.
			const found = type && first?.trim() ? await client.cards.notes.duplicates({ type, first }).catch(() => []) : []
			if (mine === latest) same.value = found
		},
		{ debounce: 200, immediate: true },
	)
	return same
}
