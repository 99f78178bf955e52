/** One socket: what a device says, and what it is answered. */

import type { RawData, WebSocket } from 'ws'
import type { Ballots } from '#backend/classroom/ballots.ts'
import { type FollowerAnswer, FollowerMessage, type Refusal } from '#contract/classroom/room.ts'
import { sameSecret } from '../secrets.ts'
import type { Devices } from './devices.ts'
import type { Limits } from './limits.ts'
import { type Bucket, makeBucket } from './rates.ts'
import { type Refused, refusal } from './refusals.ts'
import type { Room } from './room.ts'

export interface Hall {
	room: Room
	ballots: Ballots
	devices: Devices
	refused: Refused
	limits: Limits
	code: string
	/** Called after each vote that counts. */
	voted(): void
}
export interface Guest {
	socket: WebSocket
	device: string
	address: string
	wrongCodes: Bucket
}

/** Serves a socket until it ends. Whatever it sends, nothing is thrown. */
export function serveFollower({ socket, device, address, wrongCodes }: Guest, hall: Hall): void {
	const { room, ballots, devices, refused, limits } = hall
	const messages = makeBucket(limits.messages)
	let joined = false

	const say = (answer: FollowerAnswer) => {
		// Answers are not heaped up for who asks and does not read.
		if (socket.bufferedAmount > limits.waiting) socket.terminate()
		else if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(answer))
	}
	const refuse = (why: Refusal) => {
		refused.count(why)
		say(refusal(why))
	}
	/** What sends more than a person can is not answered any more. */
	const mayGoOn = () => {
		if (messages.take()) return true
		if (socket.readyState === socket.OPEN) refuse('too-fast')
		socket.close(1008)
		// The rest of what it has sent is not read.
		socket.pause()
		endSoon(socket)
		return false
	}

	const patience = setTimeout(() => socket.terminate(), limits.joining)
	socket.on('close', () => clearTimeout(patience))
	socket.on('ping', mayGoOn)
	// A frame that breaks the protocol or is too long: ws says so to the device, and would wait for its goodbye.
	socket.on('error', (error: NodeJS.ErrnoException) => {
		refused.count(error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH' ? 'too-large' : 'unknown')
		endSoon(socket)
	})
	socket.on('message', (data: RawData, isBinary: boolean) => {
		if (socket.readyState !== socket.OPEN || !mayGoOn()) return
		const why = take(isBinary ? null : messageIn(data))
		if (why) refuse(why)
	})

	/** @returns why it is refused, where it is */
	function take(message: FollowerMessage | null): Refusal | undefined {
		if (!message) return 'unknown'
		if (message.type === 'join') return joined ? undefined : join(message.code)
		if (!joined) return 'code'
		if (message.type === 'page') {
			say({ ...message, page: room.page(message.number) })
			return undefined
		}
		const { type: _, ...vote } = message
		const result = ballots.cast(device, vote, room.view())
		if ('refused' in result) return result.refused
		say({ type: 'voted', ...vote, ...result })
		hall.voted()
		return undefined
	}

	function join(code: string): Refusal | undefined {
		const why = devices.isIn(device) ? undefined : (wrong(code) ?? devices.admit(device, address))
		if (why) return why
		joined = true
		clearTimeout(patience)
		devices.follow(device, socket)
		const votes = ballots.of(device)
		const revealed = [...new Set(votes.map(({ slide }) => slide))].flatMap((slide) => room.revealed(slide) ?? [])
		say({ type: 'joined', now: Date.now(), votes, revealed })
		const view = room.message()
		if (view) socket.send(view, { binary: false })
		return undefined
	}

	/** While there were too many wrong codes, right ones are not told from them either: guessing would go on. */
	function wrong(code: string): Refusal | undefined {
		if (!wrongCodes.has()) return 'too-fast'
		if (sameSecret(code.replace(/[\s-]/g, '').toUpperCase(), hall.code)) return undefined
		wrongCodes.take()
		return 'code'
	}
}

const endSoon = (socket: WebSocket) => setTimeout(() => socket.terminate(), 200).unref()

function messageIn(data: RawData): FollowerMessage | null {
	try {
		return FollowerMessage.safeParse(JSON.parse(data.toString())).data ?? null
	} catch {
		return null
	}
}
