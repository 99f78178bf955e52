/** How much of a file is taken in. A file that unpacks to more is a mistake or a trap. */
const MB = 1024 * 1024

export const limits = {
	/** The file itself. */
	file: 4096 * MB,
	entries: 300_000,
	/** The collection inside, unpacked. */
	collection: 1024 * MB,
	mediaMap: 64 * MB,
	picture: 32 * MB,
	/** All pictures together. */
	pictures: 2048 * MB,
	text: 256 * MB,
	notes: 1_000_000,
	/** Up to this size anything may be packed as tightly as it likes; beyond it no honest collection shrinks to less than a hundredth. */
	alwaysFine: 64 * MB,
	ratio: 100,
} as const

/** @returns how much something of this packed size may unpack to, at most `most`. */
export const roomFor = (packed: number, most: number): number =>
	Math.min(most, Math.max(limits.alwaysFine, packed * limits.ratio))
