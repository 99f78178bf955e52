/** Ranked search over the packs' indexes. */
import type { Hit, Passage, SearchAnswer, SearchChoice } from '#contract/search.ts'
import { countFacets, meetsChoice } from '#domain/facets.ts'
import type { CompiledIndex } from '#domain/packs/compiled.ts'
import { searchFacets } from '#domain/search/facets.ts'
import { excerptOf } from '#domain/search/marks.ts'
import { holdsPhrase, type Phrase, type Query, readQuery, wordLine } from '#domain/search/query.ts'
import { best } from './best.ts'
import { type Group, lookUp } from './lookup.ts'
import { type Posting, postingsOf } from './postings.ts'
import { Scores } from './scores.ts'
import { Vocabulary } from './vocabulary.ts'

interface Indexed extends Passage {
	position: number
	/** Its words in lines, to look phrases up in; made when a phrase first asks for it. */
	lines?: string
}

export class SearchEngine {
	readonly #passages: Indexed[] = []
	readonly #postings = new Map<string, Posting[]>()
	readonly #words = new Set<string>()
	#vocabulary: Vocabulary | undefined
	#scores = new Scores(0)

	/** Takes a pack's compiled index; from then on its passages are found. */
	add({ index, passages, words }: CompiledIndex): void {
		for (const [term, posting] of postingsOf(index, this.#passages.length)) {
			const known = this.#postings.get(term)
			if (known) known.push(posting)
			else this.#postings.set(term, [posting])
		}
		for (const passage of passages) this.#passages.push({ ...passage, position: this.#passages.length })
		for (const word of words) this.#words.add(word)
		this.#vocabulary = undefined
		this.#scores = new Scores(this.#passages.length)
	}

	/**
	 * @param only choices that narrow the results
	 * @returns hits in two columns, best first; each keeps the passages that answer most of the query's words
	 */
	query(text: string, limit: number, only: SearchChoice = {}): SearchAnswer {
		const query = readQuery(text)
		const { groups, required, readings } = lookUp(query, this.#known(), (term) => this.#postings.has(term))
		this.#scores.clear()
		for (const group of [...groups, ...required]) this.#scores.addWord(this.#postingsOf(group))
		const found = this.#found(query.phrases, required.length)
		const shown = found.filter((passage) => meetsChoice(searchFacets, passage, only))
		const terms = new Set(groups.flatMap((group) => [...group.keys()]))
		const column = (side: Passage['side']) => {
			const all = shown.filter((passage) => passage.side === side)
			return { all, hits: best(all, limit, this.#scoreOf).map((passage) => this.#hit(passage, { ...query, terms })) }
		}
		const [fiction, reality, own] = [column('fiction'), column('reality'), column('own')]
		return {
			fiction: fiction.hits,
			reality: reality.hits,
			own: own.hits,
			found: { fiction: fiction.all.length, reality: reality.all.length, own: own.all.length },
			facets: countFacets(searchFacets, found, only),
			readings,
		}
	}

	#known(): Vocabulary {
		this.#vocabulary ??= new Vocabulary(this.#words, (term) =>
			(this.#postings.get(term) ?? []).reduce((sum, { passages }) => sum + passages.length, 0),
		)
		return this.#vocabulary
	}

	*#postingsOf(group: Group): Generator<[Posting[], number]> {
		for (const [term, worth] of group) {
			const postings = this.#postings.get(term)
			if (postings) yield [postings, worth]
		}
	}

	/**
	 * The passages that hold every phrase and answer as many of the query's words as any of their side does.
	 * @param required how many words at least a passage that holds the phrases answers
	 */
	#found(phrases: readonly Phrase[], required: number): Indexed[] {
		const met = Array.from(this.#scores.met, (position) => this.#passages[position] as Indexed)
		// A phrase of common words alone is in no index: every passage is read.
		const candidates = phrases.length && !required ? this.#passages : met
		const holding = phrases.length
			? candidates.filter(
					(passage) =>
						this.#scores.answered(passage.position) >= required &&
						phrases.every((phrase) => holdsPhrase(linesOf(passage), phrase)),
				)
			: candidates
		const most = new Map<string, number>()
		for (const { position, side } of holding)
			most.set(side, Math.max(most.get(side) ?? 0, this.#scores.answered(position)))
		return holding.filter(({ position, side }) => this.#scores.answered(position) === most.get(side))
	}

	readonly #scoreOf = ({ position }: Indexed): number => this.#scores.of(position)

	#hit({ text, lines: _, position, ...rest }: Indexed, query: Query): Hit {
		const { medium: _medium, decade: _decade, topics: _topics, ...shown } = rest
		return { ...shown, ...excerptOf(text, query), score: Math.round(this.#scores.of(position) * 100) / 1000 }
	}
}

function linesOf(passage: Indexed): string {
	passage.lines ??= [passage.title, passage.context, passage.text].map(wordLine).join('\n')
	return passage.lines
}
