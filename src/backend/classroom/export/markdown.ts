/** Markdown of slides and notes as paragraphs, with the pictures that it names. HTML in it is text like any other. */
import { commentBlocks } from '#domain/export/markdown.ts'
import type { Block, Run as DocumentRun } from '#domain/export/model.ts'
import type { Paragraph, Run } from './boxes.ts'

export interface Written {
	paragraphs: Paragraph[]
	pictures: { id: string; alt: string }[]
}

const picture = /!\[([^\]]*)\]\(image:([0-9a-f]{64})(?:\s+"[^"]*")?\)/g

export function written(markdown: string): Written {
	const pictures = [...markdown.matchAll(picture)].map(([, alt = '', id = '']) => ({ id, alt }))
	return {
		paragraphs: commentBlocks(markdown.replaceAll(picture, '')).flatMap((block) => paragraphsOf(block)),
		pictures,
	}
}

function paragraphsOf(block: Block, indent = 0): Paragraph[] {
	const at = indent ? { indent } : {}
	switch (block.type) {
		case 'paragraph':
			return block.runs.length > 0 ? [{ runs: runsOf(block.runs), ...at }] : []
		case 'heading':
			return [{ runs: runsOf(block.runs).map((run) => ({ ...run, bold: true })), ...at }]
		case 'quote':
			return [{ runs: runsOf(block.runs).map((run) => ({ ...run, italic: true })), indent: indent + 1, colour: 'soft' }]
		case 'list':
			return block.items.flatMap((item, index) => {
				const [first, ...rest] = item.flatMap((each) => paragraphsOf(each, indent + (each.type === 'list' ? 1 : 0)))
				if (!first) return []
				const bullet = block.ordered ? `${index + 1}.` : '•'
				return [
					{ ...first, bullet, after: 0.25 },
					...rest.map((each) => (each.bullet ? each : { ...each, indent: indent + 1 })),
				]
			})
		case 'note':
			return block.blocks.flatMap((each) => paragraphsOf(each, indent))
		default:
			return []
	}
}

const runsOf = (runs: readonly DocumentRun[]): Run[] =>
	runs.flatMap((run) => {
		if (run.type !== 'text') return []
		const { text, strong, emphasis, code, href } = run
		return [
			{
				text,
				...(strong && { bold: true as const }),
				...(emphasis && { italic: true as const }),
				...(code && { code: true as const }),
				...(href && /^(https?|mailto):/.test(href) && { href }),
			},
		]
	})

/** @returns paragraphs as lines of plain text */
export const plainLines = (paragraphs: readonly Paragraph[]): string[] =>
	paragraphs.map(({ runs, bullet, indent = 0 }) =>
		[`${'  '.repeat(indent)}${bullet ?? ''}`, runs.map(({ text }) => text).join('')].filter(Boolean).join(' '),
	)
