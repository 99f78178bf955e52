/** Notes of a file: looked at first, then taken in as a whole; with progress, a way to stop, and a way back. */
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import type { ImportDone } from '#contract/annotations.ts'
import { fits, importFile } from '#contract/upload.ts'
import { client } from '../../client/index.ts'
import { amount } from '../../composables/amounts.ts'
import { sentenceOf } from '../../composables/failure.ts'
import { useNotices } from '../../stores/notices.ts'
import { useUndo } from '../../stores/undo.ts'

export function useImport() {
	const notices = useNotices()
	const undo = useUndo()
	const file = shallowRef<File>()
	/** What it would do. */
	const preview = shallowRef<ImportDone>()
	const failure = shallowRef<{ sentence: string; next: string }>()
	const step = ref<'reading' | 'importing'>()
	/** Of the step, from 0 to 1. */
	const share = ref(0)
	let underway: AbortController | undefined

	/** @returns what was done; undefined where it was stopped or has failed, which is said */
	async function run(name: 'reading' | 'importing'): Promise<ImportDone | undefined> {
		const controller = new AbortController()
		underway?.abort()
		underway = controller
		step.value = name
		share.value = 0
		failure.value = undefined
		try {
			const text = (await file.value?.text()) ?? ''
			if (!fits(text)) {
				failure.value = { sentence: 'This file is too long.', next: 'Split it into several.' }
				return undefined
			}
			const told = (now: number) => {
				if (underway === controller) share.value = now
			}
			return await importFile(client, text, { dryRun: name === 'reading', told }, { signal: controller.signal })
		} catch (error) {
			if (!controller.signal.aborted) failure.value = sentenceOf(error)
			return undefined
		} finally {
			if (underway === controller) step.value = undefined
		}
	}
	/** Looks at a file; nothing is changed. */
	async function look(chosen: File): Promise<void> {
		file.value = chosen
		preview.value = undefined
		const found = await run('reading')
		if (file.value === chosen) preview.value = found
	}
	/** @returns whether it is done */
	async function take(): Promise<boolean> {
		const done = await run('importing')
		if (!done) return false
		const { added, changed, token } = done
		const said = `${amount(added + changed, 'note')} imported`
		if (token !== undefined)
			undo.did({
				label: said,
				undo: () => client.annotations.takeBack({ token }),
				redo: () => client.annotations.takeBack({ token, again: true }),
			})
		notices.say(`${said}.`, { label: 'Undo', run: () => void undo.undo() })
		return true
	}
	/** Stops what is under way. */
	function stop(): void {
		underway?.abort()
		step.value = undefined
	}
	/** Forgets the file. */
	function clear(): void {
		stop()
		file.value = undefined
		preview.value = undefined
		failure.value = undefined
	}
	onScopeDispose(stop)
	return {
		file,
		preview,
		failure,
		step,
		share,
		count: computed(() => (preview.value?.added ?? 0) + (preview.value?.changed ?? 0)),
		look,
		take,
		stop,
		clear,
	}
}
