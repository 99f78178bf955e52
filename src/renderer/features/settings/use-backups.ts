/** Backups as Settings shows them: made, and put back with a way to undo it. */
import { onBeforeUnmount, shallowRef } from 'vue'
import type { Backup } from '#contract/workspace.ts'
import { client } from '../../client/index.ts'
import { momentOf, sizeOf } from '../../composables/amounts.ts'
import { type Answer, useAnswer } from '../../composables/use-answer.ts'
import { onChange } from '../../stores/changes.ts'
import { useNotices } from '../../stores/notices.ts'

export function useBackups() {
	const notices = useNotices()
	const answer: Answer<Backup[]> = useAnswer(
		() => 'backups',
		(_, signal) => client.workspace.backups.list(undefined, { signal }),
	)
	/** How far the backup that is being made has come, from 0 to 1; undefined while none is. */
	const progress = shallowRef<number>()
	const restoring = shallowRef(false)
	const leaving = new AbortController()
	onBeforeUnmount(() => leaving.abort())
	// The command line may have made one, or put one back.
	onChange('everything', answer.reload)

	async function create(): Promise<void> {
		if (progress.value !== undefined) return
		progress.value = 0
		try {
			const { signal } = leaving
			for await (const event of await client.workspace.backups.create(undefined, { signal })) {
				if (event.type === 'progress') progress.value = event.total ? event.done / event.total : 0
				else notices.say(`Backed up: ${sizeOf(event.backup.bytes)}.`)
			}
		} catch (error) {
			// Whoever leaves does not wait: the backup is finished all the same.
			if (!leaving.signal.aborted) notices.failed(error)
		}
		progress.value = undefined
		answer.reload()
	}

	/** Puts a backup back, and says what keeps what was there. @returns whether it worked */
	async function restore({ name, at }: Backup): Promise<boolean> {
		restoring.value = true
		try {
			const safety = await client.workspace.backups.restore({ name })
			notices.say(
				`Your data is back as of ${momentOf(at)}. What you had before is kept in the newest backup, of ${momentOf(safety.at)}.`,
				{ label: 'Undo', run: () => void undo(safety) },
			)
			answer.reload()
			return true
		} catch (error) {
			notices.failed(error)
			return false
		} finally {
			restoring.value = false
		}
	}

	async function undo({ name }: Backup): Promise<void> {
		try {
			await client.workspace.backups.restore({ name })
			notices.say('Undone. Your data is as it was before.')
		} catch (error) {
			notices.failed(error)
		}
		answer.reload()
	}

	return { ...answer, progress, restoring, create, restore }
}
