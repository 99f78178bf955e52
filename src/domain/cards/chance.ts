/** Chance that is the same for the same seeds: what a button says is what the answer does. */

/** @returns a number from 0 up to 1 made of whole numbers. */
export function chanceOf(...seeds: readonly number[]): number {
	let mixed = 0x9e3779b9
	for (const seed of seeds) {
		mixed = Math.imul(mixed ^ seed ^ Math.floor(seed / 4_294_967_296), 0x85ebca6b)
		mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
		mixed ^= mixed >>> 16
	}
	return (mixed >>> 0) / 4_294_967_296
}
