/** Entry of a thread that does one piece of long work on cards, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { isFailure } from '../../failure.ts'
import { runJob, type Waiting } from './job.ts'
import type { Said, ThreadData } from './thread.ts'

/** Least milliseconds between two words on how far it is. */
const often = 50

if (!parentPort) throw new Error('This file is the entry of a worker thread.')
const port = parentPort
const { job, dataDir, now } = workerData as ThreadData
const say = (said: Said) => port.postMessage(said)
let last = 0
const waiting: Waiting = {
	progress(share) {
		const at = performance.now()
		if (at - last < often) return
		last = at
		say({ progress: share })
	},
	watch: (counts) => say({ watch: counts }),
	turn: async () => {},
	async ask(what) {
		say({ ask: what })
		await new Promise((go) => port.once('message', go))
	},
}
try {
	say({ answer: await runJob(job, dataDir, now, waiting) })
} catch (error) {
	if (!isFailure(error)) throw error
	say({ failure: { code: error.code, message: error.message, next: error.next } })
}
