/** Text as it comes from spreadsheets and other programs: UTF-8, UTF-16 either way round, with a mark or without. */
import { damaged, unreadable } from './faults.ts'

/** @throws Failure when the bytes are no text in any of these */
export function decoded(bytes: Uint8Array, name: string): string {
	if (!bytes.length) throw damaged(name, 'is empty')
	try {
		return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
	} catch {
		throw unreadable(name, 'is not text in UTF-8 or UTF-16', 'Save it as text in UTF-8, and choose it again.')
	}
}

function encodingOf(bytes: Uint8Array): string {
	const [first, second] = bytes
	if (first === 0xff && second === 0xfe) return 'utf-16le'
	if (first === 0xfe && second === 0xff) return 'utf-16be'
	// Without a mark, the zeros beside letters and tabs tell.
	const [even, odd] = [0, 1].map((from) => zeros(bytes.subarray(0, 4096), from))
	if ((odd ?? 0) > 0.3) return 'utf-16le'
	if ((even ?? 0) > 0.3) return 'utf-16be'
	return 'utf-8'
}

function zeros(bytes: Uint8Array, from: number): number {
	let [count, all] = [0, 0]
	for (let at = from; at < bytes.length; at += 2, all++) if (bytes[at] === 0) count++
	return all ? count / all : 0
}
