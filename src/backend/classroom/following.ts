/** Following on own devices, on the host's side: opens the thread that listens, tells it what is on, hears what it counts. */
import type { Following as State } from '#contract/classroom/classroom.ts'
import type { Picture } from '#contract/classroom/presentations.ts'
import type { RoomView } from '#contract/classroom/room.ts'
import { FollowerViews } from './follower-views.ts'
import { joinOf, makeCode } from './join.ts'
import type { FromListener } from './line.ts'
import type { ListenerThread, StartListener } from './listener-thread.ts'
import { type Problem, problemOf, problems } from './problems.ts'
import { refusalsToLog } from './refusals.ts'

export type Tallied = Extract<FromListener, { type: 'tally' }>

export interface FollowingAround {
	/** None where the host has no threads. */
	start: StartListener | undefined
	images: (ids: readonly string[]) => Readonly<Record<string, Picture>>
	/** What a device that comes now is to have: each page so far, then what is on. */
	views: () => readonly RoomView[]
	counted: (tally: Tallied) => void
	/** Told whenever its state has changed. */
	changed: () => void
	/** Of this computer, the likeliest first. */
	addresses: () => State['addresses']
	report: (error: unknown) => void
	/** Told what belongs into a log. */
	log: (sentence: string) => void
}

/** Short enough to be typed from a projector; a free one where it is taken. */
const usualPort = 4545
const anyPort = 0
const thisComputer = '127.0.0.1'
/** Milliseconds between looks at this computer's addresses. */
const look = 3000
/** Milliseconds that a thread has to open, on a computer that has much else to do. */
const patience = 30_000

/** @returns how it stands while nobody can follow. */
export const offState = (addresses: State['addresses']): State => ({
	state: 'off',
	addresses,
	join: null,
	followers: 0,
	most: 0,
	refused: [],
	problem: null,
})

/** One thread, from its opening to its end. */
interface Open {
	thread: ListenerThread
	views: FollowerViews
	reach: 'network' | 'computer'
	address: string
	port: number
	/** Until it has opened. */
	timer: NodeJS.Timeout
}

export class Following {
	readonly #around: FollowingAround
	/** The same for the whole presentation, so that devices come back by themselves. */
	readonly #code = makeCode()
	readonly #timer: NodeJS.Timeout
	#state: State
	#open: Open | undefined
	/** Whoever is to open next. */
	#turn: object | undefined
	/** The last one that was had. */
	#port = usualPort
	#closing: Promise<unknown> = Promise.resolve()

	constructor(around: FollowingAround) {
		this.#around = around
		this.#state = offState(around.addresses())
		this.#timer = setInterval(() => this.#look(), look).unref()
	}

	get state(): State {
		return this.#state
	}

	/** Switches it on, over or off. Returns at once; `state` tells how it goes on. */
	follow(reach: 'network' | 'computer' | 'off', asked?: string): void {
		const addresses = this.#around.addresses()
		const address = reach === 'computer' ? thisComputer : (asked ?? addresses[0]?.address)
		const same = this.#open?.reach === reach && this.#open.address === address
		if (same && this.#state.state !== 'failed') return
		this.#end()
		if (reach === 'off') {
			this.#become(offState(addresses))
			return
		}
		const { start } = this.#around
		const known = reach === 'computer' || addresses.some((each) => each.address === address)
		if (!start || address === undefined || !known) {
			this.#fail(start ? (address === undefined ? problems.noNetwork : problems.gone) : problems.noThread, addresses)
			return
		}
		this.#become({ ...offState(addresses), state: 'opening' })
		const turn = {}
		this.#turn = turn
		// The one before has to let go of the port.
		void this.#closing.then(() => this.#turn === turn && this.#begin(start, reach, address))
	}

	/** What is on now. */
	show(view: RoomView): void {
		this.#open?.views.show(view)
	}

	/** Ends it for good; resolves when the thread has gone. */
	async close(): Promise<void> {
		clearInterval(this.#timer)
		this.#end()
		await this.#closing
	}

	#begin(start: StartListener, reach: Open['reach'], address: string): void {
		// What an earlier thread says is not heard any more.
		const current = () => this.#open?.thread === thread
		const thread = start({
			message: (message) => current() && this.#hear(message),
			ended: () => {
				if (!current()) return
				this.#open?.views.stop()
				this.#open = undefined
				this.#fail(problems.stopped)
			},
		})
		const views = new FollowerViews({ post: thread.post, images: this.#around.images })
		const timer = setTimeout(() => {
			if (!current() || this.#state.state !== 'opening') return
			this.#end()
			this.#fail(problems.stopped)
		}, patience).unref()
		this.#open = { thread, views, reach, address, port: this.#port, timer }
		this.#listen(this.#open)
		for (const view of this.#around.views()) views.show(view)
	}

	#listen({ thread, reach, address, port }: Open): void {
		const names = reach === 'computer' ? [address, 'localhost'] : [address]
		thread.post({ type: 'open', address, port, names, code: this.#code })
	}

	#hear(message: FromListener): void {
		switch (message.type) {
			case 'opened':
				void this.#opened(message.port).catch(this.#around.report)
				break
			case 'failed':
				this.#failed(message.code)
				break
			case 'tally':
				this.#around.counted(message)
				break
			case 'followers': {
				const { now, most, refused } = message
				for (const sentence of refusalsToLog(this.#state.refused, refused)) this.#around.log(sentence)
				this.#become({ ...this.#state, followers: now, most, refused })
			}
		}
	}

	async #opened(port: number): Promise<void> {
		const open = this.#open
		if (!open) return
		this.#port = port
		const join = await joinOf({ address: open.address, port, code: this.#code })
		if (this.#open === open) this.#become({ ...this.#state, state: 'on', join, problem: null })
	}

	#failed(code: string): void {
		const open = this.#open
		if (!open) return
		if (open.port !== anyPort && (code === 'EADDRINUSE' || code === 'EACCES')) {
			open.port = anyPort
			this.#listen(open)
		} else {
			this.#end()
			this.#fail(problemOf(code))
		}
	}

	/** A network that has gone takes its address along; where it comes back, so do the devices. */
	#look(): void {
		const addresses = this.#around.addresses()
		const { state, join } = this.#state
		const lost = this.#open?.reach === 'network' && !addresses.some(({ address }) => address === this.#open?.address)
		if (state === 'on' && lost) this.#become({ ...this.#state, state: 'failed', addresses, problem: problems.lost })
		else if (state === 'failed' && join && this.#open && !lost)
			this.#become({ ...this.#state, state: 'on', addresses, problem: null })
		else if (JSON.stringify(addresses) !== JSON.stringify(this.#state.addresses))
			this.#become({ ...this.#state, addresses })
	}

	#end(): void {
		const open = this.#open
		this.#open = undefined
		this.#turn = undefined
		if (!open) return
		open.views.stop()
		clearTimeout(open.timer)
		this.#closing = Promise.allSettled([this.#closing, open.thread.close()])
	}

	#fail(problem: Problem, addresses = this.#around.addresses()): void {
		this.#become({ ...offState(addresses), state: 'failed', problem })
	}

	#become(state: State): void {
		this.#state = state
		this.#around.changed()
	}
}
