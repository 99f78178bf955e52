/** Polls: their options, and how votes add up. */
import type { Poll } from '#contract/classroom/presentations.ts'
import type { Tally } from '#contract/classroom/room.ts'
import { verdicts } from '#contract/tokens.ts'
import { verdictLabel } from '../words/labels.ts'

export type PollOption = Poll['options'][number]

/** @returns what can be chosen, in the order in which it is shown; nothing for words */
export function optionsOf({ type, options }: Pick<Poll, 'type' | 'options'>): PollOption[] {
	if (type === 'choice') return options
	if (type === 'verdict') return verdicts.map((id) => ({ id, label: verdictLabel(id) }))
	if (type === 'myth-or-fact') {
		return [
			{ id: 'myth', label: 'Myth' },
			{ id: 'fact', label: 'Fact' },
		]
	}
	return []
}

/** Longest word that can be sent, in characters. */
export const longestWord = 30

/**
 * @param choice the id of an option, or a word
 * @returns the choice as it is counted; undefined where the poll does not have it
 */
export function choiceIn(poll: Pick<Poll, 'type' | 'options'>, choice: string): string | undefined {
	if (poll.type !== 'word') return optionsOf(poll).find(({ id }) => id === choice)?.id
	const word = choice
		.normalize('NFC')
		.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
		.trim()
		.toLocaleLowerCase('en')
	return word && [...word].length <= longestWord ? word : undefined
}

/** @returns both counts together: options in the order of the first, then those of the second alone */
export function added(one: Tally, other: Tally): Tally {
	const counts = new Map(one.map(({ option, count }) => [option, count]))
	for (const { option, count } of other) counts.set(option, (counts.get(option) ?? 0) + count)
	return [...counts].map(([option, count]) => ({ option, count }))
}

export const votesIn = (tally: Tally): number => tally.reduce((sum, { count }) => sum + count, 0)
