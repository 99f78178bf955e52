/** What a mistyped word was most likely meant to be. */

/** @returns how many letters must be added, left out or changed to make one word of the other. */
function distance(one: string, other: string): number {
	let row = Array.from({ length: other.length + 1 }, (_, i) => i)
	for (let i = 1; i <= one.length; i++) {
		const above = row
		row = [i]
		for (let j = 1; j <= other.length; j++) {
			const changed = (above[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
			row.push(Math.min(changed, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
		}
	}
	return row[other.length] ?? 0
}

/** @returns the known word that `word` was most likely meant to be, or undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
	const limit = Math.max(2, Math.floor(word.length / 3))
	return known
		.map((candidate) => ({ candidate, far: distance(word, candidate) }))
		.filter(({ candidate, far }) => far <= limit && far < candidate.length)
		.sort((a, b) => a.far - b.far)[0]?.candidate
}
