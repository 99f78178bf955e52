/** A sitting with the cards of some decks: the card that comes next, answers, steps back. */
import { computed, ref, shallowRef } from 'vue'
import type { Rating, Sitting } from '#contract/cards/study.ts'
import { client } from '../../client/index.ts'
import { useNotices } from '../../stores/notices.ts'

/** @param decks whose cards are studied, those below them included; none for all */
export function useSitting(decks: () => number[]) {
	const notices = useNotices()
	const sitting = shallowRef<Sitting>()
	const error = shallowRef<unknown>()
	const answered = ref(false)
	const busy = ref(false)
	/** Cards answered in this sitting. */
	const done = ref(0)
	let shownAt = 0
	const scope = () => (decks().length ? { decks: decks() } : {})

	function take(next: Sitting): void {
		sitting.value = next
		answered.value = false
		shownAt = performance.now()
	}
	/** One call at a time: a key that is held down answers one card. */
	async function ask(call: () => Promise<Sitting>, after?: (next: Sitting) => void): Promise<void> {
		if (busy.value) return
		busy.value = true
		try {
			const next = await call()
			take(next)
			after?.(next)
		} catch (failure) {
			if (sitting.value) notices.failed(failure)
			else error.value = failure
		} finally {
			busy.value = false
		}
	}
	const reload = () => ask(() => client.cards.study.next(scope()))

	async function answer(rating: Rating): Promise<void> {
		const next = sitting.value?.next
		if (!next || !answered.value) return
		const took = Math.min(3_600_000, Math.round(performance.now() - shownAt))
		const given = { ...scope(), card: next.card, rating, reps: next.reps, took }
		await ask(async () => {
			const after = await client.cards.study.answer(given)
			done.value++
			if (after.leech)
				notices.say('This card was forgotten so often that it is set aside. Word it anew, and it comes back.', {
					label: 'Undo',
					run: () => void undo(),
				})
			return after
		})
	}
	async function undo(): Promise<void> {
		if (!sitting.value?.canUndo) return
		await ask(
			() => client.cards.study.undo(scope()),
			() => {
				done.value = Math.max(0, done.value - 1)
				notices.say('The last answer was taken back.')
			},
		)
	}
	return {
		sitting,
		error,
		busy,
		done,
		next: computed(() => sitting.value?.next ?? undefined),
		/** Whether the answer is in sight. */
		answered,
		show: () => {
			if (sitting.value?.next) answered.value = true
		},
		answer,
		undo,
		reload,
	}
}
