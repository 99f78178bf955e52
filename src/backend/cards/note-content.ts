/** What is written of a note, and what it is found by. */
import { randomBytes } from 'node:crypto'
import type { NoteSource } from '#contract/cards/notes.ts'
import { wordsOf } from '#domain/search/words.ts'
import { Failure } from '../failure.ts'
import { fieldHtml, plainField } from './html.ts'
import type { KeptType } from './types.ts'

/** What is written of a note. */
export interface NoteContent {
	type: KeptType
	fields: readonly string[]
	tags: readonly string[]
	contentNotes?: readonly string[]
	source?: NoteSource
	guid?: string
}

/** @returns as many fields as the type has. */
export function fitted(fields: readonly string[], type: KeptType): string[] {
	if (fields.length > type.fields.length)
		throw new Failure(
			'BAD_REQUEST',
			`“${type.name}” has ${type.fields.length} fields, and ${fields.length} were given.`,
			`Give at most: ${type.fields.join(', ')}.`,
		)
	return type.fields.map((_, index) => fields[index] ?? '')
}

export const htmlOf = (type: Pick<KeptType, 'markup'>, fields: readonly string[]): string[] =>
	fields.map((field) => fieldHtml(field, type.markup))

/** What a note is found by: folded words, those of its first field by themselves. */
export interface Findable {
	first: string
	words: string
	tags: string
}

export function findable({ type, fields, tags }: FindableOf): Findable {
	const [first = '', ...others] = fields.map((field) => folded(plainField(field, type.markup)))
	return { first, words: [first, ...others].join(' '), tags: folded(tags.join(' ')) }
}

interface FindableOf extends Pick<NoteContent, 'fields' | 'tags'> {
	type: Pick<KeptType, 'markup'>
}

export const folded = (text: string): string =>
	wordsOf(text)
		.map((word) => word.folded)
		.join(' ')
export const sorted = (tags: readonly string[]): string[] => [...new Set(tags)].sort()
/** A name that no other note has, in any collection. */
export const newGuid = (): string => randomBytes(9).toString('base64url')
