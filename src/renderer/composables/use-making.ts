/** Makes a file and hands it over: where the reader says, or among the downloads; with progress, and a way to stop. */
import { onScopeDispose, ref, shallowRef } from 'vue'
import type { ExportProgress, ExportStep, SaveStep } from '#contract/exports.ts'
import { client } from '../client/index.ts'
import { useNotices } from '../stores/notices.ts'
import { sizeOf } from './amounts.ts'
import { sentenceOf } from './failure.ts'
import { saveBytes } from './save-text.ts'

type Call<Wanted, Step> = (wanted: Wanted, options: { signal: AbortSignal }) => Promise<AsyncIterable<Step>>
/** The two ways in which the program makes a file. */
interface Ways<Wanted> {
	/** It asks where and writes it there. */
	save: Call<Wanted, SaveStep>
	/** It hands it over. */
	run: Call<Wanted, ExportStep>
}

const doing: Record<ExportProgress['doing'], string> = {
	citing: 'Writing the citations',
	writing: 'Making the file',
	printing: 'Printing the pages',
}

/** @param beginning what is said until the program says what it does */
export function useMaking<Wanted>(ways: Ways<Wanted>, beginning: string) {
	const { say, failed } = useNotices()
	/** How far it is, while one is being made. */
	const progress = shallowRef<{ share: number; words: string }>()
	const failure = shallowRef<ReturnType<typeof sentenceOf>>()
	/** Whether the last one was cancelled. */
	const cancelled = ref(false)
	let working: AbortController | undefined

	const told = ({ share, doing: now }: ExportProgress) => {
		progress.value = { share, words: doing[now] }
	}
	/** Where the host can ask where, it writes the file itself. */
	async function saveThere(wanted: Wanted, signal: AbortSignal): Promise<boolean> {
		for await (const step of await ways.save(wanted, { signal })) {
			if (step.type === 'progress') told(step)
			else if (step.type === 'declined') return false
			else {
				const { name, bytes, file } = step
				const show = () => void client.exports.show({ file }).catch(failed)
				say(`Exported: ${name}, ${sizeOf(bytes)}.`, { label: 'Show in folder', run: show })
			}
		}
		return true
	}
	async function download(wanted: Wanted, signal: AbortSignal): Promise<boolean> {
		for await (const step of await ways.run(wanted, { signal })) {
			if (signal.aborted) return false
			if (step.type === 'progress') told(step)
			else {
				const bytes = Uint8Array.from(atob(step.content), (letter) => letter.charCodeAt(0))
				saveBytes(step.name, [bytes], step.mediaType)
				say(`Exported: ${step.name}, ${sizeOf(bytes.length)}. It is among your downloads.`)
			}
		}
		return true
	}

	/** @returns whether the file is there */
	async function make(wanted: Wanted): Promise<boolean> {
		if (working) return false
		working = new AbortController()
		const { signal } = working
		failure.value = undefined
		cancelled.value = false
		progress.value = { share: 0, words: beginning }
		try {
			const { capabilities } = await client.host.describe(undefined, { signal })
			return await (capabilities.saveFile ? saveThere : download)(wanted, signal)
		} catch (error) {
			if (!signal.aborted) failure.value = sentenceOf(error)
			return false
		} finally {
			cancelled.value = signal.aborted
			progress.value = undefined
			working = undefined
		}
	}
	const cancel = () => working?.abort()
	onScopeDispose(() => {
		if (!working) return
		cancel()
		say('The export was cancelled. Nothing was written.')
	})
	return { progress, failure, cancelled, make, cancel }
}
