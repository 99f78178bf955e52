/** A port within one process: the command line and the tests speak the same contract over it, text and all. */
import type { Port } from '#contract/port.ts'
import { Failure } from '../failure.ts'
import type { Connection, Serve } from './serve.ts'

/** @returns a port whose other end is a connection opened with `serve`, and a way to close it. */
export function loopPort(serve: Serve): Port & { close(): void } {
	const messages: ((event: { data: unknown }) => void)[] = []
	const closes: (() => void)[] = []
	let open = true
	const connection: Connection = serve((data) =>
		queueMicrotask(() => {
			for (const listen of messages) listen({ data })
		}),
	)
	return {
		postMessage(message) {
			if (open) connection.receive(message)
			else if (!followsUp(message)) throw new Failure('UNAVAILABLE', 'The program has been closed.', 'Open it again.')
		},
		addEventListener: (type: 'message' | 'close', listener: never) => {
			if (type === 'message') messages.push(listener)
			else closes.push(listener)
		},
		close() {
			open = false
			connection.close()
			for (const listen of closes) listen()
		},
	}
}

/**
 * Whether a message is about an earlier call (that it is cancelled, say): after the end there is nothing left to cancel, and nobody
 * waits for the refusal. Requests alone travel without a type.
 */
const followsUp = (message: string) => /^\{"i":"[^"]*","t":/.test(message)
