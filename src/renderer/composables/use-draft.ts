/** What is being written of an annotation: kept a moment after the last key, when the field is left, and at the end. */
import { useDebounceFn, useEventListener } from '@vueuse/core'
import { onBeforeUnmount, reactive, ref, watch } from 'vue'
import type { Annotation, AnnotationDraft } from '#contract/annotations.ts'
import { draftOf, useAnnotations } from '../stores/annotations.ts'
import { useUndo } from '../stores/undo.ts'

type Draft = Omit<AnnotationDraft, 'targets'>

/** Milliseconds after the last key. */
const pause = 500
let sittings = 0

/** @returns tags as they were typed between commas, each once. */
export const tagsOf = (typed: string): string[] =>
	[...new Set(typed.split(',').map((tag) => tag.trim().replace(/^#/, '').slice(0, 100)))].filter(Boolean).slice(0, 50)

/** @returns whether it is a note or a question that says nothing. */
const isBlank = ({ motivation, comment, tags }: Draft): boolean =>
	(motivation === 'commenting' || motivation === 'questioning') && !comment.trim() && !tags.length

/**
 * @param annotation as it is kept now
 * @param begins whether it was made just now: a note that is left blank is taken back
 * @returns what can be written to, a way to keep it now, and whether it is kept
 */
export function useDraft(annotation: () => Annotation, begins = false) {
	const store = useAnnotations()
	const undo = useUndo()
	const contentOf = ({ targets: _, ...content }: AnnotationDraft): Draft => content
	const { id } = annotation()
	const draft = reactive<Draft>(contentOf(draftOf(annotation())))
	/** All that is written here while it is open is one step to undo. */
	const sitting = `${id} ${++sittings}`
	let kept = copyOf(draft)
	const begun = begins && isBlank(kept)
	const state = ref<'kept' | 'changed'>('kept')
	const look = () => {
		state.value = changesOf(kept, draft).length ? 'changed' : 'kept'
	}

	let last: Promise<boolean> = Promise.resolve(true)
	let underway = 0
	/** One after the other, in order. @returns whether all of it is kept; else it is tried again with the next change */
	function keep(): Promise<boolean> {
		underway += 1
		last = last.then(keepNow).finally(() => {
			underway -= 1
		})
		return last
	}
	async function keepNow(): Promise<boolean> {
		const now = copyOf(draft)
		const keys = changesOf(kept, now)
		if (!keys.length) return true
		const some = Object.fromEntries(keys.map((key) => [key, now[key]]))
		const done = await store.change(id, some, { run: `${keys} ${sitting}` })
		if (done) kept = now
		look()
		return done
	}
	const later = useDebounceFn(keep, pause)
	watch(draft, () => {
		look()
		if (state.value === 'changed') void later()
	})
	// Changed elsewhere: by undo, in another window. What is being written here stays.
	watch(annotation, (after) => {
		if (underway || after.id !== id) return
		const now = contentOf(draftOf(after))
		for (const key of changesOf(kept, now)) {
			const untouched = JSON.stringify(draft[key]) === JSON.stringify(kept[key])
			if (untouched) Object.assign(draft, { [key]: copyOf(now)[key] })
			Object.assign(kept, { [key]: now[key] })
		}
		look()
	})
	useEventListener(window, 'pagehide', () => void keep())
	onBeforeUnmount(async () => {
		const done = await keep()
		if (begun && done && isBlank(kept)) await undo.takeBack(id)
	})
	return { draft, keep, state }
}

const copyOf = (draft: Draft): Draft => JSON.parse(JSON.stringify(draft))

/** @returns what two drafts differ in */
function changesOf(before: Draft, after: Draft): (keyof Draft)[] {
	const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Draft)[]
	return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
}
