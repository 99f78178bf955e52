/** Long exports say how far they are and stop when asked. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Failure } from '../failure.ts'

export interface ExportOptions {
	/** @param share of the work that is done, from 0 to 1 */
	onProgress?(share: number): void
	signal?: AbortSignal
}

/** @throws Failure when the export was cancelled */
export function stopIfAsked({ signal }: ExportOptions): void {
	if (signal?.aborted)
		throw new Failure('CANCELLED', 'The export was cancelled.', 'No file was written. Start it again when you want it.')
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
			options.onProgress?.(index / entries.length)
		}
		out.push(make(entry))
	}
	return out
}
