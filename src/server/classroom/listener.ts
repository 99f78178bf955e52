/** The listener: opens and closes sessions as it is told, and says how they go. */
import type { FromListener, ToListener } from '#backend/classroom/line.ts'
import { readPage } from './files.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { makeRoom } from './room.ts'
import { openSession, type Session } from './session.ts'

export interface ListenerOptions {
	/** Folder of the built follower page. */
	root: string
	limits?: Partial<Limits>
}

/** @returns what takes the host’s messages, one after the other */
export function makeListener(say: (message: FromListener) => void, { root, limits }: ListenerOptions) {
	let room = makeRoom()
	let session: Session | undefined
	let done: Promise<void> = Promise.resolve()

	async function take(message: ToListener): Promise<void> {
		switch (message.type) {
			case 'open':
				await session?.close()
				session = undefined
				try {
					const files = await readPage(root)
					session = await openSession({ open: message, files, room, limits: { ...defaultLimits, ...limits }, say })
					return say({ type: 'opened', port: session.port })
				} catch (error) {
					const { code } = error as NodeJS.ErrnoException
					if (code === undefined) throw error
					return say({ type: 'failed', code })
				}
			case 'view': {
				const change = room.show(message.view)
				return session?.show(change)
			}
			case 'image':
				return room.keep(message)
			case 'close':
				await session?.close()
				session = undefined
				room = makeRoom()
		}
	}
	return (message: ToListener): Promise<void> => {
		done = done.then(() => take(message))
		return done
	}
}
