/** Cards that are about to be made: suggested from a source, or one by hand. */
import { computed, reactive, ref, shallowRef } from 'vue'
import type { CardOrigin, NoteDraft } from '#contract/cards/notes.ts'
import type { shippedNoteTypes } from '#contract/cards/words.ts'
import { client } from '../../client/index.ts'

export interface Draft extends NoteDraft {
	/** What it is listed as. */
	title: string
	/** Whether it will be made. */
	chosen: boolean
	/** Notes that say the same already. */
	same: number[]
}

const byHand = (type: (typeof shippedNoteTypes)[number]): Draft => ({
	type,
	fields: [],
	tags: [],
	contentNotes: [],
	title: 'A card by hand',
	chosen: true,
	same: [],
})

export function useDrafts(origin: CardOrigin | undefined) {
	const drafts = ref<Draft[]>([])
	const current = ref(0)
	const deck = ref('')
	const error = shallowRef<unknown>()
	const ready = ref(false)

	async function load(): Promise<void> {
		error.value = undefined
		try {
			if (!origin) drafts.value = [byHand('basic')]
			else {
				const suggested = await client.cards.notes.suggest(origin)
				deck.value = suggested[0]?.deck ?? ''
				// Of a mark one card is made, of a comparison all; what is there already is not made twice.
				drafts.value = suggested.map(({ deck: _, ...draft }, index) =>
					reactive({ ...draft, chosen: draft.same.length === 0 && (origin.from !== 'annotation' || index === 0) }),
				)
			}
			ready.value = true
		} catch (failure) {
			error.value = failure
		}
	}
	void load()
	return {
		drafts,
		current,
		deck,
		error,
		ready,
		load,
		draft: computed(() => drafts.value[current.value]),
		chosen: computed(() => drafts.value.filter((draft) => draft.chosen)),
		/** Changes the kind of a card by hand. */
		retype: (type: (typeof shippedNoteTypes)[number]) => {
			const old = drafts.value[current.value]
			if (old) drafts.value[current.value] = { ...byHand(type), fields: old.fields, tags: old.tags }
		},
	}
}
