/** The comparison in which texts that stand side by side have points in common. */
import { computed } from 'vue'
import type { Comparison } from '#contract/library.ts'
import { comparisonOf } from '#domain/documents/rows.ts'
import { client } from '../../client/index.ts'
import { useAnswer } from '../../composables/use-answer.ts'
import type { LoadedText } from '../../composables/use-texts.ts'

/**
 * @param ids of the texts
 * @param known a comparison that is at hand, and preferred
 * @returns the comparison, and whether it is certain which one it is, or that there is none
 */
export function useSharedComparison(
	ids: () => readonly string[],
	texts: ReadonlyMap<string, LoadedText>,
	known: () => Comparison | undefined,
) {
	const views = computed(() => ids().flatMap((id) => texts.get(id)?.view ?? []))
	const shared = computed(() =>
		comparisonOf(
			views.value.map(({ document, comparisons }) => ({ id: document.id, comparisons })),
			known()?.id,
		),
	)
	const loaded = useAnswer(
		() => (shared.value === known()?.id ? undefined : shared.value),
		async (id, signal) => (id ? (await client.library.comparison({ id }, { signal })).comparison : undefined),
	)
	const comparison = computed(() => (shared.value === known()?.id ? known() : loaded.data.value))
	const certain = computed(() => {
		const pending = ids().some((id) => id && !texts.get(id)?.view && texts.get(id)?.error === undefined)
		return !pending && (comparison.value?.id === shared.value || loaded.error.value !== undefined)
	})
	return { comparison, certain }
}
