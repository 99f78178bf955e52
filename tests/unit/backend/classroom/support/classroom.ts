/** A classroom whose parts are in memory, and a thread that listens in the test's own hands. */

import { Classroom, type ClassroomAround } from '#backend/classroom/classroom.ts'
import type { FromListener, ToListener } from '#backend/classroom/line.ts'
import type { Hears, StartListener } from '#backend/classroom/listener-thread.ts'
import { Failure } from '#backend/failure.ts'
import { Gate } from '#backend/workspace/gate.ts'
import type { Result } from '#contract/classroom/classroom.ts'
import type { Picture, Presentation } from '#contract/classroom/presentations.ts'
import type { Change } from '#contract/workspace.ts'

export const addresses = [
	{ address: '192.168.1.20', network: 'wlan0' },
	{ address: '10.0.0.7', network: 'eth0' },
]

/** Threads that were started, each with what it was told. */
export interface FakeThread {
	told: ToListener[]
	closed: boolean
	say(message: FromListener): void
	/** It ends by itself. */
	die(): void
}

export function fakeListener(): { threads: FakeThread[]; start: StartListener; last(): FakeThread } {
	const threads: FakeThread[] = []
	const start = (hears: Hears) => {
		const thread: FakeThread = {
			told: [],
			closed: false,
			say: (message) => hears.message(structuredClone(message)),
			die: () => hears.ended(),
		}
		threads.push(thread)
		return {
			post: (message: ToListener) => void thread.told.push(structuredClone(message)),
			async close() {
				thread.closed = true
			},
		}
	}
	const last = () => {
		const thread = threads.at(-1)
		if (!thread) throw new Error('No thread was started.')
		return thread
	}
	return { threads, start, last }
}

/** @param given presentations that there are */
export function classroomWith(given: Presentation[], more: Partial<ClassroomAround> = {}) {
	const gate = new Gate()
	const kept: Result[] = []
	const told: Change[] = []
	const unforeseen: unknown[] = []
	const settings = { noticeFirst: false }
	const listeners = new Set<(change: Change) => void>()
	const pictures: Record<string, Picture> = {}
	const classroom = new Classroom({
		find: (id) => {
			const found = given.find((each) => each.id === id)
			if (!found) throw new Failure('NOT_FOUND', 'This presentation is not there any more.', 'Look elsewhere.')
			return found
		},
		images: (ids) => Object.fromEntries(ids.flatMap((id) => (pictures[id] ? [[id, pictures[id]]] : []))),
		results: {
			keep(result, id) {
				const at = id ?? kept.length
				kept[at] = { ...result, id: at }
				return kept[at]
			},
		},
		gate,
		settings: () => settings,
		changes: {
			tell: (what, ids) => void told.push({ what, ...(ids && { ids: [...ids] }) }),
			async *subscribe(signal) {
				while (!signal?.aborted)
					yield await new Promise<Change>((resolve, reject) => {
						listeners.add(resolve)
						signal?.addEventListener('abort', () => reject(signal.reason))
					})
			},
		},
		addresses: () => addresses,
		log: () => {},
		report: (error) => unforeseen.push(error),
		...more,
	})
	return {
		classroom,
		gate,
		kept,
		told,
		unforeseen,
		settings,
		pictures,
		/** Something was changed elsewhere. */
		change: (change: Change) => {
			for (const listen of listeners) listen(change)
		},
	}
}

/** What was begun in this turn is done. */
export async function settled(): Promise<void> {
	for (let turn = 0; turn < 4; turn++) await new Promise(setImmediate)
}
