/** What the line of an audience view can ask, and nothing else of the program. */
import { implement } from '@orpc/server'
import { roomContract } from '#contract/classroom/room.ts'
import type { ClassroomDoor } from './open.ts'

const os = implement(roomContract)

export const roomRouter = (classroom: ClassroomDoor) =>
	os.router({
		watch: os.watch.handler(async ({ signal }) => (await classroom()).watchRoom(signal)),
		image: os.image.handler(async ({ input }) => (await classroom()).roomImage(input.id)),
	})
