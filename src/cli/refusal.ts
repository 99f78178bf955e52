/** A failure that the command line itself finds: exit code 1, a sentence, and what to do next. */
export class Refusal extends Error {
	override name = 'Refusal'
	readonly next: string

	constructor(message: string, next: string) {
		super(message)
		this.next = next
	}
}
