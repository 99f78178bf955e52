/** Cards that are about to be made: suggested from a source, or one by hand. */
import { computed, reactive, ref, shallowRef } from 'vue'
import type { CardOrigin, NoteDraft } from '#contract/cards/notes.ts'
import { clozeNumbers } from '#domain/cards/cloze.ts'
import { noteTypes, type ShippedNoteType } from '#domain/cards/note-types.ts'
import { ordinalsOf } from '#domain/cards/template.ts'
import { client } from '../../client/index.ts'

export interface Draft extends NoteDraft {
	/** What it is listed as. */
	title: string
	/** Whether it will be made. */
	chosen: boolean
	/** Notes that say the same already. */
	same: number[]
}

const byHand = (type: ShippedNoteType): Draft => ({
	type,
	fields: [],
	tags: [],
	contentNotes: [],
	title: 'A card by hand',
	chosen: true,
	same: [],
})
/** One that was begun by hand and not yet made: it is there again when the dialog is opened anew. */
const begun = shallowRef<Draft>()

/** @returns how many cards a draft makes. */
export const cardsOf = ({ type, fields }: Pick<Draft, 'type' | 'fields'>): number =>
	ordinalsOf(noteTypes[type], fields).length
/** @returns whether there is nothing yet that a card could ask. */
export const isBare = ({ type, fields: [first = ''] }: Pick<Draft, 'type' | 'fields'>): boolean =>
	type === 'cloze' ? !clozeNumbers(first).length : !first.trim()

export function useDrafts(origin: CardOrigin | undefined) {
	const drafts = ref<Draft[]>([])
	const current = ref(0)
	const deck = ref('')
	const error = shallowRef<unknown>()
	const ready = ref(false)

	async function load(): Promise<void> {
		error.value = undefined
		try {
			if (!origin) {
				begun.value ??= reactive(byHand('basic'))
				drafts.value = [begun.value]
			} else {
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
		/** Writes the words of the one that is open: whoever changes it wants it. */
		write: (fields: string[]) => {
			const draft = drafts.value[current.value]
			if (draft) Object.assign(draft, { fields, chosen: true })
		},
		/** Chooses all, or none. */
		choose: (all: boolean) => {
			for (const draft of drafts.value) draft.chosen = all
		},
		/** Changes the kind of a card by hand; what is written stays. */
		retype: (type: ShippedNoteType) => {
			const draft = drafts.value[current.value]
			if (draft) draft.type = type
		},
		/** What was begun by hand is done. */
		forget: () => {
			if (!origin) begun.value = undefined
		},
	}
}
