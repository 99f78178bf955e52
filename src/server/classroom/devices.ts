/** Devices that were let in, and their sockets. What is known of one ends with the session. */

import type { WebSocket } from 'ws'
import type { Refusal } from '#contract/classroom/room.ts'
import { makeCounter } from './addresses.ts'
import type { Limits } from './limits.ts'

export interface Devices {
	/** Whether the device was let in before. */
	isIn(device: string): boolean
	/** Lets a device in. @returns why not, where it is not */
	admit(device: string, address: string): Refusal | undefined
	/** Has a device that was let in follow over this socket until the socket ends. */
	follow(device: string, socket: WebSocket): void
	/** Sockets of all that follow. */
	sockets(): Iterable<WebSocket>
	/** Devices that follow now, and the most there were. */
	counts(): { now: number; most: number }
}

/** @param changed called whenever `counts` may have changed */
export function makeDevices(limits: Limits, changed: () => void): Devices {
	const known = new Map<string, Set<WebSocket>>()
	const admitted = makeCounter()
	const following = new Set<WebSocket>()
	let now = 0
	let most = 0
	return {
		isIn: (device) => known.has(device),
		admit(device, address) {
			if (known.has(device)) return undefined
			if (known.size >= limits.devices || admitted.of(address) >= limits.devicesOfAddress) return 'full'
			admitted.add(address)
			known.set(device, new Set())
			return undefined
		},
		follow(device, socket) {
			const sockets = known.get(device)
			if (!sockets || sockets.has(socket)) return
			if (sockets.size === 0) most = Math.max(most, ++now)
			else if (sockets.size >= limits.socketsOfDevice) for (const oldest of sockets) if (end(oldest)) break
			sockets.add(socket)
			following.add(socket)
			socket.on('close', () => {
				following.delete(socket)
				if (sockets.delete(socket) && sockets.size === 0) now -= 1
				changed()
			})
			changed()
		},
		sockets: () => following,
		counts: () => ({ now, most }),
	}
}

/** Its place is free once it has closed; `terminate` waits for nobody. */
function end(socket: WebSocket): boolean {
	socket.terminate()
	return true
}
