/** Search against MiniSearch, on made-up passages of 120 words: a keystroke's ranked results, and what a slip of the finger still finds. */
import { performance } from 'node:perf_hooks'
import MiniSearch from 'minisearch'
import { buildIndex, vocabularyOf } from '#backend/search/build.ts'
import { SearchEngine } from '#backend/search/engine.ts'
import type { Passage } from '#contract/search.ts'
import { type CompiledIndex, compiledFormat } from '#domain/packs/compiled.ts'
import { wordsOf } from '#domain/search/words.ts'
import { median, quantile, type Row } from './row.ts'
import { pick, type Random, randomOf, slip, wordSource } from './words.ts'

interface Rivals {
	passages: Passage[]
	ours: SearchEngine
	theirs: MiniSearch<Passage>
}

export const rows = async (): Promise<Row[]> =>
	[1000, 10_000].flatMap((count) => {
		const random = randomOf(count)
		const rivals = rivalsOver(count, random)
		return [keystrokes(rivals, random), slips(rivals, random)]
	})

function rivalsOver(count: number, random: Random): Rivals {
	const word = wordSource(random, count * 3)
	const text = (length: number) => Array.from({ length }, word).join(' ')
	const passages = Array.from(
		{ length: count },
		(_, index): Passage => ({
			id: `passage-${index}`,
			kind: 'section',
			side: index % 2 ? 'fiction' : 'reality',
			title: text(4),
			context: text(3),
			text: text(120),
			contentNotes: [],
			spoiler: false,
			place: { view: 'read', document: `document-${index}` },
			topics: [],
		}),
	)
	const index = buildIndex(passages).toJSON()
	const compiled = { format: compiledFormat, pack: 'made-up', passages, words: vocabularyOf(passages), index }
	const ours = new SearchEngine()
	ours.add(JSON.parse(JSON.stringify(compiled)) as CompiledIndex)
	const theirs = new MiniSearch<Passage>({
		fields: ['title', 'context', 'text'],
		searchOptions: { prefix: true, boost: { title: 3, context: 1.5 } },
	})
	theirs.addAll(passages)
	return { passages, ours, theirs }
}

/** Queries of one to three words, letter by letter; ours with excerpts, marks and facets. */
function keystrokes({ passages, ours, theirs }: Rivals, random: Random): Row {
	const queries = Array.from({ length: 60 }, () =>
		Array.from({ length: 1 + Math.floor(random() * 3) }, () => tellingWord(passages, random)).join(' '),
	)
	const typed = queries.flatMap((query) => Array.from(query.slice(1), (_, index) => query.slice(0, index + 2)))
	const timed = (work: () => void) => {
		const start = performance.now()
		work()
		return performance.now() - start
	}
	const measure = (text: string) =>
		[timed(() => ours.query(text, 20)), timed(() => theirs.search(text))] as [number, number]
	for (const text of typed.slice(0, 100)) measure(text)
	const times = typed.map(measure)
	const [own, other] = [times.map(([time]) => time), times.map(([, time]) => time)]
	return {
		name: `A keystroke’s results at ${passages.length} passages (95th percentile)`,
		ours: quantile(own, 0.95),
		theirs: quantile(other, 0.95),
		unit: 'ms',
		goal: 1,
		note: `MiniSearch’s prefix search; ${typed.length} keystrokes; medians ${median(own).toFixed(2)} and ${median(other).toFixed(2)} ms`,
	}
}

/** Whether the first hit of a word is among the first ten when the word is typed with one slip in it. */
function slips({ passages, ours, theirs }: Rivals, random: Random): Row {
	const own = (text: string) => {
		const { fiction, reality } = ours.query(text, 10)
		return [...fiction, ...reality].sort((a, b) => b.score - a.score).map(({ id }) => id)
	}
	const other = (text: string) => theirs.search(text, { fuzzy: 0.2 }).map(({ id }) => String(id))
	const counts = { pairs: 0, ours: 0, theirs: 0 }
	while (counts.pairs < 400) {
		const word = tellingWord(passages, random)
		const typed = slip(word, random)
		if (typed === word) continue
		counts.pairs++
		if (
			own(`${typed} `)
				.slice(0, 10)
				.includes(own(`${word} `)[0] ?? '')
		)
			counts.ours++
		if (
			other(typed)
				.slice(0, 10)
				.includes(String(theirs.search(word)[0]?.id))
		)
			counts.theirs++
	}
	const [found, foundThere] = [counts.ours / counts.pairs, counts.theirs / counts.pairs]
	return {
		name: `Slips of the finger not forgiven at ${passages.length} passages`,
		ours: (1 - found) * 100,
		theirs: (1 - foundThere) * 100,
		unit: '%',
		ratio: (1 - found) / 0.15,
		goal: 1,
		note: `of ${counts.pairs} words with one slip, the first hit of the right word is not in the first ten; ratio to 15 %; beside it MiniSearch, fuzzy 0.2`,
	}
}

/** A word as readers would look for it: from running text, of four letters or more. */
function tellingWord(passages: readonly Passage[], random: Random): string {
	const words = wordsOf(pick(passages, random).text).filter(({ common, folded }) => !common && folded.length > 3)
	return pick(words, random).folded
}
