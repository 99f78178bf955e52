/** One article or trope file: front matter and body, compiled. */
import type { Document, DocumentKind } from '#contract/document.ts'
import { readBody } from '../documents/markdown.ts'
import type { Faults } from './faults.ts'
import { ArticleFrontMatter, TropeFrontMatter } from './format.ts'
import type { Registry } from './registry.ts'
import { readYaml } from './yaml.ts'

const fence = /^---[^\S\n]*\n([\s\S]*?)\n---[^\S\n]*(?:\n|$)/

/** @returns the document (its pack not yet set), or undefined when its front matter could not be read. */
export function compileDocument(
	file: string,
	source: string,
	kind: DocumentKind,
	registry: Registry,
	faults: Faults,
): Document | undefined {
	const text = source.replace(/\r\n?/g, '\n')
	const front = fence.exec(text)
	if (!front) {
		faults.add(file, 1, 'the file must begin with front matter between two lines of ---')
		registry.doubt('document')
		return undefined
	}
	const schema = kind === 'trope' ? TropeFrontMatter : ArticleFrontMatter
	const head = readYaml(file, front[1] ?? '', schema, faults, 2)
	const firstLine = front[0].split('\n').length
	const body = readBody(text.slice(front[0].length), {
		document: head?.value.id ?? 'unknown',
		allowDepictions: kind === 'trope',
		firstLine,
		fault: (line, message) => faults.add(file, line, message),
	})
	for (const [id, line] of body.lines.depictions) registry.add('depiction', id, file, line)
	for (const { work, line } of body.lines.works) registry.need('work', work, file, line)
	for (const { reference, line } of body.lines.citations) registry.need('reference', reference, file, line)
	if (!head || head.partial) registry.doubt('document')
	if (!head) return undefined
	const { value, lineOf } = head
	registry.add('document', value.id, file, lineOf(['id']))
	for (const [index, topic] of value.topics.entries()) registry.need('topic', topic, file, lineOf(['topics', index]))
	const related = 'related' in value ? (value.related as Document['related']) : []
	for (const [index, entry] of related.entries()) {
		const { id } = entry
		if (id) registry.later(() => registry.need('document', id, file, lineOf(['related', index, 'id'])))
	}
	if (!body.blocks.length) faults.add(file, firstLine, 'the document has no text')
	return {
		id: value.id,
		kind,
		pack: 'unknown',
		title: value.title,
		summary: value.summary,
		topics: value.topics,
		contentNotes: value.contentNotes,
		aliases: 'aliases' in value ? (value.aliases as string[]) : [],
		related,
		blocks: body.blocks,
		depictions: body.depictions,
	}
}
