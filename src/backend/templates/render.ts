/** From a template and what is exported to the document that every format writes; or to the faults, by line. */
import { Context, type Liquid, type Template, toValueSync } from 'liquidjs'
import type { TemplateFault } from '#contract/templates.ts'
import type { StyleId } from '#domain/citations/styles.ts'
import type { ExportInput } from '#domain/export/input.ts'
import type { ExportDocument, Section } from '#domain/export/model.ts'
import { Pieces, TooMuch, withoutMarks } from '#domain/export/pieces.ts'
import { sectionsOf } from '#domain/export/sections.ts'
import { viewOf } from '#domain/export/view.ts'
import { Failure } from '../failure.ts'
import { engineFor, type TemplateSource } from './engine.ts'
import { faultsIn, inOrder, markFaults, TooLong, unknownNames } from './faults.ts'

/** Milliseconds that an export may take to be laid out; twenty thousand notes take a part of it. */
const longest = 15_000
/** Signs of Markdown, without what readers wrote: a thousand notes make 200,000. */
const most = 10_000_000

/** @returns the document. @throws Failure naming the first fault by line */
export function laidOut(
	input: ExportInput,
	template: TemplateSource,
	style: StyleId,
	milliseconds = longest,
): ExportDocument {
	const { sections, faults } = made(input, template, milliseconds)
	if (faults.length) throw faulty(faults)
	const { title, subtitle, date, language, items, notes } = input
	const tags = [...new Set(notes.flatMap((note) => note.tags))]
	return { title, ...(subtitle && { subtitle }), date, language, style, tags, sections, items }
}

/** @returns the faults of a template: of its text, and those that show when it is used on `input`. */
export const faultsOf = (input: ExportInput, template: TemplateSource, milliseconds: number): TemplateFault[] =>
	made(input, template, milliseconds).faults

/** @returns what is said where a template with faults is used. */
function faulty([first, ...rest]: readonly TemplateFault[]): Failure {
	const more = rest.length
		? ` There ${rest.length === 1 ? 'is one more fault' : `are ${rest.length} more faults`}.`
		: ''
	const where = first ? `line ${first.line}, column ${first.column}: ${first.sentence}` : ''
	return new Failure(
		'BAD_REQUEST',
		`The template has a fault in ${where}${more}`,
		'Mend the template, or choose another.',
	)
}

function made(
	input: ExportInput,
	{ text, parts }: TemplateSource,
	milliseconds: number,
): { sections: Section[]; faults: TemplateFault[] } {
	const until = performance.now() + milliseconds
	const source = withoutMarks(text)
	const pieces = new Pieces()
	const faults = markFaults(source)
	let sections: Section[] = []
	try {
		const liquid = engineFor(input, parts, pieces, milliseconds)
		const template = liquid.parse(source)
		faults.push(...unknownNames(liquid, template))
		sections = sectionsOf(rendered(liquid, template, viewOf(input)), pieces, () => {
			if (performance.now() > until) throw new TooLong()
		})
	} catch (error) {
		faults.push(...faultsIn(error, source))
	}
	return { sections, faults: inOrder(faults) }
}

/** Renders what is not longer than an export may be. */
function rendered(liquid: Liquid, template: Template[], view: object): string {
	const emitter = {
		buffer: '',
		write(words: unknown) {
			emitter.buffer += String(words ?? '')
			if (emitter.buffer.length > most) throw new TooMuch()
		},
	}
	const context = new Context(view, liquid.options, { sync: true }, { liquid })
	toValueSync(liquid.renderer.renderTemplates(template, context, emitter))
	return emitter.buffer
}
