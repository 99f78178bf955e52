/** A line to a host as hostile code would use it: any text out, every answer in, no client between. */

/** What a host sends back: the id it answers, the status (absent for 200), the body. */
export interface Answer {
	i: string
	t?: number
	p?: {
		s?: number
		b?: { json?: { code?: string; message?: string; data?: { next?: string } } }
		e?: string
		d?: unknown
	}
}

export interface Line {
	/** Sends a text as it is. */
	send(text: string): void
	/** Everything that came back so far, decoded. */
	readonly answers: readonly Answer[]
	/** @returns the first answer to a request; waits for it. */
	answerTo(id: string): Promise<Answer>
	/** Takes a text that came from the host. */
	take(text: string): void
}

/** @param send carries a text to the host. */
export function makeLine(send: (text: string) => void): Line {
	const answers: Answer[] = []
	let arrived = Promise.withResolvers<void>()
	return {
		send,
		answers,
		take(text) {
			answers.push(JSON.parse(text) as Answer)
			arrived.resolve()
			arrived = Promise.withResolvers()
		},
		async answerTo(id) {
			for (;;) {
				const found = answers.find((answer) => answer.i === id)
				if (found) return found
				await arrived.promise
			}
		},
	}
}

/** @returns a request as the client writes it. */
export const requestText = (id: string, method: string, input?: unknown): string =>
	JSON.stringify({ i: id, p: { u: `/${method}`, b: input === undefined ? undefined : { json: input } } })

/** @returns the text that cancels a request. */
export const cancelText = (id: string): string => JSON.stringify({ i: id, t: 4 })
