/** Anchoring with the text that the annotations were made on: one comparison of the two texts carries all of them over. */
import type { Anchor } from './anchor.ts'
import { leastSimilarity, nearest, similarity } from './fuzzy.ts'
import { pairTokens } from './pairing.ts'
import { telling } from './quoted.ts'
import { contextLength, type TextSelector } from './selectors.ts'
import { Lexicon, Places, tokenAfter } from './tokens.ts'

/** So many words may have been put in between two of a quote: about a sentence or two. */
const farthest = 40

/** Tokens of the new text, both included. */
interface Span {
	from: number
	to: number
}

/** What is left of a quote: where it stands, between which tokens of the old text, and how many they are. */
interface Remains extends Span {
	first: number
	last: number
	count: number
}

/** @returns what anchors a selector of the old text in the new one. */
export function anchorByAlignment(oldText: string, text: string): (selector: TextSelector) => Anchor {
	const lexicon = new Lexicon()
	const [old, now] = [lexicon.read(oldText), lexicon.read(text)]
	const pairs = pairTokens(old, now)
	const [oldPlaces, places] = [new Places(old), new Places(now)]
	const pairOf = (token: number): number => pairs[token] ?? -1
	const oldStart = (token: number): number => old.starts[token] ?? oldText.length
	const startOf = (token: number): number => now.starts[token] ?? text.length
	const endOf = (token: number): number => now.ends[token] ?? 0

	return (selector) => {
		const first = tokenAfter(old, selector.start)
		const last =
			tokenAfter(old, selector.end - 1) - (oldStart(tokenAfter(old, selector.end - 1)) >= selector.end ? 1 : 0)
		if (first > last) return { state: 'orphan' }
		return unbroken(first, last)
			? verbatim(selector, first, last)
			: (touched(selector, first, last) ?? elsewhere(first, last))
	}

	/** Whether tokens of the old text stand side by side in the new one as well. */
	function unbroken(first: number, last: number): boolean {
		for (let at = first; at <= last; at++) {
			if (pairOf(at) === -1 || pairOf(at) !== pairOf(first) + at - first) return false
		}
		return true
	}

	function verbatim({ exact, start, end }: TextSelector, first: number, last: number): Anchor {
		const found = rangeOf(exact, start - oldStart(first), end - (old.ends[last] as number), pairOf(first), pairOf(last))
		const certain = isCertain(first, last)
		if (certain && found.start === start && text.startsWith(exact, start)) return { state: 'anchored', start, end }
		return { state: 'moved', ...found, certain, similarity: 1, found: text.slice(found.start, found.end) }
	}

	/** The range from one token to another, by as much longer or shorter as the quote was, if it reads the same then. */
	function rangeOf(exact: string, before: number, after: number, from: number, to: number) {
		const start = startOf(from) + before
		if (start >= 0 && text.startsWith(exact, start)) return { start, end: start + exact.length }
		return {
			start: before > 0 && before < endOf(from) - startOf(from) ? start : startOf(from),
			end: after < 0 && -after < endOf(to) - startOf(to) ? endOf(to) + after : endOf(to),
		}
	}

	/**
	 * The same words are the same passage when their surroundings agree in full on both sides and stand in the new text as
	 * often as in the old; or when they stand in both texts only once and are no coincidence.
	 */
	function isCertain(first: number, last: number): boolean {
		let [from, to] = [first, last]
		while (
			oldStart(first) - oldStart(from) < contextLength &&
			from > 0 &&
			pairOf(from - 1) === pairOf(from) - 1 &&
			pairOf(from) > 0
		)
			from--
		while (
			(old.ends[to] as number) - (old.ends[last] as number) < contextLength &&
			to + 1 < pairs.length &&
			pairOf(to + 1) === pairOf(to) + 1
		)
			to++
		const wholeBefore = oldStart(first) - oldStart(from) >= contextLength || (from === 0 && pairOf(from) === 0)
		const wholeAfter =
			(old.ends[to] as number) - (old.ends[last] as number) >= contextLength ||
			(to === pairs.length - 1 && pairOf(to) === now.ids.length - 1)
		if (wholeBefore && wholeAfter) {
			const then = oldPlaces.of(old.ids, from, to).length
			return then === places.of(old.ids, from, to).length
		}
		return (
			(old.ends[to] as number) - oldStart(from) >= telling &&
			oldPlaces.of(old.ids, first, last).length === 1 &&
			places.of(old.ids, first, last).length === 1
		)
	}

	/** The passage that the quote has become: what is left of it and what stands between, or is most like it there. */
	function touched({ exact }: TextSelector, first: number, last: number): Anchor | undefined {
		const kept = remains(first, last)
		const proposal = ({ from, to }: Span) => {
			const [start, end] = [startOf(from), endOf(to)]
			return { start, end, similarity: similarity(exact, text.slice(start, end)) }
		}
		const verbatim = kept && proposal(kept)
		// All its words in their order: something was put in between, however long it is.
		const all = kept && kept.count === last - first + 1 ? verbatim : undefined
		const likeEnough = (found: { similarity: number } | undefined) => found && found.similarity >= leastSimilarity
		// What its neighbours say comes before what looks like it, when it looks like it or has half of its words.
		const half = kept && kept.count > 2 && 2 * kept.count > last - first
		const widest = kept && proposal(widened(kept, first, last))
		const carried = half || likeEnough(widest) ? widest : undefined
		const gap = between(first, last)
		const like = gap && !carried ? nearest(text, exact, gap.start, gap.end, gap.start) : undefined
		// What is left word for word is worth showing even when most of the quote is gone.
		const telltale =
			kept && kept.count >= 0.8 * (kept.to - kept.from + 1) && endOf(kept.to) - startOf(kept.from) >= telling / 4
		const best = all ?? carried ?? [like, verbatim].find(likeEnough) ?? (telltale ? verbatim : undefined)
		if (!best) return undefined
		return { state: 'moved', ...best, certain: false, found: text.slice(best.start, best.end) }
	}

	/** The tokens of the new text from the quote's first that is left to its last, as far as they are one passage. */
	function remains(first: number, last: number): Remains | undefined {
		let best: Remains | undefined
		let run: Remains | undefined
		for (let at = first; at <= last; at++) {
			const to = pairOf(at)
			if (to === -1) continue
			const near = run && to > run.to && to - run.to <= 2 * (at - run.last) + farthest
			run =
				near && run ? { ...run, to, last: at, count: run.count + 1 } : { from: to, to, first: at, last: at, count: 1 }
			if (!best || run.count > best.count) best = run
		}
		return best
	}

	/** With the words that now stand where the quote's first or last ones stood. */
	function widened({ from, to, first: kept, last: keptLast }: Remains, first: number, last: number): Span {
		const lost = kept - first
		const lostAfter = last - keptLast
		const before = lost > 0 ? gapBefore(from, pairOf(first - 1), lost) : 0
		const after =
			lostAfter > 0 ? gapAfter(to, last + 1 < pairs.length ? pairOf(last + 1) : now.ids.length, lostAfter) : 0
		return { from: from - before, to: to + after }
	}

	function gapBefore(from: number, previous: number, lost: number): number {
		const gap = from - previous - 1
		return previous < from && gap <= 2 * lost + 2 ? gap : Math.min(lost, from)
	}

	function gapAfter(to: number, next: number, lost: number): number {
		const gap = next - to - 1
		return next > to && gap <= 2 * lost + 2 ? gap : Math.min(lost, now.ids.length - 1 - to)
	}

	/** The stretch of the new text between what stood before the quote and what stood after it. */
	function between(first: number, last: number): { start: number; end: number } | undefined {
		let [before, after] = [first - 1, last + 1]
		while (before >= 0 && pairOf(before) === -1) before--
		while (after < pairs.length && pairOf(after) === -1) after++
		const start = before < 0 ? 0 : endOf(pairOf(before))
		const end = after < pairs.length ? startOf(pairOf(after)) : text.length
		return start < end && end - start < 20_000 ? { start, end } : undefined
	}

	/** The same words where nothing else says that it is the same passage: a proposal, if there is but one. */
	function elsewhere(first: number, last: number): Anchor {
		const found = places.of(old.ids, first, last)
		const at = found[0]
		const alone = found.length === 1 && oldPlaces.of(old.ids, first, last).length === 1
		if (at === undefined || !alone || last - first < 2) return { state: 'orphan' }
		const [start, end] = [startOf(at), endOf(at + last - first)]
		return { state: 'moved', start, end, certain: false, similarity: 1, found: text.slice(start, end) }
	}
}
