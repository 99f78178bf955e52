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

/**
 * Carries a text to the window. Where it answers with a promise, the next event of the same stream waits for it: what a slow window
 * has not taken does not pile up.
 */
export type Send = (message: string) => void | Promise<void>

/** @param largest the longest message that is taken, in characters */
export type Serve = (send: Send, largest?: number) => Connection

const serializer = new StandardRPCSerializer(new StandardRPCJsonSerializer())
const notUnderstood = () => typedError('BAD_REQUEST', 'The request was not understood.', 'Reload the window.')
// A request's id stands first in its message, so that even one too large or too odd to be read can be answered.
const idOf = (message: string) => /^\{"i":"([A-Za-z0-9]{1,40})"/.exec(message)?.[1]

/**
 * @param router what answers
 * @param report told of errors that nobody foresaw
 * @returns a function that opens one connection
 */
export function serveRouter(router: AnyRouter, report: (error: unknown) => void): Serve {
	const typed = (error: unknown) => asTypedError(error, report)
	const handler = new StandardRPCHandler<{ called?: boolean }>(router, {
		interceptors: [
			async ({ next, ...options }) => {
				const context = { called: false }
				try {
					return await next({ ...options, context })
				} catch (error) {
					// What fails before the method is called is the message's own fault: its input cannot be read.
					throw context.called ? typed(error) : notUnderstood()
				}
			},
		],
		clientInterceptors: [
			async ({ next, context }) => {
				context.called = true
				const output = await next()
				if (!isStream(output)) return output
				return mapEventIterator(output, { value: async (value) => value, error: async (error) => typed(error) })
			},
		],
	})
	const handle = createServerPeerHandleRequestFn(handler, { context: {} })

	return (send, largest = largestMessage) => {
		let open = true
		const close = () => {
			open = false
			peer.close()
		}
		const sendText = (message: unknown) => {
			if (!open || typeof message !== 'string') return
			try {
				return send(message)
			} catch (error) {
				// A port that takes nothing any more: whoever was at its other end is gone.
				close()
				report(error)
			}
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
				// Nobody could be answered; and the peer takes a missing id for all of them.
				if (!id) return
				if (message.length > largest) {
					const error = typedError(
						'TOO_LARGE',
						'This is more than the program takes at once.',
						'Try it in smaller parts.',
					)
					void refuse(id, error)
					return
				}
				peer
					.message(message, async (request) => {
						const response = await handle(request)
						if (response.status !== 404 || response.body !== 'No procedure matched') return response
						const error = typedError('UNKNOWN_METHOD', 'The program does not know this request.', 'Reload the window.')
						return { status: error.status, headers: {}, body: serializer.serialize(error.toJSON()) }
					})
					// Not a message of the contract.
					.catch(() => refuse(id, notUnderstood()))
			},
			close,
		}
	}
}

/** @returns whether a method's output is a stream of events. */
export const isStream = (value: unknown): value is AsyncIteratorObject<unknown, unknown, void> =>
	typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value
