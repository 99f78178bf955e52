/** A sitting with the cards of some decks: the card that comes next, answers, steps back. */
import { computed, ref, shallowRef, watch } from 'vue'
import type { Rating, Sitting } from '#contract/cards/study.ts'
import { client } from '../../client/index.ts'
import { sentenceOf } from '../../composables/failure.ts'
import { onChange } from '../../stores/changes.ts'
import { useNotices } from '../../stores/notices.ts'
import { intervalLabel } from './intervals.ts'

export const ratingWords: Record<Rating, string> = { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' }

/** @param decks whose cards are studied, those below them included; none for all */
export function useSitting(decks: () => number[]) {
	const notices = useNotices()
	const sitting = shallowRef<Sitting>()
	const error = shallowRef<unknown>()
	const answered = ref(false)
	const busy = ref(false)
	/** Cards answered in this sitting. */
	const done = ref(0)
	/** What became of the last answer, for those who listen. */
	const said = ref('')
	const next = computed(() => sitting.value?.next ?? undefined)
	let shownAt = 0
	const scope = () => (decks().length ? { decks: decks() } : {})

	/** The same card, worded anew, stays as far open as it was. */
	function take(after: Sitting): void {
		const same = after.next?.card === next.value?.card && after.next?.reps === next.value?.reps
		sitting.value = after
		if (same) return
		answered.value = false
		shownAt = performance.now()
	}
	/** One call at a time: a key that is held down answers one card. */
	async function ask(call: () => Promise<Sitting>, after?: (sitting: Sitting) => void): Promise<void> {
		if (busy.value) return
		busy.value = true
		try {
			const taken = await call()
			take(taken)
			after?.(taken)
		} catch (failure) {
			if (sitting.value) notices.failed(failure)
			else error.value = failure
			// Somebody else was here: what is shown is no longer what comes next.
			if (sitting.value && isStale(failure))
				take(await client.cards.study.next(scope()).catch(() => sitting.value as Sitting))
		} finally {
			busy.value = false
		}
	}
	function reload(): Promise<void> {
		error.value = undefined
		return ask(() => client.cards.study.next(scope()))
	}

	/** @param leech is called where the answer made a leech of the card, with the card as it was shown */
	async function answer(rating: Rating, leech: (card: NonNullable<Sitting['next']>) => void): Promise<void> {
		const card = next.value
		if (!card || !answered.value) return
		const took = Math.min(3_600_000, Math.round(performance.now() - shownAt))
		const given = { ...scope(), card: card.card, rating, reps: card.reps, took }
		await ask(async () => {
			const after = await client.cards.study.answer(given)
			const back = card.choices[rating]
			done.value++
			said.value = after.leech || !back ? '' : `${ratingWords[rating]}. It comes back in ${intervalLabel(back)}.`
			if (after.leech) leech(card)
			return after
		})
	}
	async function undo(): Promise<void> {
		if (!sitting.value?.canUndo) return
		await ask(
			() => client.cards.study.undo(scope()),
			() => {
				done.value = Math.max(0, done.value - 1)
				said.value = ''
				notices.say('The last answer was taken back.')
			},
		)
	}

	watch(() => decks().join(), reload, { immediate: true })
	// Cards made in another window, or a settled wording, are seen at once; while one is being answered it stays.
	onChange('cards', () => {
		if (sitting.value && !next.value) void reload()
	})

	return {
		sitting,
		error,
		busy,
		done,
		said,
		next,
		/** Whether the answer is in sight. */
		answered,
		show: () => {
			if (next.value) answered.value = true
		},
		answer,
		undo,
		reload,
	}
}

const isStale = (failure: unknown): boolean => ['CONFLICT', 'NOT_FOUND'].includes(sentenceOf(failure).code)
