/**
 * A port carries messages of the contract between a client and a host, as text: over Electron's IPC, a WebSocket, a worker's
 * MessagePort, or within one process. Every transport is one implementation of it.
 */
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { AnnotationHostClient, AnnotationWorkClient, Client, RoomClient, WorkerClient } from './index.ts'

export type { Client }

export interface Port {
	postMessage(message: string): void
	/** `message` events carry the text in `data`; `close` means that answers under way will not come any more. */
	addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
	addEventListener(type: 'close', listener: () => void): void
}

/** Largest message that a host takes, in characters; a longer one is answered with TOO_LARGE. */
export const largestMessage = 1_000_000

/** @returns a typed client of the contract that speaks through `port`. */
export function createClient<C = Client>(
	port: Port,
): C extends Client | WorkerClient | AnnotationWorkClient | AnnotationHostClient | RoomClient ? C : never {
	// The link's type wants a DOM MessagePort; it uses these two methods alone.
	return createORPCClient(new RPCLink({ port: port as never })) as never
}
