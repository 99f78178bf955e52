/** Texts in the page with the marks on them, painted with the CSS Custom Highlight API: the page itself is left alone. */
import { computed, onBeforeUnmount, shallowRef, watch } from 'vue'
import { highlightColours } from '#contract/tokens.ts'
import type { MarkableText } from '#domain/annotations/markable.ts'
import { type Mark, marksOn } from '#domain/annotations/passages.ts'
import { useAnnotations } from '../stores/annotations.ts'
import { usePassages } from '../stores/passages.ts'
import { type Run, rangesOf, runsIn } from './dom-offsets.ts'

export interface TextInPage {
	/** The element that scrolls. */
	pane: HTMLElement | null | undefined
	/** The element in it that holds this text, where the pane holds several. */
	root?: HTMLElement | null | undefined
	text: MarkableText | undefined
}

export interface AnnotatedText extends MarkableText {
	/** The element that scrolls. */
	pane: HTMLElement
	/** The element that holds this text and no other; the pane itself where that shows one. It takes the focus. */
	root: HTMLElement
	/** What of the text is in the page now. */
	runs: readonly Run[]
	marks: readonly Mark[]
}

/** What is added to the page beside its text carries this: a change in it is no change of the text. */
const beside = '[data-beside]'

/** @returns the texts that are there, with what of them is in the page */
export function useAnnotatedTexts(texts: () => readonly TextInPage[]) {
	const annotations = useAnnotations()
	const passages = usePassages()
	const read = shallowRef<readonly Omit<AnnotatedText, 'marks'>[]>([])
	function readPage(): void {
		read.value = texts().flatMap(({ pane, root = pane, text }) => {
			if (!pane || !root || !text) return []
			passages.know(text.whole)
			return { ...text, pane, root, runs: runsIn(root) }
		})
	}
	const sources = computed(() => texts().flatMap(({ text }) => (text ? [text.source] : [])))
	annotations.follow(() => sources.value)
	const views = computed<readonly AnnotatedText[]>(() =>
		read.value.map((text) => ({ ...text, marks: marksOn(annotations.on(text.source), text.source) })),
	)

	function paint(): void {
		for (const colour of highlightColours) {
			const ranges = views.value.flatMap(({ runs, marks }) =>
				marks.flatMap((mark) => (mark.annotation.colour === colour ? rangesOf(runs, mark) : [])),
			)
			CSS.highlights.set(`mark-${colour}`, new Highlight(...ranges))
		}
	}
	// Covers open and close, references come: what is in the page is read again.
	const observer = new MutationObserver((changes) => {
		if (changes.some(({ target }) => !(target instanceof Element && target.closest(beside)))) readPage()
	})
	watch(
		() => texts().map(({ pane, root, text }) => [pane, root, text]),
		() => {
			observer.disconnect()
			for (const pane of new Set(texts().map(({ pane }) => pane)))
				if (pane) observer.observe(pane, { childList: true, subtree: true })
			readPage()
		},
		{ flush: 'post', immediate: true },
	)
	watch(views, paint, { flush: 'post' })
	onBeforeUnmount(() => {
		observer.disconnect()
		for (const colour of highlightColours) CSS.highlights.delete(`mark-${colour}`)
	})
	return views
}
