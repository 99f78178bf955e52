/** What this device knows: what is on, what it has seen, what it has chosen. */
import { computed, reactive, ref, shallowRef } from 'vue'
import type { FollowerAnswer, RoomPage, RoomView } from '#contract/classroom/room.ts'
import { type OwnVote, pollOn } from '#domain/classroom/mistakes.ts'
import { type Line, type LineState, openLine } from './line.ts'

type Refused = Extract<FollowerAnswer, { type: 'refused' }>

export function useFollower() {
	const line = shallowRef<Line>()
	const lineState = ref<LineState>('connecting')
	const joined = ref(false)
	/** What was refused last. */
	const refused = ref<Refused>()
	const view = shallowRef<RoomView>()
	/** Numbers of pages that can be looked back on. */
	const numbers = ref<number[]>([])
	const votes = ref<OwnVote[]>([])
	/** Milliseconds that the host’s clock is ahead of this one. */
	const ahead = ref(0)
	const pages = reactive(new Map<number, RoomPage>())
	const revealed = reactive(new Map<string, RoomPage>())
	/** The page that is looked back on; null follows. */
	const lookingAt = ref<number | null>(null)
	/** Whether the presenter has gone on since. */
	const goneOn = ref(false)

	function take(answer: FollowerAnswer): void {
		refused.value = answer.type === 'refused' ? answer : undefined
		switch (answer.type) {
			case 'joined':
				joined.value = true
				votes.value = answer.votes
				ahead.value = answer.now - Date.now()
				for (const page of answer.revealed) revealed.set(page.slide, page)
				if (lookingAt.value !== null) ask(lookingAt.value)
				return
			case 'view':
				show(answer.view, answer.pages)
				return
			case 'page':
				if (answer.page) pages.set(answer.number, answer.page)
				return
			case 'voted':
				votes.value = [...votes.value, { slide: answer.slide, round: answer.round, choice: answer.choice }]
				return
			case 'refused':
				// Not let in, or not any more: another presentation has another code.
				if (lineState.value === 'open' || answer.why === 'too-fast') return
				forget()
				leave()
		}
	}
	function show(shown: RoomView, known: number[]): void {
		const before = view.value?.page
		view.value = shown
		numbers.value = known
		const { page } = shown
		if (!page) return
		pages.set(page.number, page)
		if (pollOn(page)?.results) revealed.set(page.slide, page)
		if (lookingAt.value !== null && (page.number !== before?.number || page.step !== before.step)) goneOn.value = true
	}
	const ask = (number: number) => line.value?.send({ type: 'page', number })
	/** What belongs to a presentation that is over. */
	function forget(): void {
		joined.value = false
		view.value = undefined
		numbers.value = []
		lookingAt.value = null
		goneOn.value = false
		pages.clear()
		revealed.clear()
	}
	function leave(): void {
		line.value?.end()
		line.value = undefined
	}
	return {
		line,
		lineState,
		joined,
		refused,
		view,
		numbers,
		votes,
		ahead,
		revealed,
		lookingAt,
		goneOn,
		/** The page that is on the screen of this device. */
		page: computed(() => (lookingAt.value === null ? (view.value?.page ?? undefined) : pages.get(lookingAt.value))),
		join(code: string) {
			leave()
			refused.value = undefined
			line.value = openLine(() => ({ type: 'join', code }), {
				state: (state) => {
					lineState.value = state
				},
				answer: take,
			})
		},
		lookAt(number: number) {
			if (number === view.value?.page?.number) return this.backToNow()
			lookingAt.value = number
			ask(number)
		},
		backToNow() {
			lookingAt.value = null
			goneOn.value = false
		},
		vote(slide: string, round: 1 | 2, choice: string) {
			refused.value = undefined
			line.value?.send({ type: 'vote', slide, round, choice })
		},
	}
}
