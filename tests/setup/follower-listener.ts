/** The listener as built, in a thread of its own, with a presentation that a test moves on. */
import { once } from 'node:events'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { inRoot } from '../../build/lib/paths.ts'
import type { FromListener, ToListener } from '../../src/backend/classroom/line.ts'
import type { LiveAction } from '../../src/contract/classroom/classroom.ts'
import type { Slide } from '../../src/contract/classroom/presentations.ts'
import { acted, begun, counted } from '../../src/domain/classroom/live.ts'
import { roomView } from '../../src/domain/classroom/room-view.ts'

export const followerCode = 'K3TXWM'

export async function startFollowerListener(slides: Slide[], title = 'Love as a cure') {
	const presentation = { title, theme: 'light' as const, slides }
	let live = begun('00000000-0000-4000-8000-000000000000', slides, { noticeFirst: false, now: Date.now() })
	let worker: Worker
	let port = 0
	const say = (message: ToListener) => worker.postMessage(message)
	const show = () => say({ type: 'view', view: roomView(presentation, live, null) })

	async function open(code = followerCode): Promise<void> {
		worker = new Worker(pathToFileURL(inRoot('out/main/classroom-listener.js')))
		say({ type: 'open', address: '127.0.0.1', port, names: ['127.0.0.1'], code })
		const [first] = (await once(worker, 'message')) as [FromListener]
		if (first.type !== 'opened') throw new Error(`The listener says ${JSON.stringify(first)}`)
		port = first.port
		worker.on('message', (message: FromListener) => {
			// As the host does it.
			if (message.type !== 'tally') return
			live = counted(live, message.slide, message.round, message.tally, message.voters)
			show()
		})
		show()
	}
	await open()
	return {
		origin: `http://127.0.0.1:${port}`,
		/** What the presenter does. */
		act(...actions: LiveAction[]) {
			for (const action of actions) live = acted(live, slides, action, Date.now())
			show()
		},
		slides,
		live: () => live,
		say,
		/** As a program that is killed. */
		async kill() {
			await worker.terminate()
		},
		/** At the same port. @param code another one, as in another presentation */
		open,
		/** As the presenter ends following. */
		async close() {
			say({ type: 'close' })
		},
	}
}
export type FollowerListener = Awaited<ReturnType<typeof startFollowerListener>>
