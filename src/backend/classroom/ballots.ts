/** Who has voted for what. It stays in the listener’s memory: only counts leave it. */
import type { FollowerAnswer, Refusal, RoomPoll, RoomView, Tally } from '#contract/classroom/room.ts'
import { choiceIn } from '#domain/classroom/polls.ts'

export type Vote = Extract<FollowerAnswer, { type: 'joined' }>['votes'][number]
type Round = Vote['round']
export interface Count {
	slide: string
	round: Round
	tally: Tally
	voters: number
}

/** Most options of a tally: what the contract lets through. Of words, those said most often. */
const mostOptions = 500

export interface Ballots {
	/**
	 * Counts one vote of a device.
	 * @param view what is on now
	 * @returns the choice as it was counted, or why it was not
	 */
	cast(device: string, vote: Vote, view: RoomView | null): { choice: string } | { refused: Refusal }
	/** @returns the device’s own votes */
	of(device: string): Vote[]
	/** @returns how the rounds stand that have changed since this was asked last */
	changed(): Count[]
}

export function makeBallots(): Ballots {
	const rounds = new Map<string, { slide: string; round: Round; choices: Map<string, string> }>()
	const dirty = new Set<string>()
	return {
		cast(device, { slide, round, choice }, view) {
			const poll = openPoll(view, slide, round)
			if (!poll) return { refused: 'closed' }
			const key = `${round} ${slide}`
			const { choices } = rounds.get(key) ?? { choices: new Map<string, string>() }
			if (choices.has(device)) return { refused: 'twice' }
			const counted = choiceIn(poll, choice)
			if (counted === undefined) return { refused: 'unknown' }
			rounds.set(key, { slide, round, choices: choices.set(device, counted) })
			dirty.add(key)
			return { choice: counted }
		},
		of: (device) =>
			[...rounds.values()].flatMap(({ slide, round, choices }) => {
				const choice = choices.get(device)
				return choice === undefined ? [] : [{ slide, round, choice }]
			}),
		changed() {
			const counts = [...dirty].flatMap((key) => {
				const known = rounds.get(key)
				return known ? [{ ...known, tally: tallyOf(known.choices.values()), voters: known.choices.size }] : []
			})
			dirty.clear()
			return counts.map(({ slide, round, tally, voters }) => ({ slide, round, tally, voters }))
		},
	}
}

/** The poll of the slide that is on, where it takes votes of this round now. */
function openPoll(view: RoomView | null, slide: string, round: Round): RoomPoll | undefined {
	if (view?.page?.slide !== slide) return undefined
	const part = view.page.parts.find(({ type }) => type === 'poll')
	return part?.type === 'poll' && part.poll.open && part.poll.round === round ? part.poll : undefined
}

function tallyOf(choices: Iterable<string>): Tally {
	const counts = new Map<string, number>()
	for (const choice of choices) counts.set(choice, (counts.get(choice) ?? 0) + 1)
	const tally = [...counts].map(([option, count]) => ({ option, count }))
	return tally.sort((a, b) => b.count - a.count).slice(0, mostOptions)
}
