/** What followers can have: what is on, the pages that were shown, their pictures. Nothing else of the program reaches the listener. */

import type { ToListener } from '#backend/classroom/line.ts'
import type { FollowerAnswer, RoomPage, RoomView } from '#contract/classroom/room.ts'

type Image = Extract<ToListener, { type: 'image' }>

export interface Room {
	/** @returns how the view differs from the last one: not at all, in how many have voted alone, or otherwise */
	show(view: RoomView): 'same' | 'voters' | 'other'
	/** What is on now. */
	view(): RoomView | null
	/** As followers are sent it; made once for all of them. Null before there is one. */
	message(): Buffer | null
	/** As it was when it was last shown. */
	page(number: number): RoomPage | null
	/** A slide at its reveal, for those who were away then. */
	revealed(slide: string): RoomPage | undefined
	keep(image: Image): void
	image(id: string): { type: string; content: Buffer } | undefined
}

export function makeRoom(): Room {
	let view: RoomView | null = null
	let message: Buffer | null = null
	let text = ''
	let frame = ''
	const pages = new Map<number, RoomPage>()
	const revealed = new Map<string, RoomPage>()
	const images = new Map<string, { type: string; content: Buffer }>()
	return {
		show(shown) {
			view = forFollowers(shown)
			if (view.page) {
				pages.set(view.page.number, view.page)
				if (hasResults(view.page)) revealed.set(view.page.slide, view.page)
			}
			const answer: FollowerAnswer = { type: 'view', view, pages: [...pages.keys()].sort((a, b) => a - b) }
			const last = { text, frame }
			text = JSON.stringify(answer)
			if (text === last.text) return 'same'
			frame = JSON.stringify(answer, (key, value) => (key === 'voters' ? 0 : value))
			message = Buffer.from(text)
			return frame === last.frame ? 'voters' : 'other'
		},
		view: () => view,
		message: () => message,
		page: (number) => pages.get(number) ?? null,
		revealed: (slide) => revealed.get(slide),
		keep({ id, picture: { mediaType, content } }) {
			images.set(id, { type: mediaType, content: Buffer.from(content, 'base64') })
		},
		image: (id) => images.get(id),
	}
}

/** Field by field, so that what a view may have one day does not leave by itself. Those who follow need not be told how to. */
const forFollowers = ({ title, theme, state, page, zoom, timer }: RoomView): RoomView => ({
	title,
	theme,
	state,
	page,
	zoom,
	pointer: null,
	timer,
	join: null,
})

const hasResults = ({ parts }: RoomPage): boolean =>
	parts.some((part) => part.type === 'poll' && part.poll.results !== null)
