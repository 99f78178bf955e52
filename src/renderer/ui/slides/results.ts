/** The results of a poll as rows: one for each option, with each round's count and share. */
import type { RoomPoll } from '#contract/classroom/room.ts'
import { votesIn } from '#domain/classroom/polls.ts'

export interface ResultRow {
	id: string
	label: string
	right: boolean
	/** One for each round that was voted in; shares are of that round's votes, from 0 to 1. */
	counts: { round: string; count: number; share: number }[]
}
export type Results = NonNullable<RoomPoll['results']>

/** Words that fit on a slide. */
const mostWords = 10

/** @returns rows in the order of the options; of words, those that were sent most often */
export function resultRows(poll: Pick<RoomPoll, 'type' | 'options'>, { rounds, answer }: Results): ResultRow[] {
	const names = rounds.length > 1 ? ['First vote', 'Second vote'] : ['Votes']
	const totals = rounds.map((tally) => Math.max(1, votesIn(tally)))
	const countOf = (round: number, id: string) => rounds[round]?.find(({ option }) => option === id)?.count ?? 0
	const shown = poll.type === 'word' ? wordsOf(rounds) : poll.options
	return shown.map(({ id, label }) => ({
		id,
		label,
		right: id === answer,
		counts: rounds.map((_, round) => {
			const count = countOf(round, id)
			return { round: names[round] ?? '', count, share: count / (totals[round] ?? 1) }
		}),
	}))
}

function wordsOf(rounds: Results['rounds']): { id: string; label: string }[] {
	const last = [...(rounds.at(-1) ?? [])].sort((a, b) => b.count - a.count || a.option.localeCompare(b.option, 'en'))
	return last.slice(0, mostWords).map(({ option }) => ({ id: option, label: option }))
}

export const percent = (share: number): string => `${Math.round(share * 100)}%`
