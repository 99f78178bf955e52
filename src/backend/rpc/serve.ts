/** Serves the contract over any port: payloads decoded, results encoded, errors typed, in this one place. */

import { mapEventIterator } from '@orpc/client'
import { StandardRPCJsonSerializer, StandardRPCSerializer } from '@orpc/client/standard'
import type { AnyRouter } from '@orpc/server'
import { StandardRPCHandler } from '@orpc/server/standard'
import { createServerPeerHandleRequestFn } from '@orpc/server/standard-peer'
import { encodeResponseMessage, MessageType, ServerPeer } from '@orpc/standard-server-peer'
import { largestMessage } from '#contract/port.ts'
import { asTypedError, type TypedError, typedError } from './errors.ts'

/** One window's line to the program. */
export interface Connection {
	/** Takes one message as it arrived; anything that is not a request of the contract is refused or dropped. */
	receive(message: unknown): void
	/** Ends the connection: calls under way are cancelled, nothing is sent any more. */
	close(): void
}

export type Serve = (send: (message: string) => void) => Connection

const serializer = new StandardRPCSerializer(new StandardRPCJsonSerializer())
// A request's id stands first in its message, so that even one too large or too odd to be read can be answered.
const idOf = (message: string) => /^\{"i":"([A-Za-z0-9]{1,40})"/.exec(message)?.[1]

/**
 * @param router what answers
 * @param report told of errors that nobody foresaw
 * @returns a function that opens one connection
 */
export function serveRouter(router: AnyRouter, report: (error: unknown) => void): Serve {
	const typed = (error: unknown) => asTypedError(error, report)
	const handler = new StandardRPCHandler(router, {
		interceptors: [({ next }) => next().catch((error) => Promise.reject(typed(error)))],
		clientInterceptors: [
			async ({ next }) => {
				const output = await next()
				if (!isStream(output)) return output
				return mapEventIterator(output, { value: async (value) => value, error: async (error) => typed(error) })
			},
		],
	})
	const handle = createServerPeerHandleRequestFn(handler, { context: {} })

	return (send) => {
		let open = true
		const sendText = (message: unknown) => {
			if (open && typeof message === 'string') send(message)
		}
		const peer = new ServerPeer(sendText)
		const refuse = async (id: string, error: TypedError) =>
			sendText(
				await encodeResponseMessage(id, MessageType.RESPONSE, {
					status: error.status,
					headers: {},
					body: serializer.serialize(error.toJSON()),
				}),
			)
		return {
			receive(message) {
				if (!open || typeof message !== 'string') return
				const id = idOf(message)
				if (message.length > largestMessage) {
					if (id)
						void refuse(
							id,
							typedError('TOO_LARGE', 'This is more than the program takes at once.', 'Try it in smaller parts.'),
						)
					return
				}
				peer
					.message(message, async (request) => {
						const response = await handle(request)
						if (response.status !== 404 || response.body !== 'No procedure matched') return response
						const error = typedError('UNKNOWN_METHOD', 'The program does not know this request.', 'Reload the window.')
						return { status: error.status, headers: {}, body: serializer.serialize(error.toJSON()) }
					})
					.catch(() => {
						// Not a message of the contract: whoever sent it hears so when it can be told which call it was.
						if (id) void refuse(id, typedError('BAD_REQUEST', 'The request was not understood.', 'Reload the window.'))
					})
			},
			close() {
				open = false
				peer.close()
			},
		}
	}
}

const isStream = (value: unknown): value is AsyncIteratorObject<unknown, unknown, void> =>
	typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value
