/** A worker thread that answers a part of the contract. One that dies takes the calls under way with it; the next call finds a fresh one. */
import type { Worker } from 'node:worker_threads'
import type { ClientContext, ClientLink } from '@orpc/client'
import { mapEventIterator } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { Port } from '#contract/port.ts'
import { Failure } from '../failure.ts'
import { isStream } from './serve.ts'

export interface ThreadOptions {
	/** What has stopped when it stops: `library`. */
	name: string
	start: () => Worker
	report: (error: unknown) => void
	/** Milliseconds after the last call, until the thread is let go. Without it, it starts at once and stays. */
	idle?: number
}

/** One worker thread, from its start to its end. */
interface Line {
	worker: Worker
	link: RPCLink<ClientContext>
	ended: boolean
	/** Calls under way. */
	open: number
}

function lineTo(worker: Worker, report: (error: unknown) => void): Line {
	worker.unref()
	const closes: (() => void)[] = []
	const port: Port = {
		postMessage: (message) => worker.postMessage(message),
		addEventListener: (type: 'message' | 'close', listener: never) => {
			if (type === 'close') closes.push(listener)
			else worker.on('message', (data) => (listener as (event: { data: unknown }) => void)({ data }))
		},
	}
	// The link's type wants a DOM MessagePort; it uses these two methods alone.
	const line: Line = { worker, link: new RPCLink({ port: port as never }), ended: false, open: 0 }
	worker.on('error', report)
	worker.on('exit', () => {
		line.ended = true
		for (const listen of closes) listen()
	})
	return line
}

/** @returns a link to the thread, and a way to end it */
export function openThread({ name, start, report, idle }: ThreadOptions) {
	const stopped = () => new Failure('UNAVAILABLE', `The ${name} has stopped.`, 'Try again; it starts anew.')
	let line: Line | undefined = idle ? undefined : lineTo(start(), report)
	let timer: NodeJS.Timeout | undefined
	let closed = false
	/** Counts the calls that are under way. @returns to be called when one has ended */
	function begun(used: Line): () => void {
		clearTimeout(timer)
		used.open++
		return () => {
			if (--used.open || !idle) return
			timer = setTimeout(() => {
				if (line === used && !used.open) line = undefined
				void used.worker.terminate()
			}, idle)
			timer.unref()
		}
	}
	const link: ClientLink<ClientContext> = {
		async call(path, input, options) {
			if (closed) throw stopped()
			if (!line || line.ended) line = lineTo(start(), report)
			const used = line
			const end = begun(used)
			const told = (error: unknown) => (used.ended && !options.signal?.aborted ? stopped() : error)
			try {
				const output = await used.link.call(path, input, options)
				if (isStream(output))
					return counted(
						mapEventIterator(output, { value: async (value) => value, error: async (error) => told(error) }),
						end,
					)
				end()
				return output
			} catch (error) {
				end()
				throw told(error)
			}
		},
	}
	return {
		link,
		async close() {
			closed = true
			clearTimeout(timer)
			await line?.worker.terminate()
		},
	}
}

async function* counted<T>(steps: AsyncIterable<T>, end: () => void): AsyncGenerator<T> {
	try {
		yield* steps
	} finally {
		end()
	}
}
