/** What followers are sent: as the room, without the pointer, each picture before the page that names it, and not every count of voters. */
import type { Picture } from '#contract/classroom/presentations.ts'
import type { RoomView } from '#contract/classroom/room.ts'
import type { ToListener } from './line.ts'
import { picturesOf } from './pages.ts'

interface Around {
	post: (message: ToListener) => void
	images: (ids: readonly string[]) => Readonly<Record<string, Picture>>
	/** Milliseconds between two views that differ in nothing but how many have voted. */
	pause?: number
}

const voters = /"voters":\d+/g

export class FollowerViews {
	readonly #around: Around
	readonly #pictures = new Set<string>()
	/** What was sent last, and what it says but for the counts of voters. */
	#sent = { text: '', rest: '', at: Number.NEGATIVE_INFINITY }
	#timer: NodeJS.Timeout | undefined

	constructor(around: Around) {
		this.#around = around
	}

	/** Sends a view, or waits with it where it only counts voters: then the newest is sent. */
	show(view: RoomView): void {
		const { pause = 100 } = this.#around
		const shared: RoomView = { ...view, pointer: null }
		const text = JSON.stringify(shared)
		const rest = text.replace(voters, '')
		this.stop()
		if (text === this.#sent.text) return
		const wait = rest === this.#sent.rest ? this.#sent.at + pause - performance.now() : 0
		if (wait <= 0) this.#send(shared, text, rest)
		else this.#timer = setTimeout(() => this.#send(shared, text, rest), wait).unref()
	}

	/** Sends nothing that waits. */
	stop(): void {
		clearTimeout(this.#timer)
	}

	#send(view: RoomView, text: string, rest: string): void {
		const { post, images } = this.#around
		const fresh = picturesOf(view).filter((id) => !this.#pictures.has(id))
		for (const [id, picture] of Object.entries(images(fresh))) post({ type: 'image', id, picture })
		for (const id of fresh) this.#pictures.add(id)
		post({ type: 'view', view })
		this.#sent = { text, rest, at: performance.now() }
	}
}
