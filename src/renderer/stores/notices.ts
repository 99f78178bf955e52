/** Short messages at the foot of the window: what was done, with a way back where there is one. */
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { sentenceOf } from '../composables/failure.ts'

export interface NoticeMessage {
	id: number
	text: string
	action?: { label: string; run: () => void }
}

/** Milliseconds a message stays; one with an action stays longer. */
const brief = 6000
const long = 12000

export const useNotices = defineStore('notices', () => {
	const messages = ref<NoticeMessage[]>([])
	let next = 1

	function say(text: string, action?: NoticeMessage['action']): void {
		const id = next++
		messages.value = [...messages.value.slice(-2), { id, text, ...(action ? { action } : {}) }]
		setTimeout(() => dismiss(id), action ? long : brief)
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
