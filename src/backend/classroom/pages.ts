/** What the room has seen since a presentation began: only that can be looked back on, and only its pictures can be had. */
import type { RoomView } from '#contract/classroom/room.ts'
import { imagesIn } from '#domain/classroom/images.ts'

/** @returns ids of the pictures that a view names, each once */
export const picturesOf = ({ page }: RoomView): string[] => imagesIn(JSON.stringify(page))

export class Pages {
	/** As each slide was seen last, by the number of its page. */
	readonly #views = new Map<number, RoomView>()
	readonly #pictures = new Set<string>()

	/** Notes what the room sees. */
	see(view: RoomView): void {
		if (!view.page) return
		this.#views.set(view.page.number, view)
		for (const id of picturesOf(view)) this.#pictures.add(id)
	}

	/** @returns a view of each page, in the order in which they were first shown. */
	all = (): RoomView[] => [...this.#views.values()]

	/** @returns whether the room has seen a picture. */
	hasPicture = (id: string): boolean => this.#pictures.has(id)
}
