/** FSRS fitted to the reader's own reviews: tried with progress and a way to stop, then taken or left, with a way back. */
import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import type { Enough, Fitted } from '#contract/cards/fit.ts'
import { client } from '../../client/index.ts'
import { sentenceOf } from '../../composables/failure.ts'
import { type Answer, useAnswer } from '../../composables/use-answer.ts'
import { onChange } from '../../stores/changes.ts'
import { useNotices } from '../../stores/notices.ts'
import { useSettings } from '../../stores/settings.ts'
import { useUndo } from '../../stores/undo.ts'

export function useFit() {
	const notices = useNotices()
	const settings = useSettings()
	const undo = useUndo()
	const { data: enough, reload }: Answer<Enough> = useAnswer(
		() => 'enough',
		(_, signal) => client.cards.statistics.enough(undefined, { signal }),
	)
	onChange('cards', reload)
	/** Whether cards are scheduled by fitted parameters. */
	const isFitted = computed(() => settings.values.schedulingParameters.length > 0)
	/** How far a fit has come, from 0 to 1; undefined while there is none. */
	const share = ref<number>()
	const outcome = shallowRef<Fitted>()
	const failure = shallowRef<ReturnType<typeof sentenceOf>>()
	const cancelled = ref(false)
	/** Whether other parameters are being set. */
	const setting = ref(false)
	let underway: AbortController | undefined
	// What it was held against is not in use any more.
	watch(() => String(settings.values.schedulingParameters), leave)
	onBeforeUnmount(cancel)

	async function learn(): Promise<void> {
		const controller = new AbortController()
		const { signal } = controller
		underway = controller
		leave()
		share.value = 0
		try {
			for await (const { type, ...step } of await client.cards.statistics.fit(undefined, { signal }))
				if (!signal.aborted && 'share' in step) share.value = step.share
				else if (!signal.aborted && 'parameters' in step) outcome.value = step
		} catch (error) {
			if (!signal.aborted) failure.value = sentenceOf(error)
		}
		if (underway === controller) share.value = undefined
	}
	/** Ends a fit. It has changed nothing, so there is nothing to wait for. */
	function cancel(): void {
		if (share.value === undefined) return
		underway?.abort()
		share.value = undefined
		cancelled.value = true
	}
	/** Leaves what came of a fit. */
	function leave(): void {
		outcome.value = undefined
		failure.value = undefined
		cancelled.value = false
	}
	async function set(label: string, change: () => Promise<{ token: number }>): Promise<void> {
		if (setting.value) return
		setting.value = true
		try {
			let { token } = await change()
			await settings.load()
			undo.did({
				label,
				undo: () => client.cards.browse.undo({ token }),
				redo: async () => ({ token } = await change()),
			})
			notices.say(`${label}.`, { label: 'Undo', run: () => void undo.undo() })
		} catch (error) {
			notices.failed(error)
		}
		setting.value = false
	}
	const adopt = ({ parameters }: Fitted) =>
		set('Cards are timed by your reviews', () => client.cards.statistics.adopt({ parameters }))
	const forget = () => set('Cards are timed as for most people', () => client.cards.statistics.forget())
	return { enough, isFitted, share, outcome, failure, cancelled, setting, learn, cancel, leave, adopt, forget }
}
