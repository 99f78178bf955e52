/** The presentation that is on, for the presenter's window: how it stands, and the way to act on it. */
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { LiveAction, Result, Session } from '#contract/classroom/classroom.ts'
import type { Presentation } from '#contract/classroom/presentations.ts'
import { roomView } from '#domain/classroom/room-view.ts'
import { client, connection } from '../client/index.ts'
import { useNotices } from './notices.ts'

export const useClassroom = defineStore('classroom', () => {
	const notices = useNotices()
	const session = shallowRef<Session>()
	/** As it was when it began. */
	const presentation = shallowRef<Presentation>()
	/** What came of the last one that was ended here; null where nobody voted. */
	const ended = shallowRef<{ presentation: string; result: Result | null }>()
	let watching: AbortController | undefined

	const live = computed(() => {
		const on = session.value?.live
		return on && on.presentation === presentation.value?.id ? on : undefined
	})
	const view = computed(() =>
		live.value && presentation.value && session.value
			? roomView(presentation.value, live.value, session.value.following.join)
			: undefined,
	)

	/** Watches for as long as a page shows it. @returns what ends that */
	function open(): () => void {
		watching?.abort()
		const own = new AbortController()
		watching = own
		void follow(own.signal)
		return () => own.abort()
	}
	async function follow(signal: AbortSignal): Promise<void> {
		while (!signal.aborted) {
			try {
				for await (const next of await client.classroom.watch(undefined, { signal })) await take(next)
			} catch {
				// The shell says that the line is lost; it is asked again once it is back.
			}
			if (!signal.aborted) await lineIsBack(signal)
		}
	}
	async function take(next: Session): Promise<void> {
		if (
			next.live &&
			(next.live.presentation !== presentation.value?.id || next.live.started !== session.value?.live?.started)
		)
			presentation.value = await client.classroom.presentation()
		session.value = next
	}

	/** @returns whether the program did it */
	async function safely(work: () => Promise<unknown>): Promise<boolean> {
		try {
			await work()
			return true
		} catch (error) {
			notices.failed(error)
			return false
		}
	}
	const act = (action: LiveAction) => safely(() => client.classroom.act(action))
	const start = (id: string) => {
		ended.value = undefined
		return safely(() => client.classroom.start({ presentation: id }))
	}
	const end = () =>
		safely(async () => {
			const id = presentation.value?.id ?? ''
			ended.value = { presentation: id, result: await client.classroom.end() }
		})
	return { session, presentation, live, view, ended, open, act, start, end, safely }
})

/** Milliseconds between two attempts on a line that is there. */
const again = 1000

function lineIsBack(signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(() => {
			if (connection.value === 'open') return resolve()
			const stop = watch(connection, (status) => status === 'open' && done())
			const done = () => {
				stop()
				resolve()
			}
			signal.addEventListener('abort', done, { once: true })
		}, again)
	})
}
