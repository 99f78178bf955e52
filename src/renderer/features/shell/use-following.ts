/** Loads the settings, follows changes in the workspace, whoever makes them, and passes them on to what is on the page. */
import { onBeforeUnmount, watch } from 'vue'
import { client, connection } from '../../client/index.ts'
import { useChanges } from '../../stores/changes.ts'
import { useNotices } from '../../stores/notices.ts'
import { useSettings } from '../../stores/settings.ts'

export function useFollowing(): void {
	const settings = useSettings()
	const changes = useChanges()
	let stop = new AbortController()

	async function follow(): Promise<void> {
		stop.abort()
		stop = new AbortController()
		const { signal } = stop
		try {
			await settings.load()
			for await (const change of await client.workspace.changes(undefined, { signal })) {
				changes.tell(change)
				if (change.what === 'settings' || change.what === 'everything') await settings.load()
			}
		} catch (error) {
			// A lost line is shown by its banner; anything else has a sentence of its own.
			if (!signal.aborted && connection.value === 'open') useNotices().failed(error)
		}
	}
	void follow()
	watch(connection, (status, before) => {
		if (status !== 'open' || before !== 'lost') return
		// The program may have been started anew, on other data even.
		changes.tell({ what: 'everything' })
		void follow()
	})
	onBeforeUnmount(() => stop.abort())
}
