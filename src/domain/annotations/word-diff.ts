/** What changed between two versions of a passage, word by word. */
import { diffArrays } from 'diff'

/** A run of words; `changed` where the other version has not got it. */
export interface Run {
	text: string
	changed: boolean
}

/** Words, spaces and marks each by themselves: a comma that came does not make a word a new one. */
const piecesOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}'’]+|\s+|[^\p{L}\p{N}\p{M}'’\s]/gu) ?? []

/** With more changes than this all counts as changed: nobody reads such a list. */
const mostChanges = 1000

/** @returns both versions in runs; what is not `changed` is the same on both sides, in the same order. */
export function wordDiff(before: string, after: string): { before: Run[]; after: Run[] } {
	const changes = diffArrays(piecesOf(before), piecesOf(after), { maxEditLength: mostChanges })
	if (!changes) return { before: [{ text: before, changed: true }], after: [{ text: after, changed: true }] }
	const side = (other: 'added' | 'removed', own: 'added' | 'removed'): Run[] =>
		changes.filter((change) => !change[other]).map((change) => ({ text: change.value.join(''), changed: change[own] }))
	return { before: side('added', 'removed'), after: side('removed', 'added') }
}
