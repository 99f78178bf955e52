/** Markdown: with front matter and wiki links as Obsidian takes them, or plain. */
import type { Block } from '#domain/export/model.ts'
import type { CitedDocument, CitedRun, FootnoteRun } from './cited.ts'

export type MarkdownFlavour = 'obsidian' | 'plain'

interface Writing {
	flavour: MarkdownFlavour
	notes: FootnoteRun[]
}

/** @returns the document as Markdown: CommonMark with tables and footnotes. */
export function toMarkdown(document: CitedDocument, flavour: MarkdownFlavour): string {
	const writing: Writing = { flavour, notes: [] }
	const parts = [
		...(flavour === 'obsidian' ? [frontMatter(document)] : []),
		`# ${escaped(document.title)}`,
		...(document.subtitle ? [`*${escaped(document.subtitle)}*`] : []),
		...document.sections.flatMap(({ title, named, blocks }) => [
			...(title ? [`## ${named && flavour === 'obsidian' ? wikiLink(title) : escaped(title)}`] : []),
			...blocks.map((block) => blockText(block, writing)),
		]),
		...referenceList(document),
	]
	const notes = writing.notes.map(({ number, runs }) => `[^${number}]: ${inline(runs, writing)}`)
	return `${[...parts, ...notes].join('\n\n')}\n`
}

/** YAML; JSON’s strings are YAML’s. */
function frontMatter({ title, subtitle, date, tags, language }: CitedDocument): string {
	const lines = [
		`title: ${JSON.stringify(title)}`,
		...(subtitle ? [`subtitle: ${JSON.stringify(subtitle)}`] : []),
		`date: ${date}`,
		`lang: ${JSON.stringify(language)}`,
		...(tags.length ? ['tags:', ...tags.map((tag) => `  - ${JSON.stringify(tagName(tag))}`)] : []),
	]
	return ['---', ...lines, '---'].join('\n')
}

/** A tag as Obsidian takes it: letters, digits and a few signs, and not digits alone. */
function tagName(tag: string): string {
	const name = tag.replace(/[^\p{L}\p{N}\p{M}_/-]+/gu, '-')
	return /^\d+$/.test(name) ? `_${name}` : name
}

/** A link by name, so that Obsidian joins notes on the same thing. */
function wikiLink(name: string, words = name): string {
	const target = name.replace(/[[\]|#^]/g, ' ').trim()
	return words === name ? `[[${target}]]` : `[[${target}|${words.replace(/[[\]|]/g, ' ')}]]`
}

function referenceList({ references: { title, entries } }: CitedDocument): string[] {
	if (!entries.length) return []
	return [`## ${title}`, ...entries.map(({ runs }) => inline(runs, { flavour: 'plain', notes: [] }))]
}

function blockText(block: Block<CitedRun>, writing: Writing): string {
	const line = (runs: readonly CitedRun[]) => inline(runs, writing)
	switch (block.type) {
		case 'heading':
			return `${'#'.repeat(block.level + 1)} ${line(block.runs)}`
		case 'paragraph':
			return line(block.runs)
		case 'quote':
			// A quote is marked from end to end.
			return prefixed(
				'> ',
				[
					inline(block.runs, writing, writing.flavour === 'plain'),
					...(block.source ? [`— ${line(block.source)}`] : []),
				].join('\n\n'),
			)
		case 'list':
			return block.items
				.map((item, index) => {
					const mark = block.ordered ? `${index + 1}. ` : '- '
					// A list within a list follows its line at once, or all its lines would stand apart.
					const inner = item
						.map((each, at) => (at ? (each.type === 'list' ? '\n' : '\n\n') : '') + blockText(each, writing))
						.join('')
					return mark + prefixed(' '.repeat(mark.length), inner).trimStart()
				})
				.join('\n')
		case 'table':
			return [
				row(block.head.map(line)),
				row(block.head.map(() => '---')),
				...block.rows.map((cells) => row(cells.map(line))),
			].join('\n')
		case 'note': {
			const inner = block.blocks.map((each) => blockText(each, writing)).join('\n\n')
			const callout = block.label.includes('question') ? 'question' : 'note'
			if (writing.flavour === 'obsidian') return prefixed('> ', `[!${callout}] ${block.label}\n${inner}`)
			return `**${block.label}:**${block.blocks[0]?.type === 'paragraph' ? ' ' : '\n\n'}${inner}`
		}
		default:
			return '---'
	}
}

const row = (cells: readonly string[]): string =>
	`| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\n+/g, ' ')).join(' | ')} |`
const prefixed = (prefix: string, text: string): string =>
	text
		.split('\n')
		.map((line) => (line ? prefix + line : prefix.trimEnd()))
		.join('\n')

/** @param quiet highlights are not shown */
function inline(runs: readonly CitedRun[], writing: Writing, quiet = false): string {
	return runs
		.map((run) => {
			if (run.type === 'footnote') {
				writing.notes.push(run)
				return `[^${run.number}]`
			}
			// Marks must touch the words: spaces go outside.
			const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(run.text) ?? []
			if (!words) return run.text
			const obsidian = writing.flavour === 'obsidian'
			if (run.wiki && obsidian) return before + wikiLink(run.wiki, words) + after
			let text = run.code ? codeSpan(words) : escaped(words)
			if (run.emphasis) text = `*${text}*`
			if (run.strong) text = `**${text}**`
			if (run.highlight && !quiet) text = obsidian ? `==${text}==` : `<mark>${text}</mark>`
			if (run.href) text = `[${text}](<${run.href.replace(/[<>]/g, encodeURIComponent)}>)`
			return before + text + after
		})
		.join('')
		.replace(/^(\s*)([#>]|[-+](?=\s)|\d+(?=[.)]\s))/, '$1\\$2')
		.replace(/^(\\)(\d+)([.)])/, '$2\\$3')
}

/** Signs that Markdown would take for its own. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>=~^$]/g, '\\$&').replace(/\n/g, ' ')

function codeSpan(text: string): string {
	const fence = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length)) + 1)
	return /^`|`$/.test(text) ? `${fence} ${text} ${fence}` : fence + text + fence
}
