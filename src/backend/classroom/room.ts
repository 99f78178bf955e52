/** What the line of an audience view can ask, and nothing else of the program. */
import { implement } from '@orpc/server'
import { roomContract } from '#contract/classroom/room.ts'
import { unbuilt } from './unbuilt.ts'

const os = implement(roomContract)

export const roomRouter = () => os.router({ watch: os.watch.handler(unbuilt), image: os.image.handler(unbuilt) })
