/** What is being written of a note: kept a moment after the last key, when the field is left, and at the end. */
import { useDebounceFn } from '@vueuse/core'
import { onBeforeUnmount, reactive, ref, watch } from 'vue'
import type { Annotation, AnnotationDraft } from '#contract/annotations.ts'
import { draftOf, useAnnotations } from '../../stores/annotations.ts'

type Draft = Omit<AnnotationDraft, 'targets'>

/** Milliseconds after the last key. */
const pause = 700
let sessions = 0

/** @returns tags as they were typed between commas, each once. */
export const tagsOf = (typed: string): string[] =>
	[...new Set(typed.split(',').map((tag) => tag.trim().replace(/^#/, '').slice(0, 100)))].filter(Boolean).slice(0, 50)

export function useDraft(annotation: Annotation) {
	const store = useAnnotations()
	const { targets: _, ...start } = draftOf(annotation)
	const draft = reactive<Draft>(start)
	const run = `note ${annotation.id} ${++sessions}`
	let kept = JSON.stringify(draft)
	const state = ref<'kept' | 'changed'>('kept')

	let last: Promise<boolean> = Promise.resolve(true)
	/** One after the other, in order. @returns whether all of it is kept; else it is tried again with the next change */
	const keep = () => {
		last = last.then(keepNow)
		return last
	}
	async function keepNow(): Promise<boolean> {
		const now = JSON.stringify(draft)
		if (now === kept) return true
		const before = JSON.parse(kept) as Draft
		const changed = Object.entries(JSON.parse(now) as Draft).filter(
			([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof Draft]),
		)
		const keys = changed.map(([key]) => key).join(' ')
		const done = await store.change(annotation.id, Object.fromEntries(changed), `${run} ${keys}`)
		if (done) kept = now
		if (kept === JSON.stringify(draft)) state.value = 'kept'
		return done
	}
	const later = useDebounceFn(keep, pause)
	watch(draft, () => {
		state.value = JSON.stringify(draft) === kept ? 'kept' : 'changed'
		void later()
	})
	onBeforeUnmount(() => void keep())
	return { draft, keep, state }
}
