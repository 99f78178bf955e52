/** Templates of exports: those that ship, which can be copied, and the reader's own. */
import { base } from './errors.ts'
import { z } from './jitless.ts'
import { Id, Line } from './text.ts'
import { citationStyles } from './tokens.ts'

export const TemplateText = z.string().max(100_000)

/** A mistake in a template: where it is, from 1, and what to do about it. */
export const TemplateFault = z.strictObject({
	line: z.int().min(1),
	column: z.int().min(1),
	sentence: z.string().max(2000),
})

export const Template = z.strictObject({
	id: Id,
	title: Line.min(1),
	text: TemplateText,
	/** Ships with Parallax: it can be copied, not changed. */
	shipped: z.boolean(),
	/** The template that it is a copy of. */
	basedOn: Id.optional(),
	/** One with faults is kept, and not offered for an export. */
	faults: z.array(TemplateFault),
	/** Milliseconds since 1970, UTC; 0 for what ships. */
	created: z.int(),
	modified: z.int(),
})

/** Words in one set of marks, or the number of a footnote. */
const Run = z.union([
	z.strictObject({
		type: z.literal('text'),
		text: z.string(),
		emphasis: z.literal(true).optional(),
		strong: z.literal(true).optional(),
		code: z.literal(true).optional(),
		highlight: z.string().optional(),
		href: z.string().optional(),
		wiki: z.string().optional(),
	}),
	z.strictObject({
		type: z.literal('footnote'),
		number: z.int(),
		get runs() {
			return z.array(Run)
		},
	}),
])
const Runs = z.array(Run)
const Block = z.discriminatedUnion('type', [
	z.strictObject({
		type: z.literal('heading'),
		level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
		runs: Runs,
	}),
	z.strictObject({ type: z.literal('paragraph'), runs: Runs, role: z.enum(['relation', 'marks']).optional() }),
	z.strictObject({ type: z.literal('quote'), runs: Runs, source: Runs.optional() }),
	z.strictObject({
		type: z.literal('list'),
		ordered: z.boolean(),
		get items() {
			return z.array(z.array(Block))
		},
	}),
	z.strictObject({ type: z.literal('table'), head: z.array(Runs), rows: z.array(z.array(Runs)) }),
	z.strictObject({
		type: z.literal('note'),
		label: z.string(),
		get blocks() {
			return z.array(Block)
		},
		beside: z.literal(true).optional(),
	}),
	z.strictObject({ type: z.literal('rule') }),
])

/** A document as an export would write it, and how many notes are in it. */
export const TemplatePreview = z.strictObject({
	title: z.string(),
	sections: z.array(
		z.strictObject({ title: z.string().optional(), named: z.literal(true).optional(), blocks: z.array(Block) }),
	),
	references: z.strictObject({ title: z.string(), entries: z.array(Runs) }),
	notes: z.int(),
})

const Text = Template.pick({ text: true })
export const TemplatePreviewRequest = Text.extend({
	/** From the reader's first notes, or from a few that are made up. */
	from: z.enum(['notes', 'sample']),
	style: z.enum(citationStyles),
})
const One = Template.pick({ id: true })

export const templatesContract = {
	/** Those that ship, then the reader's own in the order in which they were made. */
	list: base.output(z.array(Template)),
	/** A copy of one. */
	create: base.input(z.strictObject({ basedOn: Id, title: Line.min(1).optional() })).output(Template),
	/** Changes what is named of one of the reader's own. A text with faults is kept. */
	change: base.input(One.extend(Template.pick({ title: true, text: true }).partial().shape)).output(Template),
	/** Puts one of the reader's own into the trash; `restore` brings it back for 30 days. */
	remove: base.input(One).output(z.strictObject({ removed: z.int() })),
	restore: base.input(One).output(Template),
	/** The faults of a text, kept or not. */
	check: base.input(Text).output(z.array(TemplateFault)),
	/** How a text would look, kept or not. */
	preview: base.input(TemplatePreviewRequest).output(TemplatePreview),
}

export type Template = z.infer<typeof Template>
export type TemplateFault = z.infer<typeof TemplateFault>
export type TemplatePreview = z.infer<typeof TemplatePreview>
export type TemplatePreviewRequest = z.infer<typeof TemplatePreviewRequest>
