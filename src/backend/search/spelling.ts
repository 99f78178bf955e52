/** How near two spellings are: slips of the finger are one letter left out, added or changed, or two neighbours swapped. */

/** @returns whether one slip turns `a` into `b` (or none). */
export function isOneSlipAway(a: string, b: string): boolean {
	let start = 0
	while (start < a.length && start < b.length && a[start] === b[start]) start++
	let endA = a.length
	let endB = b.length
	while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
		endA--
		endB--
	}
	const restA = a.slice(start, endA)
	const restB = b.slice(start, endB)
	if (restA.length <= 1 && restB.length <= 1) return true
	return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0]
}

/** @returns the number of slips between two spellings (optimal string alignment), or `most + 1` when there are more than `most`. */
export function slipsBetween(a: string, b: string, most: number): number {
	if (Math.abs(a.length - b.length) > most) return most + 1
	let before: number[] = []
	let last = Array.from({ length: b.length + 1 }, (_, index) => index)
	for (let i = 1; i <= a.length; i++) {
		const row = [i]
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1
			let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same)
			if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1)
			row.push(least)
		}
		if (Math.min(...row) > most) return most + 1
		before = last
		last = row
	}
	return Math.min(last[b.length] ?? 0, most + 1)
}
