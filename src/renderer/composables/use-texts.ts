/** Several texts by their ids, each loaded once: there, on its way, or why it did not come. */
import { shallowReactive, watch } from 'vue'
import type { DocumentView } from '#contract/library.ts'
import { client, connection } from '../client/index.ts'
import { isDisconnected } from './failure.ts'

export interface LoadedText {
	view?: DocumentView
	error?: unknown
}

/** @returns what is known of each text, and a way to ask for one again */
export function useTexts(ids: () => readonly string[]) {
	const texts = shallowReactive(new Map<string, LoadedText>())
	async function load(id: string): Promise<void> {
		texts.set(id, {})
		try {
			texts.set(id, { view: await client.library.document({ id }) })
		} catch (error) {
			texts.set(id, { error })
		}
	}
	watch(
		ids,
		(wanted) => {
			for (const id of new Set(wanted)) if (id && !texts.has(id)) void load(id)
		},
		{ immediate: true },
	)
	watch(connection, (status) => {
		if (status !== 'open') return
		for (const [id, { error }] of texts) if (error !== undefined && isDisconnected(error)) void load(id)
	})
	return { texts, reload: (id: string) => void load(id) }
}
