/** References as a file for reference managers. */
import type { ReferenceFormat } from '#contract/citations.ts'
import { referenceFiles } from '#domain/citations/formats.ts'
import type { Library } from '../library/library.ts'
import { exchanged } from './exchange.ts'
import { allSources, sourcesOf } from './shelf.ts'

/** @returns the works and references behind these ids, or all there are. @throws Failure NOT_FOUND for an id that is not there */
export function referenceFile(library: Library, ids: readonly string[] | undefined, format: ReferenceFormat) {
	const items = ids ? sourcesOf(library, ids) : allSources(library)
	return { references: items.length, mediaType: referenceFiles[format].mediaType, content: exchanged(items, format) }
}
