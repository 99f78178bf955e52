/** Says one thing to all who follow. */
import type { WebSocket } from 'ws'

/**
 * The bytes are made once and shared by all sockets. Whoever has not read what came before is dropped: it comes back by itself and is
 * sent what is on then.
 * @param waiting bytes that may wait for a socket
 */
export function broadcast(sockets: Iterable<WebSocket>, message: Buffer | null, waiting: number): void {
	if (!message) return
	for (const socket of sockets) {
		if (socket.bufferedAmount > waiting) socket.terminate()
		else if (socket.readyState === socket.OPEN) socket.send(message, { binary: false })
	}
}
