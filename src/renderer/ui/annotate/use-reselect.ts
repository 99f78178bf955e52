/** A note whose passage was lost is given a new one: asked for in the address, taken from a text in the page. */
import { computed, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Target } from '#contract/annotations.ts'
import { selectorOf } from '#domain/anchoring/selectors.ts'
import type { PassageInText } from '../../composables/use-mark-actions.ts'
import { draftOf, useAnnotations } from '../../stores/annotations.ts'
import { useNotices } from '../../stores/notices.ts'
import { useUndo } from '../../stores/undo.ts'

/** Where the notes that wait are looked through, for those who have not come from there. */
const queue = { name: 'notes', query: { state: ['review', 'orphan'] } }

export function useReselect() {
	const route = useRoute()
	const router = useRouter()
	const annotations = useAnnotations()
	const notices = useNotices()
	const undo = useUndo()

	const id = () => (route.query.reselect ? String(route.query.reselect) : undefined)
	watch(id, (one) => one && annotations.need([one]), { immediate: true })
	/** The annotation, and which of its targets is to stand elsewhere. */
	const wanted = computed(() => {
		const annotation = annotations.get(id() ?? '')
		const at = Number(route.query.end ?? 0)
		const target: Target | undefined = annotation?.targets[at]
		return annotation && target ? { annotation, at, target } : undefined
	})
	function back(): void {
		const from = router.options.history.state.back
		if (typeof from === 'string' && from.startsWith('/notes')) router.back()
		else void router.replace(queue)
	}
	/** @returns false where there is nothing to take */
	function take(passage: PassageInText | undefined): boolean {
		if (!wanted.value || !passage) return false
		const { annotation, at } = wanted.value
		const { text, start, end } = passage
		const selector = selectorOf(text.text, start, end)
		const targets = draftOf(annotation).targets.with(at, { source: text.source, selector })
		void annotations.change(annotation.id, { targets }, { label: 'Passage selected anew' }).then((kept) => {
			if (!kept) return
			back()
			notices.say('The note stands on its new passage.', { label: 'Undo', run: () => void undo.undo() })
		})
		return true
	}
	return { wanted, take, cancel: back }
}
