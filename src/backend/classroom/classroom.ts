/** What is on, for all who show it or watch it: one presentation for the whole program. */
import type { Live, LiveAction, Result, Session } from '#contract/classroom/classroom.ts'
import type { Picture, Presentation } from '#contract/classroom/presentations.ts'
import type { RoomView } from '#contract/classroom/room.ts'
import { Failure } from '../failure.ts'
import type { AudienceWindow } from '../host/actions.ts'
import { emptyView } from './empty-view.ts'
import { offState } from './following.ts'
import { Showing, type ShowingAround } from './showing.ts'
import { Watchers } from './watchers.ts'

export interface ClassroomAround extends ShowingAround {
	/** @throws Failure when it is not there, or cannot be read */
	find: (id: string) => Presentation
	/** Where the host has a second screen. */
	audience?: AudienceWindow | undefined
}

export class Classroom {
	readonly #around: ClassroomAround
	readonly #sessions = new Watchers(() => this.session())
	readonly #rooms = new Watchers(
		() => this.#view,
		() => this.#sessions.tell(),
	)
	#on: Showing | undefined
	/** What audience views have been told last. */
	#view = emptyView('waiting')

	constructor(around: ClassroomAround) {
		this.#around = around
		around.audience?.onChange(() => this.#sessions.tell())
	}

	/** @throws Failure as `find`, BAD_REQUEST for one without slides, CONFLICT where another one is on */
	start(id: string): Live {
		if (this.#on) {
			const { presentation, live } = this.#on
			if (presentation.id === id) return live
			throw new Failure('CONFLICT', `‘${presentation.title}’ is being presented.`, 'End it, then start this one.')
		}
		const presentation = this.#around.find(id)
		if (presentation.slides.length === 0)
			throw new Failure('BAD_REQUEST', 'This presentation has no slides yet.', 'Add a slide, then start it.')
		this.#on = new Showing(this.#around, presentation, (view) => this.#tell(view))
		return this.#on.live
	}

	/** @returns the one that is on, as it was when it began. @throws Failure NOT_FOUND where nothing is on */
	presentation = (): Presentation => this.#current().presentation

	/** Does one thing, and waits for nothing. @throws Failure NOT_FOUND where nothing is on */
	act = (action: LiveAction): Live => this.#current().act(action)

	/** @returns the results; null where nobody answered. @throws Failure NOT_FOUND where nothing is on */
	async end(): Promise<Result | null> {
		const on = this.#current()
		const result = await on.end()
		if (this.#on === on) this.#on = undefined
		this.#sessions.tell()
		return result
	}

	/** Switches following on, over or off, and returns at once. @throws Failure NOT_FOUND where nothing is on */
	follow(reach: 'network' | 'computer' | 'off', address?: string): void {
		this.#current().following.follow(reach, address)
	}

	session(): Session {
		const { audience, addresses } = this.#around
		return {
			live: this.#on?.live ?? null,
			following: this.#on?.following.state ?? offState(addresses()),
			audience: {
				watching: this.#rooms.size,
				displays: audience?.displays() ?? [],
				on: audience?.on() ?? null,
				lost: audience?.lost() ?? false,
			},
		}
	}

	/** @yields how it stands, and how it stands after each change */
	watch = (signal?: AbortSignal): AsyncGenerator<Session> => this.#sessions.watch(signal)

	/** @yields what the room sees, and whatever it sees next */
	watchRoom = (signal?: AbortSignal): AsyncGenerator<RoomView> => this.#rooms.watch(signal)

	/** @returns a picture that the room has seen. @throws Failure NOT_FOUND for any other */
	roomImage(id: string): Picture {
		const picture = this.#on?.pages.hasPicture(id) ? this.#around.images([id])[id] : undefined
		if (picture) return picture
		throw new Failure('NOT_FOUND', 'This picture has not been shown.', 'Wait for its slide.')
	}

	/** Ends what is on, and keeps what was answered: the program ends. */
	async close(): Promise<void> {
		const following = this.#on?.following
		if (this.#on) await this.end().catch(this.#around.report)
		await following?.close()
	}

	#tell(view: RoomView): void {
		if (JSON.stringify(view) !== JSON.stringify(this.#view)) {
			this.#view = view
			this.#rooms.tell()
		}
		this.#sessions.tell()
	}

	#current(): Showing {
		if (this.#on) return this.#on
		throw new Failure('NOT_FOUND', 'No presentation is on.', 'Start one in Present.')
	}
}
