/** Loads the settings and follows changes that others make to the workspace: another window, the command line. */
import { onBeforeUnmount, watch } from 'vue'
import { client, connection } from '../../client/index.ts'
import { useNotices } from '../../stores/notices.ts'
import { useSettings } from '../../stores/settings.ts'

export function useFollowing(): void {
	const settings = useSettings()
	let stop = new AbortController()

	async function follow(): Promise<void> {
		stop.abort()
		stop = new AbortController()
		const { signal } = stop
		try {
			await settings.load()
			for await (const { what } of await client.workspace.changes(undefined, { signal }))
				if (what === 'settings' || what === 'everything') await settings.load()
		} catch (error) {
			// A lost line is shown by its banner; anything else has a sentence of its own.
			if (!signal.aborted && connection.value === 'open') useNotices().failed(error)
		}
	}
	void follow()
	watch(connection, (status, before) => {
		if (status === 'open' && before === 'lost') void follow()
	})
	onBeforeUnmount(() => stop.abort())
}
