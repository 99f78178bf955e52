/** A checksum that tells whether something says the same: not for secrets. */

/** @returns 16 hexadecimal digits; the order of an object’s keys does not matter. */
export function checksum(value: unknown): string {
	const text = JSON.stringify(value, sorted) ?? ''
	return [0x811c9dc5, 0x9e3779b9].map((seed) => hash(text, seed).toString(16).padStart(8, '0')).join('')
}

const sorted = (_: string, value: unknown): unknown =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
		? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
		: value

/** FNV-1a. */
function hash(text: string, seed: number): number {
	let sum = seed
	for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
	return sum >>> 0
}
