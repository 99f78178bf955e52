/** What a file holds, in our own words, before anything of it is kept. */
import type { CardNote, NoteSource } from '#contract/cards/notes.ts'
import type { KeptType } from '../types.ts'

export type IncomingType = Omit<KeptType, 'id'>

export interface IncomingReview {
	/** Milliseconds since 1970; within a card no two are the same. */
	at: number
	rating: number
	/** State before it, as FSRS counts. */
	state: number
	/** Days until the next one; 0 within learning steps. */
	interval: number
	/** Milliseconds. */
	took: number
}

/** Where a card stands that was studied; columns of the table. */
export interface Standing {
	state: 1 | 2 | 3
	due: number
	step: number
	stability: number | null
	difficulty: number | null
	interval: number
	reps: number
	lapses: number
	lastAt: number
	lastDay: number
}

export interface IncomingCard {
	ordinal: number
	/** Name of its deck. */
	deck: string
	/** Its place among new cards. */
	position: number
	/** None where it is new. */
	standing?: Standing
	suspended: boolean
	/** Until the next study day. */
	buried: boolean
	reviews: IncomingReview[]
	created: number
}

export interface IncomingNote {
	contentNotes?: CardNote['contentNotes']
	source?: NoteSource
	/** None in text: then the first field says whether it is there already. */
	guid?: string
	type: IncomingType
	fields: string[]
	tags: string[]
	created: number
	modified: number
	/** Where cards go of which the file says nothing: the note makes them itself. */
	deck: string
	cards: IncomingCard[]
}

export interface Incoming {
	/** What was read, in words. */
	format: string
	notes: IncomingNote[]
	media: { name: string; read: () => Buffer }[]
	/** What happens to a note of text that is there already. */
	matches: 'update' | 'keep' | 'both'
	warnings: Warnings
}

/** What was left out or could not be mapped: how often each, in one sentence. */
export class Warnings {
	readonly #counts = new Map<string, number>()

	/** @param what with `#` where the number stands: `Flags, which are not kept: #.` */
	add(what: string, count = 1): void {
		if (count > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + count)
	}

	list = (): string[] => [...this.#counts].map(([what, count]) => what.replace('#', count.toLocaleString('en-GB')))
}
