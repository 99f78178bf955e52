/** Citations for a reader's own essay: a passage with its source, a list of references, files for other programs. */
import { Target } from './annotations.ts'
import { base } from './errors.ts'
import { CitationStyle, Lack } from './exports.ts'
import { z } from './jitless.ts'
import { Id } from './text.ts'
import { referenceFormats } from './tokens.ts'

export const ReferenceFormat = z.enum(referenceFormats)

/** Text for the clipboard, plain and with its italics, and what its references lack in the style. */
const Copied = z.strictObject({ text: z.string(), html: z.string(), lacks: z.array(Lack) })

/** Ids of the library: a reference, a work; a depiction stands for its work, a text or comparison for all that it cites and tells. */
const Ids = z.array(Id).max(20_000)

export const citationsContract = {
	/** Passages word for word, with their citation in the text, and under them the references. Of a point without a selector: claim and finding. */
	cite: base
		.input(
			z.strictObject({
				style: CitationStyle,
				passages: z
					.array(Target.pick({ source: true, selector: true }))
					.min(1)
					.max(2),
			}),
		)
		.output(Copied),
	/** The reference list of these in a style. */
	list: base.input(z.strictObject({ ids: Ids, style: CitationStyle })).output(Copied),
	/** The references of these (of the whole library without any) as a file for reference managers. */
	file: base
		.input(z.strictObject({ ids: Ids.optional(), format: ReferenceFormat }))
		.output(z.strictObject({ references: z.int(), mediaType: z.string().max(200), content: z.string() })),
}

export type ReferenceFormat = z.infer<typeof ReferenceFormat>
export type Copied = z.infer<typeof Copied>
