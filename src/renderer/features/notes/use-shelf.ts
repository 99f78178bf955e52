/** What Notes asks of the library: titles, which texts stand in which comparison, and what a note can link to. */
import { computed } from 'vue'
import type { Comparison, FindingEntry, LibraryItem } from '#contract/library.ts'
import { type Linkable, linkFinder } from '#domain/annotations/links.ts'
import { shelfOf } from '#domain/annotations/shelf.ts'
import { dimensionLabel } from '#domain/words/labels.ts'
import { client } from '../../client/index.ts'
import { useAnswer } from '../../composables/use-answer.ts'

interface Library {
	items: readonly LibraryItem[]
	findings: readonly FindingEntry[]
	comparisons: readonly Comparison[]
}

const kinds: Partial<Record<LibraryItem['kind'], readonly [path: string, label: string]>> = {
	comparison: ['compare', 'Comparison'],
	trope: ['read', 'Trope'],
	article: ['read', 'Article'],
	work: ['work', 'Work'],
}

/** What notes can link to, beside one another: comparisons, texts, works, points. */
function linkablesOf({ items, findings }: Library): Linkable[] {
	const listed = items.flatMap(({ kind, id, title }) => {
		const [path, label] = kinds[kind] ?? []
		return path && label ? [{ address: `${path}/${id}`, title, kind: label }] : []
	})
	const points = findings.map(({ comparison, point, dimension, claim }) => ({
		address: `compare/${comparison}/${point}`,
		title: `${dimensionLabel(dimension)}: ${claim}`,
		kind: 'Point',
	}))
	return [...listed, ...points]
}

export function useShelf() {
	const { data, error, reload } = useAnswer(
		() => 'shelf',
		async (_, signal): Promise<Library> => {
			const [items, findings] = await Promise.all([
				client.library.list({}, { signal }),
				client.library.findings(undefined, { signal }),
			])
			const shown = await Promise.all(
				items.filter(({ kind }) => kind === 'comparison').map(({ id }) => client.library.show({ id }, { signal })),
			)
			return { items, findings, comparisons: shown.flatMap((one) => (one.kind === 'comparison' ? [one.item] : [])) }
		},
	)
	const linkables = computed(() => (data.value ? linkablesOf(data.value) : []))
	return {
		/** Undefined until the library has answered. */
		shelf: computed(() => data.value && shelfOf(data.value.items, data.value.comparisons)),
		linkables,
		find: computed(() => linkFinder(linkables.value)),
		error,
		reload,
	}
}
