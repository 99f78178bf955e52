/** The annotations that this window has at hand: those of the sources that it shows, and those asked for one by one. */
import { onScopeDispose, shallowReactive, watch } from 'vue'
import type { Annotation, Source } from '#contract/annotations.ts'
import { client } from '../client/index.ts'
import { onChange } from './changes.ts'
import { useNotices } from './notices.ts'

/** As the contract has it. */
const mostSources = 50

const touches = ({ targets }: Annotation, source: Source) => targets.some((target) => target.source === source)

export function useKnownAnnotations() {
	const known = shallowReactive(new Map<string, Annotation>())
	/** Those that touch a source, in the order in which they were made. */
	const lists = shallowReactive(new Map<Source, readonly Annotation[]>())
	/** How many parts of the window show a source. */
	const followed = new Map<Source, number>()
	/** At hand, but something may have changed since. */
	const stale = new Set<string>()
	const asked = new Set<string>()
	/** Rises with every change: an answer that was on its way meanwhile may be older. */
	let changes = 0
	const notices = useNotices()

	/** Has the newest of some at hand; of those that are not among `there`, nothing is left. */
	function hold(ids: readonly string[], there: readonly Annotation[]): void {
		const gone = new Set(ids)
		for (const id of ids) {
			known.delete(id)
			stale.delete(id)
		}
		for (const one of there) known.set(one.id, one)
		for (const [source, list] of lists) {
			const own = there.filter((one) => touches(one, source))
			if (!own.length && !list.some(({ id }) => gone.has(id))) continue
			lists.set(
				source,
				[...list.filter(({ id }) => !gone.has(id)), ...own].sort((a, b) => a.created - b.created),
			)
		}
	}
	function put(...some: Annotation[]): void {
		changes++
		hold(
			some.map(({ id }) => id),
			some,
		)
	}
	function take(ids: readonly string[]): void {
		changes++
		hold(ids, [])
	}

	const waiting = new Set<Source>()
	/** Those that are asked for in one go travel in one call. */
	async function load(): Promise<void> {
		await Promise.resolve()
		const sources = [...waiting].slice(0, mostSources)
		if (!sources.length) return
		for (const source of sources) waiting.delete(source)
		const before = changes
		try {
			const there = await client.annotations.list({ sources })
			if (before === changes) {
				for (const one of there) known.set(one.id, one)
				for (const source of sources)
					lists.set(
						source,
						there.filter((one) => touches(one, source)),
					)
			} else for (const source of sources) waiting.add(source)
		} catch (error) {
			notices.failed(error)
		}
		await load()
	}
	/**
	 * Has those of some sources at hand for as long as the component that calls it lives.
	 * @param sources what it shows now
	 */
	function follow(sources: () => readonly Source[]): void {
		let own: readonly Source[] = []
		const count = (some: readonly Source[], by: 1 | -1) => {
			for (const source of some) followed.set(source, (followed.get(source) ?? 0) + by)
		}
		watch(
			sources,
			(now) => {
				count(now, 1)
				count(own, -1)
				own = [...now]
				for (const source of now) if (!lists.has(source)) waiting.add(source)
				void load()
			},
			{ immediate: true },
		)
		onScopeDispose(() => count(own, -1))
	}
	/** @returns those at hand that touch a source which somebody follows. */
	const on = (source: Source | undefined): readonly Annotation[] => (source && lists.get(source)) || []

	/** Has these at hand; those that are there already stay as they are. */
	async function need(ids: readonly string[]): Promise<void> {
		const missing = ids.filter((id) => (!known.has(id) || stale.has(id)) && !asked.has(id))
		if (!missing.length) return
		for (const id of missing) asked.add(id)
		await look(missing)
		// What is not there is not asked for again until something has changed.
		for (const id of missing) if (known.has(id)) asked.delete(id)
	}
	async function look(ids: readonly string[]): Promise<void> {
		const before = changes
		try {
			const there = await client.annotations.list({ ids: [...ids] })
			if (before === changes) hold(ids, there)
			else await look(ids)
		} catch (error) {
			for (const id of ids) asked.delete(id)
			notices.failed(error)
		}
	}

	onChange('annotations', ({ ids }) => {
		changes++
		asked.clear()
		if (ids) {
			if (lists.size || ids.some((id) => known.has(id))) void look(ids)
			return
		}
		for (const id of known.keys()) stale.add(id)
		for (const source of [...lists.keys()])
			if (followed.get(source)) waiting.add(source)
			else lists.delete(source)
		void load()
	})

	return { known, follow, on, need, put, take }
}
