/** The connections of one window's documents to the backend: one at a time, each named by its document's id. */
import type { Backend, Connection } from '#backend/index.ts'
import { largestMessage } from '#contract/port.ts'

/** Most text kept for a backend that is still opening, in characters. */
const largestQueue = 4 * largestMessage
/** How many ids of past documents are remembered: late messages of theirs are not answered. */
const remembered = 100

interface Current {
	id: string
	connection: Connection | undefined
	queue: string[]
}

export interface DocumentConnections {
	/** Takes a message of a document; a new id ends the connection of the document before. */
	receive(id: string, text: string): void
	/** The window has gone to a new document. */
	navigated(): void
	/** Ends the connection: its streams and calls under way are aborted. */
	close(): void
}

/**
 * @param backend the program, maybe still opening: messages wait for it
 * @param send carries an answer to the document with this id
 */
export function documentConnections(
	backend: Promise<Pick<Backend, 'connect'>>,
	send: (id: string, text: string) => void,
): DocumentConnections {
	let current: Current | undefined
	let overtaken = false
	const past: string[] = []

	function close() {
		if (!current) return
		past.push(current.id)
		if (past.length > remembered) past.shift()
		current.connection?.close()
		current = undefined
	}

	function open(id: string): Current {
		// The new document's first message may arrive before the news of the navigation, which must not end it then.
		overtaken = current !== undefined
		close()
		const opened: Current = { id, connection: undefined, queue: [] }
		current = opened
		backend.then(
			(program) => {
				if (current !== opened) return
				const connection = program.connect((text) => send(id, text))
				opened.connection = connection
				for (const text of opened.queue.splice(0)) connection.receive(text)
			},
			// Whoever opens the backend tells the reader that it failed.
			() => undefined,
		)
		return opened
	}

	return {
		receive(id, text) {
			if (past.includes(id)) return
			const { connection, queue } = current?.id === id ? current : open(id)
			if (connection) connection.receive(text)
			else if (queue.reduce((sum, waiting) => sum + waiting.length, text.length) <= largestQueue) queue.push(text)
		},
		navigated() {
			if (!overtaken) close()
			overtaken = false
		},
		close,
	}
}
