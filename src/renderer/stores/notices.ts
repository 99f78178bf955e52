/** Short messages at the foot of the window: what was done, with a way back where there is one. */
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { sentenceOf } from '../composables/failure.ts'

export interface NoticeAction {
	label: string
	run: () => void
}

export interface NoticeMessage {
	id: number
	text: string
	actions: NoticeAction[]
}

/** Milliseconds a message stays; one with something to do stays longer. */
const brief = 6000
const long = 12000

export const useNotices = defineStore('notices', () => {
	const messages = ref<NoticeMessage[]>([])
	let next = 1

	/** @param offers what can be done about it from the message, most often to undo it; at most two */
	function say(text: string, ...offers: (NoticeAction | undefined)[]): void {
		const id = next++
		const actions = offers.filter((one) => one !== undefined)
		messages.value = [...messages.value.slice(-2), { id, text, actions }]
		setTimeout(() => dismiss(id), actions.length ? long : brief)
	}
	function dismiss(id: number): void {
		messages.value = messages.value.filter((message) => message.id !== id)
	}
	/** Says what went wrong and what to do next. */
	const failed = (error: unknown): void => {
		const { sentence, next: advice } = sentenceOf(error)
		say(`${sentence} ${advice}`)
	}
	return { messages, say, dismiss, failed }
})
