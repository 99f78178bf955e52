/** Makes a file of cards and hands it over as the host hands files over; with progress, and a way to stop. */
import { onScopeDispose, ref, shallowRef } from 'vue'
import type { ExportStep } from '#contract/cards/transfer.ts'
import { client } from '../../client/index.ts'
import { amount, sizeOf } from '../../composables/amounts.ts'
import { sentenceOf } from '../../composables/failure.ts'
import { saveBytes } from '../../composables/save-text.ts'
import { useNotices } from '../../stores/notices.ts'

export type CardExport = Parameters<typeof client.cards.transfer.export>[0]

export function useCardExport() {
	const { say } = useNotices()
	/** How far it is, from 0 to 1, while one is being made. */
	const share = ref<number>()
	const failure = shallowRef<ReturnType<typeof sentenceOf>>()
	/** Whether the last one was cancelled. */
	const cancelled = ref(false)
	let working: AbortController | undefined

	/** @returns whether the file is there */
	async function make(wanted: CardExport): Promise<boolean> {
		if (working) return false
		working = new AbortController()
		const { signal } = working
		failure.value = undefined
		cancelled.value = false
		share.value = 0
		const parts: Uint8Array<ArrayBuffer>[] = []
		try {
			for await (const step of await client.cards.transfer.export(wanted, { signal })) {
				if (signal.aborted) return false
				if (step.type === 'progress') share.value = step.share
				else if (step.type === 'part') parts.push(bytesOf(step.content))
				else handOut(step, parts)
			}
			return true
		} catch (error) {
			if (!signal.aborted) failure.value = sentenceOf(error)
			return false
		} finally {
			cancelled.value = signal.aborted
			share.value = undefined
			working = undefined
		}
	}
	function handOut(done: Extract<ExportStep, { type: 'done' }>, parts: Uint8Array<ArrayBuffer>[]): void {
		saveBytes(done.name, parts, done.mediaType)
		const bytes = parts.reduce((sum, { length }) => sum + length, 0)
		say(`Exported: ${done.name}, ${amount(done.cards, 'card')}, ${sizeOf(bytes)}.`)
	}
	const cancel = () => working?.abort()
	onScopeDispose(cancel)
	return { share, failure, cancelled, make, cancel }
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
