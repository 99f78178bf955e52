/**
 * Which word of an old text is which word of a new one. Heckel's way of comparing: runs of words that occur once in both
 * are the same run, wherever they stand (a moved paragraph is found), and grow from there. Linear, whatever was changed.
 */
import { diffArrays } from 'diff'
import type { Tokens } from './tokens.ts'

/** For each token of the old text its place in the new one, or −1. */
export type Pairs = Int32Array

/** What stands out of order stays only when it is this long: a shorter run is more likely a coincidence. */
const shortestMove = 8
/** Edits within one gap that are looked for; more is another text, not an edit. */
const mostEdits = 200

/** @returns the pairs; no token of the new text is in two of them */
export function pairTokens(before: Tokens, after: Tokens): Pairs {
	const [old, now] = [before.ids, after.ids]
	const pairs = new Int32Array(old.length).fill(-1)
	const taken = new Uint8Array(now.length)
	const pair = (i: number, j: number): boolean => {
		if (pairs[i] !== -1 || taken[j] !== 0 || old[i] !== now[j]) return false
		pairs[i] = j
		taken[j] = 1
		return true
	}
	for (const [i, j] of sameOnce(old, now, 2)) for (let step = 0; step < 4; step++) pair(i + step, j + step)
	grow(pairs, now.length, pair)
	for (const run of strays(runsOf(pairs), pairs)) {
		for (let step = 0; step < run.length; step++) {
			taken[run.to + step] = 0
			pairs[run.from + step] = -1
		}
	}
	grow(pairs, now.length, pair)
	fillGaps(pairs, old, now, taken, pair)
	return pairs
}

type Pair = (i: number, j: number) => boolean

/** Where each run of `2 ** doublings` tokens begins in both texts, if it occurs once in either. */
function sameOnce(old: Int32Array, now: Int32Array, doublings: number): [number, number][] {
	let grams: [Int32Array, Int32Array] = [old, now]
	for (let step = 1, n = 0; n < doublings; n++, step *= 2) grams = joined(grams, step)
	const inNew = once(grams[1])
	return [...once(grams[0])].flatMap(([gram, i]): [number, number][] => {
		const j = inNew.get(gram)
		return i < 0 || j === undefined || j < 0 ? [] : [[i, j]]
	})
}

/** Numbers for each token together with the one `step` further on; the same number for the same two. */
function joined(texts: [Int32Array, Int32Array], step: number): [Int32Array, Int32Array] {
	const known = new Map<number, number>()
	const numbered = (ids: Int32Array) => {
		const grams = new Int32Array(Math.max(0, ids.length - step))
		for (let i = 0; i < grams.length; i++) {
			const both = (ids[i] as number) * 2 ** 26 + (ids[i + step] as number)
			let gram = known.get(both)
			if (gram === undefined) {
				gram = known.size
				known.set(both, gram)
			}
			grams[i] = gram
		}
		return grams
	}
	return [numbered(texts[0]), numbered(texts[1])]
}

/** Where each number stands, −1 for one that occurs again. */
function once(ids: Int32Array): Map<number, number> {
	const places = new Map<number, number>()
	ids.forEach((id, at) => {
		places.set(id, places.has(id) ? -1 : at)
	})
	return places
}

/** Pairs the neighbours of pairs, forwards and backwards; the texts' two ends count as pairs. */
function grow(pairs: Pairs, length: number, pair: Pair): void {
	for (let i = 0, j = 0; i < pairs.length; i++, j++) {
		if (pairs[i] === -1 && j < length) pair(i, j)
		j = pairs[i] === -1 ? length : (pairs[i] as number)
	}
	for (let i = pairs.length - 1, j = length - 1; i >= 0; i--, j--) {
		if (pairs[i] === -1 && j >= 0) pair(i, j)
		j = pairs[i] === -1 ? -1 : (pairs[i] as number)
	}
}

interface Run {
	from: number
	to: number
	length: number
}

/** Stretches of neighbours that are neighbours in both texts. */
function runsOf(pairs: Pairs): Run[] {
	const runs: Run[] = []
	pairs.forEach((to, from) => {
		const last = runs.at(-1)
		if (to === -1) return
		if (last && last.from + last.length === from && last.to + last.length === to) last.length++
		else runs.push({ from, to, length: 1 })
	})
	return runs
}

/** Short runs that are out of order: not on the way through both texts that keeps most tokens. */
function strays(runs: readonly Run[], pairs: Pairs): Run[] {
	const kept = inOrder(pairs)
	return runs.filter(({ from, length }) => length < shortestMove && !kept.has(from))
}

/** @returns the most tokens whose pairs stand in the same order (the longest increasing subsequence). */
function inOrder(pairs: Pairs): Set<number> {
	// For each length of a way the token that it may end with soonest, and for each token the one before it.
	const ends: number[] = []
	const previous = new Int32Array(pairs.length).fill(-1)
	pairs.forEach((to, from) => {
		if (to === -1) return
		let [low, high] = [0, ends.length]
		while (low < high) {
			const middle = (low + high) >> 1
			if ((pairs[ends[middle] as number] as number) < to) low = middle + 1
			else high = middle
		}
		previous[from] = ends[low - 1] ?? -1
		ends[low] = from
	})
	const kept = new Set<number>()
	for (let at = ends.at(-1) ?? -1; at !== -1; at = previous[at] as number) kept.add(at)
	return kept
}

/** Compares what is left between two runs that follow one another in both texts. */
function fillGaps(pairs: Pairs, old: Int32Array, now: Int32Array, taken: Uint8Array, pair: Pair): void {
	const runs = [...runsOf(pairs), { from: old.length, to: now.length, length: 0 }]
	let previous: Run = { from: 0, to: 0, length: 0 }
	for (const run of runs) {
		const [i, j] = [previous.from + previous.length, previous.to + previous.length]
		if (i < run.from && j < run.to) {
			const free = Array.from({ length: run.to - j }, (_, n) => j + n).filter((at) => taken[at] === 0)
			align([...old.subarray(i, run.from)], i, free, now, pair)
		}
		previous = run
	}
}

function align(gap: number[], from: number, free: readonly number[], now: Int32Array, pair: Pair): void {
	const found = diffArrays(
		gap,
		free.map((at) => now[at] as number),
		{ maxEditLength: mostEdits },
	)
	let [i, j] = [0, 0]
	for (const { added, removed, count } of found ?? []) {
		if (!added && !removed) for (let n = 0; n < count; n++) pair(from + i + n, free[j + n] as number)
		if (!added) i += count
		if (!removed) j += count
	}
}
