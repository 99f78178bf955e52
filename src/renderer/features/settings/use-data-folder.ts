/** The data folder as Settings shows it: looked at, changed, and seen again after the program has started anew. */
import { shallowRef, watch } from 'vue'
import { client, connection } from '../../client/index.ts'
import { useAnswer } from '../../composables/use-answer.ts'
import { useNotices } from '../../stores/notices.ts'

export function useDataFolder() {
	const notices = useNotices()
	const answer = useAnswer(
		() => 'data folder',
		async (_, signal) => {
			const [folder, { capabilities }] = await Promise.all([
				client.dataFolder.describe(undefined, { signal }),
				client.host.describe(undefined, { signal }),
			])
			return { folder, can: capabilities }
		},
	)
	/** Where the data was when the program was asked to start again. */
	const leaving = shallowRef<string>()

	/** Plans the change, and has it carried out at once where the host can. @throws what is wrong with the folder */
	async function change(path: string): Promise<void> {
		const folder = await client.dataFolder.change({ path })
		const can = answer.data.value?.can
		if (can) answer.data.value = { folder, can }
		if (!can?.restart) return
		leaving.value = folder.path
		// The program may be gone before its answer is here.
		client.host.restart().catch(() => {})
	}

	async function forget(): Promise<void> {
		await client.dataFolder.forget().catch(notices.failed)
		answer.reload()
	}

	const open = () => client.dataFolder.open().catch(notices.failed)

	watch(connection, (status) => {
		if (status === 'open' && leaving.value) answer.reload()
	})
	watch(answer.data, (now) => {
		if (!now || !leaving.value || now.folder.planned) return
		if (now.folder.path !== leaving.value) notices.say(`Your data is now in ${now.folder.path}.`)
		leaving.value = undefined
	})
	return { ...answer, leaving, change, forget, open }
}
