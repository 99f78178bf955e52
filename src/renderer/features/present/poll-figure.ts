/** What a room answered, as a plot: both rounds side by side. */
import type { Result } from '#contract/classroom/classroom.ts'
import { optionsOf, votesIn } from '#domain/classroom/polls.ts'
import { amountOf } from '../../composables/amounts.ts'
import type { Figure } from '../../composables/plots.ts'

type Answered = Result['polls'][number]

const rounds = [
	{ label: 'First vote', colour: 'var(--line-blue)' },
	{ label: 'After the discussion', colour: 'var(--line-violet)' },
] as const
/** Words that a plot shows; the table has all of them. */
const mostWords = 15
/** Letters of an option beside its bars. */
const mostLetters = 26

const shortened = (words: string) =>
	words.length > mostLetters ? `${words.slice(0, mostLetters - 1).trimEnd()}…` : words
const share = (count: number, of: number) => (of ? `${Math.round((100 * count) / of)}%` : '–')

/** @returns what could be chosen, or the words that came, the most frequent first; each with its count in every round */
export function countsOf({ poll, rounds: tallies }: Answered): { id: string; label: string; counts: number[] }[] {
	const count = (option: string) => tallies.map((tally) => tally.find((each) => each.option === option)?.count ?? 0)
	const known = optionsOf(poll).map(({ id, label }) => ({ id, label, counts: count(id) }))
	const others = [...new Set(tallies.flatMap((tally) => tally.map(({ option }) => option)))]
		.filter((option) => !known.some(({ id }) => id === option))
		.map((option) => ({ id: option, label: option, counts: count(option) }))
	const sum = (counts: number[]) => counts.reduce((all, one) => all + one, 0)
	return [...known, ...others.sort((one, other) => sum(other.counts) - sum(one.counts))]
}

/** @returns what came of it, in a sentence or two */
function saysOf({ poll, rounds: tallies }: Answered): string {
	const votes = tallies.map(votesIn)
	if (!votes.some(Boolean)) return 'Nobody voted.'
	const cast =
		votes.length > 1 ? `${amountOf(votes[0] ?? 0, 'vote')}, then ${votes[1]}.` : `${amountOf(votes[0] ?? 0, 'vote')}.`
	if (poll.answer === null) return cast
	const right = tallies.map((tally, index) =>
		share(tally.find(({ option }) => option === poll.answer)?.count ?? 0, votes[index] ?? 0),
	)
	const label = optionsOf(poll).find(({ id }) => id === poll.answer)?.label ?? poll.answer
	return `${cast} “${label}” is right: ${right.join(', after the discussion ')}.`
}

/** @param number of the poll within the results, from 1 */
export function pollFigure(answered: Answered, number: number, title: string): Figure {
	const { poll, rounds: tallies } = answered
	const all = countsOf(answered)
	const told = rounds.slice(0, Math.max(1, tallies.length))
	const votes = tallies.map(votesIn)
	const shown = poll.type === 'word' ? all.slice(0, mostWords) : all
	// Two options may begin with the same words.
	const names = new Map(
		shown.map(({ id, label }, index) => [
			id,
			`${poll.type === 'choice' ? `${index + 1}. ` : ''}${shortened(label)}${id === poll.answer ? ' ✓' : ''}`,
		]),
	)
	const bars = shown.flatMap(({ id, counts }) =>
		told.map(({ label }, round) => ({
			option: names.get(id) ?? id,
			round: label,
			count: counts[round] ?? 0,
			of: votes[round] ?? 0,
		})),
	)
	return {
		name: `${title} ${number}`.replaceAll(/[\\/:*?"<>|]/g, ' '),
		title: poll.question || 'Poll',
		says: saysOf(answered),
		...(told.length > 1 ? { keys: told } : {}),
		table: {
			head: ['Answer', ...told.flatMap(({ label }) => [label, `${label}, share`])],
			rows: all.map(({ id, label, counts }) => [
				id === poll.answer ? `${label} (right)` : label,
				...told.flatMap((_, round) => [counts[round] ?? 0, share(counts[round] ?? 0, votes[round] ?? 0)]),
			]),
		},
		plot: (Plot, width) => ({
			height: 36 + shown.length * (told.length > 1 ? 48 : 32),
			marginLeft: Math.min(190, width * 0.4),
			marginRight: 40,
			marginTop: 4,
			marginBottom: 32,
			x: {
				label: 'votes',
				grid: true,
				ticks: 4,
				tickFormat: (count: number) => (Number.isInteger(count) ? String(count) : ''),
			},
			y: { axis: null, domain: told.map(({ label }) => label), padding: 0.1 },
			fy: { label: null, domain: shown.map(({ id }) => names.get(id) ?? id), padding: 0.2 },
			color: { domain: rounds.map(({ label }) => label), range: rounds.map(({ colour }) => colour) },
			marks: [
				Plot.axisFy({ anchor: 'left', label: null, textAnchor: 'end', dx: -8 }),
				Plot.barX(bars, { x: 'count', y: 'round', fy: 'option', fill: 'round', fillOpacity: 0.85 }),
				Plot.text(
					bars.filter(({ count }) => count > 0),
					{ x: 'count', y: 'round', fy: 'option', text: 'count', textAnchor: 'start', dx: 5, fill: 'var(--ink)' },
				),
				Plot.ruleX([0], { stroke: 'var(--line-strong)' }),
			],
		}),
	}
}
