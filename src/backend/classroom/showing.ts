/** One presentation that is on, from its start to its end. */
import type { Following as FollowingState, Live, LiveAction, Result } from '#contract/classroom/classroom.ts'
import type { Picture, Presentation } from '#contract/classroom/presentations.ts'
import type { RoomView } from '#contract/classroom/room.ts'
import type { Settings } from '#contract/workspace.ts'
import { acted, begun, counted, openPoll } from '#domain/classroom/live.ts'
import { answersOf } from '#domain/classroom/results.ts'
import { roomView } from '#domain/classroom/room-view.ts'
import { Failure } from '../failure.ts'
import type { Changes } from '../workspace/changes.ts'
import type { Gate } from '../workspace/gate.ts'
import { emptyView } from './empty-view.ts'
import { Following, type Tallied } from './following.ts'
import { Keeping } from './keeping.ts'
import type { StartListener } from './listener-thread.ts'
import { Pages } from './pages.ts'
import type { ResultStore } from './results.ts'

export interface ShowingAround {
	/** @returns those that are there, by their ids. */
	images: (ids: readonly string[]) => Readonly<Record<string, Picture>>
	results: Pick<ResultStore, 'keep'>
	gate: Gate
	settings: () => Pick<Settings, 'noticeFirst'>
	changes: Pick<Changes, 'tell' | 'subscribe'>
	/** Where the host has threads. */
	listener?: StartListener | undefined
	addresses: () => FollowingState['addresses']
	report: (error: unknown) => void
	log: (sentence: string) => void
}

/** Told in the turn after a change: what the room sees is the newest of it. */
type Told = (view: RoomView) => void

export class Showing {
	/** As it was when it began. */
	readonly presentation: Presentation
	readonly following: Following
	/** What the room has seen. */
	readonly pages = new Pages()
	readonly #around: ShowingAround
	readonly #told: Told
	readonly #keeping: Keeping
	readonly #stop = new AbortController()
	#live: Live
	#view: RoomView
	/** Whether it is being ended: then the room sees no more of it. */
	#ending = false
	/** What was seen in this turn. */
	#seen: RoomView[] = []

	constructor(around: ShowingAround, presentation: Presentation, told: Told) {
		const { images, listener, addresses, report, log, results, gate, changes, settings } = around
		const { id, title, theme, slides } = presentation
		this.presentation = presentation
		this.#around = around
		this.#told = told
		this.#live = begun(id, slides, { noticeFirst: settings().noticeFirst, now: Date.now() })
		this.#view = emptyView('waiting', title, theme)
		this.#keeping = new Keeping(
			{ results, gate, kept: (result) => changes.tell('results', [String(result.id)]) },
			{ presentation: id, title, at: this.#live.started },
		)
		this.following = new Following({
			start: listener,
			images,
			views: () => [...this.pages.all(), this.#view],
			counted: (tallied) => this.#count(tallied),
			changed: () => this.#refresh(),
			addresses,
			report,
			log,
		})
		this.#refresh()
		void this.#heed().catch((error) => {
			if (!this.#stop.signal.aborted) report(error)
		})
	}

	get live(): Live {
		return this.#live
	}

	/** Does one thing; nothing here waits. @throws Failure NOT_FOUND for a poll that it does not have */
	act(action: LiveAction): Live {
		const { slides } = this.presentation
		if (action.type === 'hand' && !slides.some((slide) => slide.id === action.slide && 'poll' in slide))
			throw new Failure('NOT_FOUND', 'There is no such poll in this presentation.', 'Choose a slide with a poll.')
		const before = openPoll(this.#live, slides)
		this.#live = acted(this.#live, slides, action, Date.now())
		this.#refresh()
		const after = openPoll(this.#live, slides)
		const closed = before && (before.slide !== after?.slide || before.round !== after.round)
		if (closed || action.type === 'hand') this.#keepSoon()
		return this.#live
	}

	/**
	 * Ends it: the room and followers see so at once, and what was answered is kept.
	 * @returns null where nobody answered. Where it cannot be kept this throws, and it is still on, with all that was answered.
	 */
	async end(): Promise<Result | null> {
		this.#ending = true
		this.#refresh()
		try {
			const result = await this.#keep()
			this.#stop.abort()
			void this.following.close()
			return result
		} catch (error) {
			this.#ending = false
			this.#refresh()
			throw error
		}
	}

	/** Works out what the room sees now. It is sent in the next turn, so that the presenter is answered first. */
	#refresh(): void {
		const { title, theme } = this.presentation
		const { join } = this.following.state
		this.#view = this.#ending ? emptyView('ended', title, theme) : roomView(this.presentation, this.#live, join)
		this.pages.see(this.#view)
		if (this.#seen.length === 0) setImmediate(() => this.#tell())
		// Followers look back on each page, also on one that was soon left.
		else if (this.#seen.at(-1)?.page?.number === this.#view.page?.number) this.#seen.pop()
		this.#seen.push(this.#view)
	}

	#tell(): void {
		const seen = this.#seen
		this.#seen = []
		for (const view of seen) this.following.show(view)
		this.#told(this.#view)
	}

	#count({ slide, round, tally, voters }: Tallied): void {
		if (!this.#live.shown.includes(slide)) return
		this.#live = counted(this.#live, slide, round, tally, voters)
		this.#refresh()
		const open = openPoll(this.#live, this.presentation.slides)
		// What was on its way when the round was closed.
		if (open?.slide.id !== slide || open.round !== round) this.#keepSoon()
	}

	/** In a later turn, so that no step of the presenter waits for the disk. */
	async #keep(): Promise<Result | null> {
		await new Promise(setImmediate)
		return this.#keeping.keep(answersOf(this.presentation.slides, this.#live))
	}

	#keepSoon(): void {
		void this.#keep().catch(this.#around.report)
	}

	/** Takes over whether the room is told first, when that is changed in the settings. */
	async #heed(): Promise<void> {
		const { changes, settings } = this.#around
		for await (const { what } of changes.subscribe(this.#stop.signal)) {
			if (what !== 'settings' && what !== 'everything') continue
			this.#live = { ...this.#live, notice: settings().noticeFirst }
			this.#refresh()
		}
	}
}
