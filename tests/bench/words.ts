/** A seeded source of chance, of words and of slips of the finger, so that every run measures the same. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { wordsOf } from '#domain/search/words.ts'

export type Random = () => number

/** @returns numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): Random {
	let state = seed
	return () => {
		state = (state + 0x6d2b79f5) | 0
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
	}
}

/** @returns one of a list that is not empty. */
export const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)] as T

/** @returns running words of the packs that ship, each as often as it occurs. */
function runningWords(): string[] {
	const packs = new URL('../../resources/packs/', import.meta.url)
	return readdirSync(packs, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.md') && !name.endsWith('SOURCES.md'))
		.sort()
		.flatMap((name) => wordsOf(readFileSync(fileURLToPath(new URL(name, packs)), 'utf8')))
		.map(({ folded }) => folded)
}

/**
 * @param rare how many words to make up beside those of the packs: a large library has many that occur once or twice
 * @returns a source of words as they follow one another in a text: nine in ten as the packs have them, the others made up
 */
export function wordSource(random: Random, rare: number): () => string {
	const running = runningWords()
	const long = running.filter((word) => word.length > 5)
	const made = Array.from({ length: rare }, () => {
		const [head, tail] = [pick(long, random), pick(long, random)]
		return head.slice(0, 2 + Math.floor(random() * 4)) + tail.slice(-2 - Math.floor(random() * 4))
	})
	return () => (random() < 0.9 ? pick(running, random) : (made[Math.floor(random() ** 3 * made.length)] as string))
}

/** @returns a word with one letter left out, added or changed, or two neighbours swapped. */
export function slip(word: string, random: Random): string {
	const at = Math.floor(random() * word.length)
	const [head, letter, tail] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
	const other = pick([...'abcdefghijklmnopqrstuvwxyz'], random)
	const slips = [
		head + tail,
		head + other + letter + tail,
		head + other + tail,
		head + tail.charAt(0) + letter + tail.slice(1),
	]
	return pick(slips, random)
}
