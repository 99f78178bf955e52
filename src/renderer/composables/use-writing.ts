/** What is being written in an annotation: kept a moment after the last key, and when one leaves it. */
import { useEventListener, watchDebounced } from '@vueuse/core'
import { onBeforeUnmount, ref, watch } from 'vue'
import type { Annotation } from '#contract/annotations.ts'
import { useAnnotations } from '../stores/annotations.ts'

/** Milliseconds after the last key. */
const pause = 400

/** @returns its comment, its tags in one line, and a way to keep them now */
export function useWriting(annotation: () => Annotation) {
	const annotations = useAnnotations()
	const comment = ref(annotation().comment)
	const tags = ref(annotation().tags.join(', '))
	/** All that is written here while it is open is one step to undo. */
	const sitting = `${annotation().id} ${Date.now()}`
	let kept = { comment: comment.value, tags: tags.value }
	const tagsOf = (line: string) =>
		[...new Set(line.split(',').map((tag) => tag.trim().slice(0, 100)))].filter(Boolean).slice(0, 50)

	/** Changes on their way: what comes back of them is older than what stands here. */
	let underway = 0
	async function put(some: Partial<Pick<Annotation, 'comment' | 'tags'>>): Promise<void> {
		underway += 1
		await annotations.change(annotation().id, some, `${Object.keys(some)} ${sitting}`)
		underway -= 1
	}
	function keep(): void {
		const now = { comment: comment.value, tags: tags.value }
		const changed = { comment: now.comment !== kept.comment, tags: now.tags !== kept.tags }
		kept = now
		if (changed.comment) void put({ comment: now.comment })
		if (changed.tags) void put({ tags: tagsOf(now.tags) })
	}
	watchDebounced([comment, tags], keep, { debounce: pause })
	// Changed elsewhere: by undo, in another window. What is being written here stays.
	watch(annotation, (now) => {
		if (underway) return
		if (now.comment !== kept.comment && comment.value === kept.comment) comment.value = kept.comment = now.comment
		if (String(now.tags) !== String(tagsOf(kept.tags)) && tags.value === kept.tags)
			tags.value = kept.tags = now.tags.join(', ')
	})
	useEventListener(window, 'pagehide', keep)
	onBeforeUnmount(keep)
	return { comment, tags, keep }
}
