/** The sources that notes themselves cite, whatever stands around them. */
import type { CslItem } from '../citations/items.ts'
import type { ExportInput } from './input.ts'

export function noteSources({ notes, items }: Pick<ExportInput, 'notes' | 'items'>): CslItem[] {
	const cited = new Set(notes.flatMap(({ passages }) => passages.flatMap(({ cites }) => cites.map(({ id }) => id))))
	return items.filter(({ id }) => cited.has(id))
}
