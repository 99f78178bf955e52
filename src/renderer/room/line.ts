/** The audience view's line: all that it can ask is what the room may see. */
import type { RoomView } from '#contract/classroom/room.ts'
import type { RoomClient } from '#contract/index.ts'
import { createClient } from '#contract/port.ts'
import { ipcPort } from '../client/ipc-port.ts'
import { openSocketPort, socketAddress } from '../client/socket-port.ts'
import { makePictures } from '../ui/slides/pictures.ts'

const { parallax: bridge } = window
const room = createClient<RoomClient>(bridge ? ipcPort(bridge) : openSocketPort(socketAddress(location, '/room')))

export const image = makePictures((id) => room.image({ id }))

/** Milliseconds until it is asked again: after a loss, and after an end, when another presentation may begin. */
const again = 1000

/**
 * Tells what is on for as long as the page lives. After a loss it asks again by itself; until there is an answer, what was on
 * stays on.
 */
export async function follow(tell: (view: RoomView) => void): Promise<never> {
	for (;;) {
		try {
			for await (const view of await room.watch()) tell(view)
		} catch {
			// It is asked again below.
		}
		await new Promise((resolve) => setTimeout(resolve, again))
	}
}
