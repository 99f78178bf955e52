/** Mistakes in a template, by line, in words that say what to do. */
import type { Liquid, Template } from 'liquidjs'
import type { TemplateFault } from '#contract/templates.ts'
import { fields, filters } from '#domain/export/fields.ts'
import { noteEnds, noteOpens } from '#domain/export/lines.ts'
import { TooMuch } from '#domain/export/pieces.ts'
import { nearest } from '../nearest.ts'

/** A template is not ready when its time is over. */
export class TooLong extends Error {
	override name = 'TooLong'
}

/** What Liquid throws, as far as it is of use: one error or several, each with the place of its token. */
interface Thrown {
	message: string
	name?: string
	errors?: Thrown[]
	originalError?: unknown
	token?: { getPosition(): [line: number, column: number]; file?: string }
}

const top = Object.keys(fields.export)
const all = [...new Set(Object.values(fields).flatMap((kind) => Object.keys(kind)))]
const tags = ['assign', 'capture', 'case', 'comment', 'else', 'elsif', 'for', 'if', 'raw', 'render', 'unless', 'when']

/** What each message of Liquid means, and what to do. */
const meanings: readonly [pattern: RegExp, sentence: (found: string, more: string) => string][] = [
	[/^undefined variable: (.+)/, (path) => unknown(path)],
	[/^undefined filter: (.+)/, (name) => `There is no filter “${name}”. ${meant(name, Object.keys(filters))}`],
	[/^tag "?(.+?)"? not found/, (name) => unknownTag(name)],
	[
		/^tag \{%-?\s*(\w+).* not closed/s,
		(name) => `“${name}” is never ended. Write {% end${name} %} after what belongs to it.`,
	],
	[/^tag .* not closed/s, () => 'This tag is never ended. Write %} at its end.'],
	[/^output .* not closed/s, () => 'This is never ended. Write }} after the name.'],
	[/^raw .* not closed/s, () => '“raw” is never ended. Write {% endraw %} after what belongs to it.'],
	[
		/^several fields, not words: (.+)/,
		(names) => `This has several fields and is not text. Write one of them: ${names}.`,
	],
	[/^cite without sources/, () => 'The filter “cite” wants sources. Write {{ passage.sources | cite }}.'],
	[/^annotated without a text/, () => 'The filter “annotated” wants a text. Write {{ text | annotated: notes }}.'],
	[/^template render limit/, () => tooLong],
	[/^memory alloc limit|Invalid string length/, () => tooMuch],
	[/^parse length limit/, () => 'The template is too long. Make it shorter.'],
	[
		/^ENOENT: Failed to lookup ["“'](.+?)["”'] in/,
		(name) => `There is no part “${name}”. Write {% render "note", note: note %}, or the text itself.`,
	],
	[
		/value expected|invalid value|unexpected/,
		() => 'Something is missing or not in its place here. Compare it with the reference.',
	],
]
const tooLong = 'The template does not come to an end in time. Make its loops shorter.'
const tooMuch = 'The template makes more than an export can hold. Make its loops shorter.'

function unknown(path: string): string {
	const name = path.split('.').at(-1) ?? path
	const deep = path.includes('.')
	return `There is nothing called “${path}” here. ${meant(name, deep ? all : top)}`
}

function unknownTag(name: string): string {
	if (name.startsWith('end'))
		return `Nothing is open that “${name}” could end. Take it out, or begin with {% ${name.slice(3)} %}.`
	return `There is no tag “${name}”. ${meant(name, tags)}`
}

const meant = (word: string, known: readonly string[]): string => {
	const near = nearest(word, known)
	return near ? `Did you mean “${near}”?` : `Known here: ${known.join(', ')}.`
}

/** @returns the faults that something thrown tells of. */
export const faultsIn = (error: unknown, source: string): TemplateFault[] =>
	flat(error as Thrown).map((each) => ({ ...placeOf(each, source), sentence: sentenceOf(each) }))

/** @returns faults in the order of lines, each place once; of very many the first ones. */
export function inOrder(faults: readonly TemplateFault[]): TemplateFault[] {
	const places = new Map(faults.map((fault) => [`${fault.line} ${fault.column}`, fault]))
	return [...places.values()].sort((a, b) => a.line - b.line || a.column - b.column).slice(0, most)
}
/** More are of no use to anybody. */
const most = 50

/** Errors may hold others, as deep as parts ask for parts. */
function flat(thrown: Thrown): Thrown[] {
	const found: Thrown[] = []
	const left = [thrown]
	for (let next = left.pop(); next && found.length < most; next = left.pop())
		if (next.errors) left.push(...next.errors)
		else found.push(next)
	return found
}

/** A fault in a part shows where the part is asked for. */
function placeOf({ message, token }: Thrown, source: string): Pick<TemplateFault, 'line' | 'column'> {
	if (!token) return { line: 1, column: 1 }
	const [line, column] = token.getPosition()
	if (token.file) return placeAt(source, Math.max(0, source.indexOf('render')))
	// What is said of a filter is said of all that it stands in.
	const [, filter] = /^undefined filter: (\w+)/.exec(message) ?? []
	const lines = source.split('\n')
	const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1
	const at = filter ? source.indexOf(filter, start) : start
	return placeAt(source, Math.max(at, 0))
}

function placeAt(source: string, index: number): Pick<TemplateFault, 'line' | 'column'> {
	const before = source.slice(0, index).split('\n')
	return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

function sentenceOf(thrown: Thrown): string {
	const cause = thrown.originalError ?? thrown
	if (cause instanceof TooMuch) return tooMuch
	if (cause instanceof TooLong) return tooLong
	for (const [pattern, sentence] of meanings) {
		const found = pattern.exec(thrown.message.replace(/(, file:.+)?, line:\d+, col:\d+$/, ''))
		if (found) return sentence(found[1] ?? '', found[2] ?? '')
	}
	// A stack that overflows is a template that nests without end.
	if (cause instanceof RangeError) return tooMuch
	return `This is not understood (${thrown.message.slice(0, 200)}). Compare it with the reference.`
}

/** @returns names that nothing gives a value: also those in branches that no note has come to yet. */
export function unknownNames(liquid: Liquid, template: Template[]): TemplateFault[] {
	const { globals } = liquid.analyzeSync(template, { partials: false })
	return Object.entries(globals)
		.filter(([name]) => !top.includes(name))
		.flatMap(([name, places]) =>
			places.map(({ location: { row, col } }) => ({ line: row, column: col, sentence: unknown(name) })),
		)
}

/** @returns faults of the marks that Markdown does not have. */
export function markFaults(source: string): TemplateFault[] {
	const faults: TemplateFault[] = []
	const open: number[] = []
	for (const [index, line] of source.split('\n').entries()) {
		const at = (sentence: string) => faults.push({ line: index + 1, column: line.indexOf(':::') + 1, sentence })
		if (!/^\s*:::/.test(line)) continue
		if (noteOpens.test(line)) open.push(index)
		else if (!noteEnds.test(line))
			at('Known after “:::”: note, relation, marks. Write :::note[My note] on a line of its own.')
		else if (open.pop() === undefined)
			at('Nothing is open that “:::” could end. Take it out, or begin with :::note[My note].')
	}
	for (const index of open)
		faults.push({
			line: index + 1,
			column: 1,
			sentence: 'This note is never ended. Write ::: on a line of its own after it.',
		})
	return faults
}
