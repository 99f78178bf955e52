/** The searches that led somewhere, kept in the workspace. */
import { shallowRef } from 'vue'
import type { RecentSearch } from '#contract/workspace.ts'
import { client } from '../../client/index.ts'
import { useNotices } from '../../stores/notices.ts'

export function useRecent() {
	const recent = shallowRef<readonly RecentSearch[]>([])
	const notices = useNotices()

	/** Reads them anew. A list that cannot be read is not worth a message: searching works without it. */
	const load = async () => {
		recent.value = await client.workspace.searches.list({ limit: 8 }).catch(() => [])
	}
	const note = (query: string) => {
		if (query.trim()) client.workspace.searches.save({ query: query.trim() }).catch(() => {})
	}
	async function clear(): Promise<void> {
		try {
			const { token } = await client.workspace.searches.clear()
			notices.say('The list of recent searches is empty.', {
				label: 'Undo',
				run: () => client.workspace.searches.restore({ token }).then(load, notices.failed),
			})
			await load()
		} catch (error) {
			notices.failed(error)
		}
	}
	return { recent, load, note, clear }
}
