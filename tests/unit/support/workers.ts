/** The entries of the worker threads as they stand in the sources. */
import type { Workers } from '#backend/workers.ts'

const backend = new URL('../../../src/backend/', import.meta.url)
export const sourceWorkers: Workers = {
	library: new URL('library/worker.ts', backend),
	annotations: new URL('annotations/work/worker.ts', backend),
	cards: new URL('cards/transfer/worker.ts', backend),
	listener: new URL('../server/classroom/worker.ts', backend),
}
