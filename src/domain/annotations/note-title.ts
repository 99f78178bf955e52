/** What a note is called: how it begins. */
import { firstWords } from '../documents/places.ts'
import { plainNote } from './plain-note.ts'

/** Long notes are many; their beginning is soon read. */
const beginning = 400

/** @returns the first words of a note; nothing where it says nothing. */
export const noteTitle = (comment: string): string => firstWords(plainNote(comment.slice(0, beginning)))
