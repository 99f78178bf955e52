/** The notes that are shown: narrowed, searched, grouped, as one list of rows. */
import { computed, shallowRef, watch } from 'vue'
import type { Annotation } from '#contract/annotations.ts'
import { type Group, groupsOf, noteFacets, type Shelf, waits } from '#domain/annotations/notebook.ts'
import { countFacets, meetsChoice } from '#domain/facets.ts'
import { client } from '../../client/index.ts'
import { useAnnotations } from '../../stores/annotations.ts'
import { useNotices } from '../../stores/notices.ts'
import type { useNotesQuery } from './use-notes-query.ts'

export type NoteRow =
	| { type: 'head'; key: string; group: Group }
	/** `nth` of all entries, from 1. */
	| { type: 'entry'; key: string; annotation: Annotation; nth: number }

const mostFound = 20_000

/** @param held id of a note that stays in the list whatever it is narrowed to: it is being written */
export function useNotebook(
	query: Pick<ReturnType<typeof useNotesQuery>, 'by' | 'choice' | 'words'>,
	shelf: () => Shelf | undefined,
	held: () => string | undefined,
) {
	const store = useAnnotations()
	const found = shallowRef<ReadonlySet<string>>()
	let latest: AbortController | undefined
	watch(
		[query.words, () => store.all],
		async ([words]) => {
			latest?.abort()
			const controller = new AbortController()
			latest = controller
			if (!words.trim()) {
				found.value = undefined
				return
			}
			try {
				const ids = await client.annotations.search({ query: words, limit: mostFound }, { signal: controller.signal })
				if (latest === controller) found.value = new Set(ids)
			} catch (error) {
				if (latest === controller) useNotices().failed(error)
			}
		},
		{ immediate: true },
	)
	const named = computed(() => {
		const ids = found.value
		return ids ? store.all.filter(({ id }) => ids.has(id) || id === held()) : store.all
	})
	const shown = computed(() =>
		named.value.filter((one) => meetsChoice(noteFacets, one, query.choice.value) || one.id === held()),
	)
	const rows = computed((): NoteRow[] => {
		const known = shelf()
		if (!known) return []
		let nth = 0
		return groupsOf(shown.value, query.by.value, known).flatMap((group) => [
			{ type: 'head', key: `head/${group.key}`, group },
			...group.annotations.map(
				(annotation): NoteRow => ({ type: 'entry', key: `${group.key}/${annotation.id}`, annotation, nth: ++nth }),
			),
		])
	})
	return {
		shown,
		rows,
		facets: computed(() => countFacets(noteFacets, named.value, query.choice.value)),
		waiting: computed(() => store.all.filter(waits).length),
	}
}
