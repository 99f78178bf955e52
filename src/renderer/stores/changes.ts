/** Changes in the reader's data, whoever made them: this window, another one, the command line, a restored backup. */
import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import type { Change } from '#contract/workspace.ts'

export const useChanges = defineStore('changes', () => {
	/** A new object for each change, also for two of the same kind. */
	const last = shallowRef<Change>()
	const tell = (change: Change): void => {
		last.value = change
	}
	return { last, tell }
})

/** Calls `handler` when something of this kind has changed, or everything. Ends with the component that calls it. */
export function onChange(what: Change['what'], handler: (change: Change) => void): void {
	const changes = useChanges()
	watch(
		() => changes.last,
		(change) => {
			if (change?.what === what || change?.what === 'everything') handler(change)
		},
		// Several within one tick must not hide one another.
		{ flush: 'sync' },
	)
}
