/** What a room has answered: as it is kept, as a table, as a note. Counts alone. */
import type { Live, Result } from '#contract/classroom/classroom.ts'
import type { Slide } from '#contract/classroom/presentations.ts'
import type { Tally } from '#contract/classroom/room.ts'
import { literal } from '../cards/making.ts'
import type { Table } from '../tables/table.ts'
import { added, optionsOf, votesIn } from './polls.ts'

type Answers = Result['polls'][number]

/** @returns the polls that were voted in or counted by hand, in the order of their slides */
export function answersOf(slides: readonly Slide[], { polls }: Pick<Live, 'polls'>): Answers[] {
	return slides.flatMap((slide) => {
		const known = polls[slide.id]
		if (!known || (slide.type !== 'point' && slide.type !== 'poll')) return []
		const [first = [], second = []] = known.rounds.map(({ tally, hand }) => added(tally, hand))
		if (votesIn(first) + votesIn(second) === 0) return []
		const about = slide.type === 'point' ? slide.claim.slice(0, 2000) : ''
		return [{ slide: slide.id, about, poll: slide.poll, rounds: votesIn(second) > 0 ? [first, second] : [first] }]
	})
}

/** @returns a row for each option of each poll */
export const resultTable = ({ polls }: Pick<Result, 'polls'>): Table => ({
	head: ['Poll', 'Claim', 'Question', 'Answer', 'Right', 'First vote', 'Second vote'],
	rows: polls.flatMap((answers, index) =>
		choicesOf(answers).map(({ label, right, counts: [first = 0, second = ''] }) => [
			index + 1,
			answers.about,
			answers.poll.question,
			label,
			right ? 'yes' : '',
			first,
			second,
		]),
	),
})

/** @param day when it was, in words. @returns Markdown for the notebook, whose notes have lists and no tables */
export function resultNote({ title, polls }: Pick<Result, 'title' | 'polls'>, day: string): string {
	const parts = polls.map((answers) => {
		const [first = [], second] = answers.rounds
		const totals = second
			? `${votesIn(first)} voted first, ${votesIn(second)} after the discussion`
			: `${votesIn(first)} voted`
		const { about, poll } = answers
		const asked = [about && `**${line(about)}**`, line(poll.question)].filter(Boolean).join('  \n')
		const items = choicesOf(answers).map(({ label, right, counts }) => {
			const shares = counts.map((count, round) => share(count, answers.rounds[round] ?? []))
			return `- ${right ? `**${line(label)}** (right)` : line(label)}: ${shares.join(', then ')}`
		})
		return [asked, items.join('\n'), `${totals}.`].filter(Boolean).join('\n\n')
	})
	return [`# Answers to ‘${line(title)}’, ${day}`, ...parts].join('\n\n')
}

interface Choice {
	label: string
	right: boolean
	/** In each round. */
	counts: number[]
}

/** What could be chosen, or was: words are known by having been sent, the most frequent first. */
function choicesOf({ poll, rounds }: Answers): Choice[] {
	const countsOf = (option: string) => rounds.map((round) => round.find((each) => each.option === option)?.count ?? 0)
	const known = optionsOf(poll).map(({ id, label }) => ({ id, label }))
	const sent = [...new Set(rounds.flat().map(({ option }) => option))].filter(
		(option) => !known.some(({ id }) => id === option),
	)
	const all = rounds.reduce(added, [])
	const count = (option: string) => all.find((each) => each.option === option)?.count ?? 0
	const others = sent.sort((one, other) => count(other) - count(one)).map((word) => ({ id: word, label: word }))
	return [...known, ...others].map(({ id, label }) => ({ label, right: id === poll.answer, counts: countsOf(id) }))
}

const share = (count: number, round: Tally) => {
	const all = votesIn(round)
	return all === 0 ? String(count) : `${count} (${Math.round((100 * count) / all)} %)`
}
/** Words that are words, whatever Markdown would make of them, in one line. */
const line = (text: string) => literal(text.replace(/\s+/g, ' ').trim())
