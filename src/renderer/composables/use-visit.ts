/** Notes in the history that something was opened. */
import { watch } from 'vue'
import { useRoute } from 'vue-router'
import type { Visit } from '#contract/workspace.ts'
import { client } from '../client/index.ts'

/**
 * Notes one visit as soon as the title is known.
 * @param address the path of the page, where nothing else says what is open
 */
export function useVisit(kind: Visit['kind'], title: () => string | undefined, address?: () => string): void {
	const route = useRoute()
	watch(
		title,
		(text) => {
			// Where in it the reader stands is kept as the reading position; the history names the thing itself.
			if (text)
				client.workspace.history.visit({ address: address?.() ?? route.path, title: text, kind }).catch(() => {})
		},
		{ immediate: true },
	)
}
