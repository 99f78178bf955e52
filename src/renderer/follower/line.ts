/** The line to the listener. It comes back by itself, with growing pauses. */
import type { FollowerAnswer, FollowerMessage } from '#contract/classroom/room.ts'

/** `away`: it will come back. `over`: the presenter has ended following. `no-cookies`: the browser keeps none, so nobody can vote once. */
export type LineState = 'connecting' | 'open' | 'away' | 'over' | 'no-cookies'

export interface Line {
	send(message: FollowerMessage): void
	/** Tries at once, where it waits. */
	hurry(): void
	end(): void
}
interface Listener {
	state(state: LineState): void
	answer(answer: FollowerAnswer): void
}

/** Milliseconds: pauses between tries, how often the line is felt for, how long an answer may take. */
const pauses = [500, 1000, 2000, 4000, 8000, 15_000]
const overPause = 15_000
const feel = 20_000
const patience = 6000
/** The listener’s word for: not to come back at once. */
const overCode = 4000
/** No presentation has so many slides: the answer is short, and says that the line is whole. */
const nowhere = 300

/** @param first what is said as soon as it is open */
export function openLine(first: () => FollowerMessage, told: Listener): Line {
	let socket: WebSocket | null = null
	let tries = 0
	let strangers = 0
	/** Whether the presenter has ended it: then nothing is lost, and there is no hurry. */
	let over = false
	let ended = false
	let timer = 0
	let feeling = 0
	let awaited = 0

	const send = (message: FollowerMessage) => {
		if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
	}
	async function connect(): Promise<void> {
		clearTimeout(timer)
		try {
			// The cookie that makes one device of this browser.
			const response = await fetch('/device', { cache: 'no-store', credentials: 'same-origin' })
			const { known } = (await response.json()) as { known: boolean }
			strangers = known ? 0 : strangers + 1
		} catch {
			return lost()
		}
		if (ended) return
		if (strangers > 2) return told.state('no-cookies')
		const opened = new WebSocket(`ws://${location.host}/live`)
		socket = opened
		opened.onopen = () => send(first())
		opened.onmessage = ({ data }) => {
			clearTimeout(awaited)
			awaited = 0
			const answer = JSON.parse(String(data)) as FollowerAnswer
			if (answer.type === 'joined') {
				tries = 0
				over = false
				told.state('open')
			}
			if (answer.type !== 'page' || answer.number !== nowhere) told.answer(answer)
		}
		opened.onclose = ({ code }) => {
			if (socket === opened) lost(code)
		}
	}
	function lost(code?: number): void {
		socket = null
		clearTimeout(awaited)
		awaited = 0
		if (ended) return
		over ||= code === overCode
		told.state(over ? 'over' : 'away')
		const pause = over ? overPause : (pauses[Math.min(tries, pauses.length - 1)] ?? 0)
		tries += 1
		// Not all of a class in the same moment.
		timer = window.setTimeout(connect, pause * (0.7 + 0.6 * Math.random()))
	}
	/** A phone that slept, or has changed its network, may hold a line that nobody holds at the other end. */
	function feelFor(): void {
		if (socket?.readyState !== WebSocket.OPEN || awaited) return
		send({ type: 'page', number: nowhere })
		const felt = socket
		awaited = window.setTimeout(() => {
			if (socket !== felt) return
			felt.close()
			lost()
		}, patience)
	}
	function hurry(): void {
		if (socket) feelFor()
		else {
			tries = 0
			void connect()
		}
	}
	const onVisible = () => {
		if (!document.hidden && !ended) hurry()
	}
	document.addEventListener('visibilitychange', onVisible)
	addEventListener('online', onVisible)
	feeling = window.setInterval(feelFor, feel)
	told.state('connecting')
	void connect()
	return {
		send,
		hurry,
		end() {
			ended = true
			clearTimeout(timer)
			clearTimeout(awaited)
			clearInterval(feeling)
			document.removeEventListener('visibilitychange', onVisible)
			removeEventListener('online', onVisible)
			socket?.close()
		},
	}
}
