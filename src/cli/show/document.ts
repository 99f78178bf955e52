import type { Block, Document } from '#contract/document.ts'
import type { Reference } from '#contract/library.ts'
import type { Cover } from '../cover.ts'
import { wrap } from '../text.ts'

function textOf(block: Block, labels: Map<string, string>): string {
	return (
		block.inlines
			.map((inline) =>
				inline.type === 'text'
					? inline.text
					: ` (${inline.items
							.map(({ reference, locator }) => [labels.get(reference) ?? reference, locator].filter(Boolean).join(', '))
							.join('; ')})`,
			)
			.join('')
			// The space before a citation may be in the text already.
			.replaceAll('  (', ' (')
	)
}

function lines(block: Block, text: string, width: number): string {
	if (block.type === 'heading') return `\n${wrap(text, width)}\n${'-'.repeat(Math.min(text.length, 60))}`
	if (block.type === 'quote') return wrap(text, width, '  | ')
	if (block.type !== 'list-item') return wrap(text, width)
	const indent = '  '.repeat(block.level ?? 1)
	return `${indent.slice(2)}- ${wrap(text, width, indent).trimStart()}`
}

/** @returns an article or a trope for reading in a terminal: title, summary, text, and the references that it cites. */
export function showDocument(document: Document, references: Reference[], cover: Cover, width: number): string {
	const labels = new Map(references.map(({ id, label }) => [id, label]))
	const spoilers = new Map(document.depictions.map(({ id, spoiler }) => [id, spoiler]))
	const text = document.blocks.map((block) => {
		const flagged = { contentNotes: block.contentNotes, spoiler: spoilers.get(block.depiction ?? '') ?? false }
		const open = textOf(block, labels)
		// A heading names where one is; only what stands under it is covered.
		return lines(block, block.type === 'heading' ? open : cover.over(flagged, open), width)
	})
	const sources = references.map(({ entry }) => wrap(entry.map((run) => run.text).join(''), width, '  ').trimStart())
	return [
		document.title.toUpperCase(),
		wrap(document.summary, width),
		...text,
		...(sources.length > 0 ? ['\nReferences\n----------', ...sources] : []),
		'',
	].join('\n\n')
}
