/** What somebody had wrong in a presentation, as cards: made on their own device from their own votes. */
import type { Part, RoomPage, RoomPoll } from '#contract/classroom/room.ts'
import { verdictLabel } from '../words/labels.ts'

export interface OwnVote {
	slide: string
	round: 1 | 2
	choice: string
}
export interface Mistake {
	front: string
	back: string
}

/** @returns the choice that counts for somebody: that of the second round, where there was one */
export const lastChoice = (votes: readonly OwnVote[], slide: string): string | undefined =>
	votes.filter((vote) => vote.slide === slide).sort((a, b) => b.round - a.round)[0]?.choice

/** @returns what an option is called; a word stands for itself */
export const optionLabel = ({ options }: Pick<RoomPoll, 'options'>, choice: string): string =>
	options.find(({ id }) => id === choice)?.label ?? choice

/** @returns whether a choice was right; undefined where nothing is, or it is not out yet */
export function wasRight({ results }: Pick<RoomPoll, 'results'>, choice: string | undefined): boolean | undefined {
	const answer = results?.answer ?? null
	return answer === null || choice === undefined ? undefined : choice === answer
}

export const pollOn = ({ parts }: Pick<RoomPage, 'parts'>): RoomPoll | undefined =>
	parts.flatMap((part) => (part.type === 'poll' ? [part.poll] : []))[0]

/**
 * @param revealed slides at their reveal
 * @returns a card for each poll whose answer was known and missed
 */
export function mistakesIn(revealed: readonly RoomPage[], votes: readonly OwnVote[]): Mistake[] {
	return revealed.flatMap((page) => {
		const poll = pollOn(page)
		const choice = lastChoice(votes, page.slide)
		if (!poll || wasRight(poll, choice) !== false) return []
		const answer = optionLabel(poll, poll.results?.answer ?? '')
		return [
			{ front: joined([...saying(page, 'claim'), poll.question]), back: joined([answer, ...backOf(page, answer)]) },
		]
	})
}

/** What explains the answer, without saying it twice. */
function backOf(page: RoomPage, answer: string): string[] {
	const verdict = page.parts.flatMap((part) => (part.type === 'verdict' ? [verdictLabel(part.verdict)] : []))
	return [...verdict.filter((label) => label !== answer), ...saying(page, 'finding'), ...saying(page, 'explanation')]
}

const saying = ({ parts }: RoomPage, type: 'claim' | 'finding' | 'explanation'): string[] =>
	parts.flatMap((part: Part) => (part.type === type ? [part.text] : []))
const joined = (texts: readonly string[]): string => texts.filter((text) => text.trim()).join('\n\n')

/**
 * @param deck what the deck is called
 * @returns a text that Anki and Parallax read: two columns under Anki’s header lines
 */
export function mistakesText(mistakes: readonly Mistake[], deck: string): string {
	const oneLine = deck.replace(/\s+/g, ' ').replace(/::/g, ':').trim() || 'Classroom'
	const head = ['#separator:tab', '#html:false', '#notetype:Basic', `#deck:${oneLine}`, '#columns:Front\tBack']
	const rows = mistakes.map(({ front, back }) => `${quoted(front)}\t${quoted(back)}`)
	return `${[...head, ...rows].join('\n')}\n`
}

/** All in quotation marks: a line that begins with # is read as a comment. */
const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`
