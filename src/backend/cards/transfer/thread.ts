/** Runs a job in a thread of its own, or here where a host has none. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { ErrorCode } from '#contract/errors.ts'
import { Failure } from '../../failure.ts'
import type { Counts } from '../fit/optimiser.ts'
import type { Now } from './connection.ts'
import type { Answers, Job, Waiting } from './job.ts'

/** What a thread is started with. */
export interface ThreadData {
	job: Job
	dataDir: string
	now: Now
}

/** What it says. */
export type Said =
	| { progress: number }
	| { watch: Counts | undefined }
	| { ask: 'write' | 'commit' }
	| { answer: unknown }
	| { failure: { code: ErrorCode; message: string; next: string } }

export interface Runner {
	dataDir: string
	now: Now
	worker: URL | undefined
	signal?: AbortSignal | undefined
	progress?: (share: number) => void
	/** Called before the database is held. */
	onWrite: () => void
}

export const cancelled = (): Failure =>
	new Failure('CANCELLED', 'This was cancelled.', 'Nothing has been changed. Start it again when you want it.')

/** @throws Failure when it was cancelled, or what the job throws */
export async function run<J extends Job>(job: J, runner: Runner): Promise<Answers[J['kind']]> {
	if (runner.signal?.aborted) throw cancelled()
	return (await (runner.worker ? inThread(job, runner, runner.worker) : here(job, runner))) as Answers[J['kind']]
}

async function here(job: Job, { dataDir, now, signal, progress, onWrite }: Runner): Promise<unknown> {
	const { runJob } = await import('./job.ts')
	const stopIfAsked = () => {
		if (signal?.aborted) throw cancelled()
	}
	const waiting: Waiting = {
		progress: (share) => progress?.(share),
		watch: () => {},
		async turn() {
			await nextTurn()
			stopIfAsked()
		},
		async ask(what) {
			stopIfAsked()
			if (what === 'write') onWrite()
		},
	}
	return runJob(job, dataDir, now, waiting)
}

/** Milliseconds between two looks at how far a thread is that cannot say it. */
const often = 100
/** Before it begins, and once it has ended, the numbers say nothing. */
const shareOf = ([done = 0, all = 0]: Counts): number => (all > 0 && done <= all ? done / all : 0)

/** A thread that is ended takes its transaction back with it. */
function inThread(job: Job, { dataDir, now, signal, progress, onWrite }: Runner, entry: URL): Promise<unknown> {
	const workerData: ThreadData = { job, dataDir, now }
	const worker = new Worker(entry, { workerData, name: `cards ${job.kind}` })
	return new Promise((resolve, reject) => {
		let [final, ended] = [false, false]
		let watching: NodeJS.Timeout | undefined
		const watch = (counts: Counts | undefined) => {
			clearInterval(watching)
			watching = counts && setInterval(() => progress?.(shareOf(counts)), often)
		}
		const end = (settle: () => void) => {
			if (ended) return
			ended = true
			watch(undefined)
			signal?.removeEventListener('abort', cancel)
			void worker.terminate().then(settle)
		}
		const cancel = () => {
			if (!final) end(() => reject(cancelled()))
		}
		signal?.addEventListener('abort', cancel)
		worker.on('message', (said: Said) => {
			if ('progress' in said) progress?.(said.progress)
			else if ('watch' in said) watch(said.watch)
			else if ('answer' in said) end(() => resolve(said.answer))
			else if ('failure' in said)
				end(() => reject(new Failure(said.failure.code, said.failure.message, said.failure.next)))
			else {
				if (said.ask === 'write') onWrite()
				// What becomes final now can be undone, but not cancelled any more.
				else final = true
				worker.postMessage('go')
			}
		})
		worker.on('error', (error) => end(() => reject(error)))
		worker.on('exit', () => end(() => reject(new Error('The thread of the cards has ended before its work.'))))
	})
}
