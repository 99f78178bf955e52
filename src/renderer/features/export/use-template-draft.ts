/** A template being written: kept a moment after the last key, looked through for faults, and shown. */
import { useDebounceFn, useEventListener } from '@vueuse/core'
import { onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import type { Template, TemplateFault, TemplatePreview } from '#contract/templates.ts'
import { client } from '../../client/index.ts'
import { useNotices } from '../../stores/notices.ts'

/** Milliseconds after the last key. */
const pause = 500

export function useTemplateDraft(template: () => Template) {
	const notices = useNotices()
	const title = ref(template().title)
	const text = ref(template().text)
	const faults = shallowRef<readonly TemplateFault[]>(template().faults)
	const state = ref<'kept' | 'changed'>('kept')
	let kept = { title: title.value, text: text.value }

	const now = () => ({ title: title.value.trim() || kept.title, text: text.value })
	const isKept = () => title.value === kept.title && text.value === kept.text
	let last: Promise<void> = Promise.resolve()
	/** One after the other; what could not be kept is tried again with the next change. */
	const keep = (): Promise<void> => {
		last = last.then(keepNow)
		return last
	}
	async function keepNow(): Promise<void> {
		const written = now()
		if (template().shipped || (written.title === kept.title && written.text === kept.text)) return
		try {
			const after = await client.templates.change({ id: template().id, ...written })
			kept = written
			if (text.value === written.text) faults.value = after.faults
			if (now().title === kept.title && now().text === kept.text) state.value = 'kept'
			void show()
		} catch (error) {
			notices.failed(error)
		}
	}
	const later = useDebounceFn(keep, pause)
	watch([title, text], () => {
		state.value = isKept() ? 'kept' : 'changed'
		void later()
	})
	// Changed in another window: what is being written here stays.
	watch(template, (other) => {
		if (state.value !== 'kept' || (other.title === kept.title && other.text === kept.text)) return
		kept = { title: other.title, text: other.text }
		title.value = other.title
		text.value = other.text
		faults.value = other.faults
		void show()
	})
	useEventListener(window, 'pagehide', () => void keep())
	onBeforeUnmount(() => void keep())

	const from = ref<'notes' | 'sample'>('sample')
	const preview = shallowRef<TemplatePreview>()
	/** Faults that only the reader’s own notes bring to light. */
	const failure = shallowRef<unknown>()
	let asked = 0
	async function show(): Promise<void> {
		if (faults.value.length) return
		const turn = ++asked
		try {
			const shown = await client.templates.preview({ text: text.value, from: from.value, style: 'apa' })
			if (turn !== asked) return
			preview.value = shown
			failure.value = undefined
		} catch (error) {
			if (turn === asked) failure.value = error
		}
	}
	watch(from, () => void show(), { immediate: true })
	return { title, text, faults, state, keep, from, preview, failure }
}
