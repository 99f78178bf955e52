/** Long exports say how far they are and stop when asked. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ExportProgress } from '#contract/exports.ts'
import { Failure } from '../failure.ts'

export interface ExportOptions {
	/** @param share of the work that is done, from 0 to 1 */
	onProgress?(share: number, doing: ExportProgress['doing']): void
	signal?: AbortSignal
}

export const cancelled = (): Failure =>
	new Failure('CANCELLED', 'The export was cancelled.', 'No file was written. Start it again when you want it.')

/** @throws Failure when the export was cancelled */
export function stopIfAsked({ signal }: ExportOptions): void {
	if (signal?.aborted) throw cancelled()
}

/**
 * Makes something of each entry, with a turn for others now and then.
 * @throws Failure when it was cancelled in between
 */
export async function eachInTurn<T, R>(
	entries: readonly T[],
	make: (entry: T) => R,
	options: ExportOptions = {},
): Promise<R[]> {
	const out: R[] = []
	for (const [index, entry] of entries.entries()) {
		if (index % 100 === 0) {
			await nextTurn()
			stopIfAsked(options)
			options.onProgress?.(index / entries.length, 'writing')
		}
		out.push(make(entry))
	}
	return out
}

/**
 * Runs work that tells of its steps.
 * @yields the steps, as they are told. @returns what the work made
 */
export async function* asTold<S, T>(work: (tell: (step: S) => void) => Promise<T>): AsyncGenerator<S, T> {
	const steps: S[] = []
	let wake = () => {}
	const working = work((step) => {
		steps.push(step)
		wake()
	})
	let ended = false
	const end = () => {
		ended = true
		wake()
	}
	working.then(end, end)
	for (;;) {
		const step = steps.shift()
		if (step !== undefined) yield step
		else if (ended) return working
		else await new Promise<void>((resolve) => (wake = resolve))
	}
}
