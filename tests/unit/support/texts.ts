/** As much of a library as annotations ask of it, over texts made up for a test. */
import { createHash } from 'node:crypto'
import { Failure } from '#backend/failure.ts'
import type { WorkerClient } from '#contract/index.ts'

export type TextsBySource = Record<string, string>

export function libraryOf(texts: TextsBySource): WorkerClient['library'] {
	const hash = (text: string) => createHash('sha256').update(text).digest('hex')
	const library: Partial<WorkerClient['library']> = {
		text: async ({ source }) => {
			const text = texts[source]
			if (text === undefined) throw new Failure('NOT_FOUND', 'No.', 'No.')
			return { text, hash: hash(text) }
		},
		hashes: async ({ sources }) =>
			sources.flatMap((source) => {
				const text = texts[source]
				return text === undefined ? [] : [{ source, hash: hash(text) }]
			}),
	}
	return library as WorkerClient['library']
}
