/** Texts in the page with the marks on them, painted with the CSS Custom Highlight API: the page itself is left alone. */
import { computed, onBeforeUnmount, shallowRef, watch } from 'vue'
import type { Source } from '#contract/annotations.ts'
import type { Document } from '#contract/document.ts'
import { highlightColours } from '#contract/tokens.ts'
import { type Mark, marksOn } from '#domain/annotations/passages.ts'
import { canonicalText } from '#domain/documents/canonical.ts'
import { useAnnotations } from '../stores/annotations.ts'
import { usePassages } from '../stores/passages.ts'
import { type Run, rangesOf, runsIn } from './dom-offsets.ts'

export interface TextInPage {
	pane: HTMLElement | null | undefined
	document: Document | undefined
}

export interface AnnotatedText {
	/** The element that scrolls. */
	pane: HTMLElement
	document: Document
	source: Source
	/** The canonical text. */
	text: string
	/** What of it is in the page now. */
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
		read.value = texts().flatMap(({ pane, document }) => {
			if (!pane || !document) return []
			passages.know(document)
			const source = `read/${document.id}` as Source
			return { pane, document, source, text: canonicalText(document), runs: runsIn(pane) }
		})
	}
	const sources = computed(() => texts().flatMap(({ document }) => (document ? [`read/${document.id}` as Source] : [])))
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
		() => texts().map(({ pane, document }) => [pane, document]),
		() => {
			observer.disconnect()
			for (const { pane } of texts()) if (pane) observer.observe(pane, { childList: true, subtree: true })
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
