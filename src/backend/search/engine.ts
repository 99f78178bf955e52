/** Ranked search over the packs' indexes. */
import lunr from 'lunr'
import type { Hit, Passage, SearchAnswer } from '#contract/search.ts'
import type { Side } from '#contract/words.ts'
import type { CompiledIndex } from '#domain/packs/compiled.ts'
import { excerptOf, type Query, readQuery } from '#domain/search/marks.ts'
import { TermList } from './terms.ts'

interface Loaded {
	passages: readonly Passage[]
	index: lunr.Index
	terms: TermList
}
interface Found {
	passage: Passage
	score: number
	/** How many of the query's words it answers. */
	covered: number
	/** Terms of the index by which it was found. */
	terms: ReadonlySet<string>
}

export class SearchEngine {
	readonly #loaded: Loaded[] = []

	/** Takes a pack's compiled index; from then on its passages are found. */
	add(compiled: CompiledIndex): void {
		const index = lunr.Index.load(compiled.index)
		this.#loaded.push({ passages: compiled.passages, index, terms: new TermList(compiled.words, compiled.index) })
	}

	/** @returns hits in two columns, best first; each keeps the passages that answer most of the query's words. */
	query(text: string, limit: number): SearchAnswer {
		const query = readQuery(text)
		const found = this.#loaded.flatMap((loaded) => find(loaded, query))
		const columns = { fiction: column(found, 'fiction'), reality: column(found, 'reality'), own: column(found, 'own') }
		const shown = (hits: Found[]) => hits.slice(0, limit).map((hit) => toHit(hit, query))
		return {
			fiction: shown(columns.fiction),
			reality: shown(columns.reality),
			own: shown(columns.own),
			found: { fiction: columns.fiction.length, reality: columns.reality.length, own: columns.own.length },
		}
	}
}

/** One side's passages that answer as many of the query's words as any of that side does, best first. */
function column(found: readonly Found[], side: Side): Found[] {
	const own = found.filter((hit) => hit.passage.side === side)
	const most = Math.max(0, ...own.map((hit) => hit.covered))
	return own
		.filter((hit) => hit.covered === most)
		.sort((a, b) => b.score - a.score || a.passage.id.localeCompare(b.passage.id))
}

/** Every word of the query with the index terms that answer it: itself, its continuations while it is typed, else near spellings. */
function find({ passages, index, terms }: Loaded, query: Query): Found[] {
	const wanted = query.words.map((word) => terms.answers(word, word === query.words.at(-1) ? query.prefix : undefined))
	if (query.prefix && query.words.at(-1)?.folded !== query.prefix) wanted.push(terms.startingWith(query.prefix))
	const groups = wanted.map((group) => new Set(group.map((term) => term.term)))
	if (!groups.some((group) => group.size)) return []
	const results = index.query((lunrQuery) => {
		for (const group of wanted) for (const { term, boost } of group) lunrQuery.term(term, { usePipeline: false, boost })
	})
	return results.flatMap((result): Found[] => {
		const passage = passages[Number(result.ref)]
		const matched = Object.keys(result.matchData.metadata)
		const covered = groups.filter((group) => matched.some((term) => group.has(term))).length
		return passage ? [{ passage, score: result.score, covered, terms: new Set(matched) }] : []
	})
}

function toHit({ passage, score, terms }: Found, query: Query): Hit {
	const { text, ...rest } = passage
	return { ...rest, ...excerptOf(text, { ...query, terms }), score: Math.round(score * 1000) / 1000 }
}
