/** Cards in and out: Anki’s packages, text, CSV. */
import { eventIterator } from '@orpc/contract'
import { base } from '../errors.ts'
import { z } from '../jitless.ts'
import { Line } from '../text.ts'
import { DeckId, DeckName } from './decks.ts'
import { cardFormats, partBytes } from './words.ts'

/** What a file holds and what taking it in would do. */
export const ImportSummary = z.strictObject({
	/** `apkg` and `colpkg` with the collection inside that was read, or `text`. */
	format: Line,
	notes: z.strictObject({
		new: z.int(),
		/** There already by guid, and changed since: the newer one wins. */
		changed: z.int(),
		same: z.int(),
	}),
	cards: z.int(),
	reviews: z.int(),
	media: z.int(),
	decks: z.array(z.strictObject({ name: Line, cards: z.int() })),
	types: z.array(z.strictObject({ name: Line, notes: z.int() })),
	/** First fields of some of the notes, as plain text. */
	samples: z.array(Line),
	/** What was left out or could not be mapped. */
	warnings: z.array(Line),
})

export const ImportStep = z.discriminatedUnion('type', [
	z.strictObject({ type: z.literal('progress'), share: z.number() }),
	z.strictObject({ type: z.literal('done'), summary: ImportSummary, token: z.int() }),
])

export const ExportStep = z.discriminatedUnion('type', [
	z.strictObject({ type: z.literal('progress'), share: z.number() }),
	/** A piece of the file, in base64, in order. */
	z.strictObject({ type: z.literal('part'), content: z.string() }),
	z.strictObject({ type: z.literal('done'), name: Line, mediaType: Line, cards: z.int() }),
])

const File = z.strictObject({ file: z.int() })

export const transferContract = {
	/** Begins to hand over a file; what is not finished within an hour is dropped. */
	begin: base.input(z.strictObject({ name: Line, bytes: z.int().min(0) })).output(File),
	part: base.input(File.extend({ content: z.string().max(Math.ceil(partBytes / 3) * 4) })),
	drop: base.input(File),
	/** Reads a file that was handed over and says what it holds; changes nothing. */
	preview: base.input(File).output(ImportSummary),
	/**
	 * Takes it in, all or nothing; then the file is dropped. The token undoes it for 30 days (`cards.browse.undo`).
	 * @param deck where all cards go, in place of decks of their own
	 */
	import: base
		.input(File.extend({ scheduling: z.boolean().default(true), deck: DeckName.optional() }))
		.output(eventIterator(ImportStep)),
	/**
	 * Cancels an import, whose stream ends with an error. One that is becoming final is not cancelled any more, and its stream tells what
	 * was done: unlike the signal of a call, which would leave nobody to tell.
	 */
	cancel: base.input(File),
	export: base
		.input(
			z.strictObject({
				format: z.enum(cardFormats),
				deck: DeckId.optional(),
				scheduling: z.boolean().default(false),
			}),
		)
		.output(eventIterator(ExportStep)),
}

export type ImportSummary = z.infer<typeof ImportSummary>
export type ImportStep = z.infer<typeof ImportStep>
export type ExportStep = z.infer<typeof ExportStep>
