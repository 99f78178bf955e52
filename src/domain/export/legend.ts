/** What the colours of highlights are called, so that paper without colours can be read too. */
import type { ExportNote } from './input.ts'
import { type Block, mapBlock, type Run, text } from './model.ts'

/** @returns the name of each colour that the blocks are highlighted in, highlighted in it; nothing without highlights. */
export function legendOf(blocks: readonly Block[], notes: readonly ExportNote[]): Run[] {
	const used = new Set<string>()
	const look = (runs: readonly Run[]) => {
		for (const run of runs) if (run.type === 'text' && run.highlight) used.add(run.highlight)
		return []
	}
	for (const block of blocks) mapBlock(block, look)
	const names = new Map(notes.flatMap(({ colour }) => (colour ? [[colour.token, colour.name]] : [])))
	return [...names]
		.filter(([token]) => used.has(token))
		.flatMap(([token, name], index) => [...(index ? [text(' · ')] : []), text(name, { highlight: token })])
}
