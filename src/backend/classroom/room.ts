/** What the line of an audience view can ask, and nothing else of the program. */
import { implement } from '@orpc/server'
import { roomContract } from '#contract/classroom/room.ts'
import type { Classroom } from './classroom.ts'

export function roomRoutes(classroom: () => Promise<Classroom>) {
	const os = implement(roomContract)
	return os.router({
		watch: os.watch.handler(async ({ signal }) => (await classroom()).watchRoom(signal)),
		image: os.image.handler(async ({ input }) => (await classroom()).roomImage(input.id)),
	})
}
