/** An answer of the program as reactive state: loading, failed, or there. */
import { type ShallowRef, shallowRef, watch } from 'vue'
import { connection } from '../client/index.ts'
import { isDisconnected } from './failure.ts'

export interface Answer<T> {
	data: ShallowRef<T | undefined>
	error: ShallowRef<unknown>
	/** Asks again. */
	reload(): void
}

/**
 * Asks whenever what `key` returns has changed, and again when a lost connection is back.
 * @param ask gets the key and a signal that is aborted when the answer is no longer wanted
 */
export function useAnswer<K, T>(key: () => K, ask: (key: K, signal: AbortSignal) => Promise<T>): Answer<T> {
	const data = shallowRef<T>()
	const error = shallowRef<unknown>()
	let latest: AbortController | undefined

	async function load(value: K): Promise<void> {
		latest?.abort()
		const controller = new AbortController()
		latest = controller
		error.value = undefined
		try {
			const answer = await ask(value, controller.signal)
			if (latest === controller) data.value = answer
		} catch (failure) {
			if (latest === controller) error.value = failure
		}
	}
	watch(
		key,
		(value) => {
			data.value = undefined
			void load(value)
		},
		{ immediate: true },
	)
	watch(connection, (status) => {
		if (status === 'open' && error.value !== undefined && isDisconnected(error.value)) void load(key())
	})
	return { data, error, reload: () => void load(key()) }
}
