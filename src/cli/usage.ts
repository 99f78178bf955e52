/** Wrong usage: exit code 2, a sentence, and what is right. */
import { nearest } from '#backend/nearest.ts'

export class Usage extends Error {
	override name = 'Usage'
	/** What to type instead. */
	readonly next: string

	constructor(message: string, next: string) {
		super(message)
		this.next = next
	}
}

/** @returns `Did you mean “x”? Known here: a, b, c.` */
export function suggestion(word: string, known: readonly string[]): string {
	const near = nearest(word, known)
	return `${near ? `Did you mean “${near}”? ` : ''}Known here: ${known.join(', ')}.`
}
