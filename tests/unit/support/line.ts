/** A connection as hostile code would use it: any text in, every answer out, no client between. */
import { smallProgram } from './router.ts'

/** What a connection sends back: the id it answers, and what the method gave or why it failed. */
export interface Answer {
	i: string
	p?: {
		s?: number
		b?: { json?: { code?: string; data?: { next?: string }; message?: string; defined?: boolean } }
		e?: string
	}
}
/** Opens a connection to the small program and collects its answers. */
export function line() {
	const program = smallProgram()
	const answers: Answer[] = []
	let arrived = Promise.withResolvers<void>()
	const connection = program.connect((text) => {
		answers.push(JSON.parse(text) as Answer)
		arrived.resolve()
		arrived = Promise.withResolvers()
	})
	const answerTo = async (id: string): Promise<Answer> => {
		for (;;) {
			const found = answers.find((answer) => answer.i === id)
			if (found) return found
			await arrived.promise
		}
	}
	const request = (id: string, method: string, json?: unknown) =>
		JSON.stringify({ i: id, p: { u: `/${method}`, b: { json } } })
	return { ...program, connection, answers, answerTo, request }
}
