/** Results of a room, as they are plotted and tabled. */
import { expect, test } from 'vitest'
import { countsOf, pollFigure } from '../../../src/renderer/features/present/poll-figure.ts'

const choice = {
	slide: 'a',
	about: '',
	poll: {
		type: 'choice' as const,
		question: 'Which?',
		options: [
			{ id: 'a', label: 'One' },
			{ id: 'b', label: 'Two' },
		],
		answer: 'b',
	},
	rounds: [
		[
			{ option: 'a', count: 3 },
			{ option: 'b', count: 1 },
		],
		[{ option: 'b', count: 4 }],
	],
}

test('both rounds stand side by side, with what is right and the share of it', () => {
	const { table, says, keys } = pollFigure(choice, 1, 'In class')
	expect(table).toEqual({
		head: ['Answer', 'First vote', 'First vote, share', 'After the discussion', 'After the discussion, share'],
		rows: [
			['One', 3, '75%', 0, '0%'],
			['Two (right)', 1, '25%', 4, '100%'],
		],
	})
	expect(says).toBe('4 votes, then 4. “Two” is right: 25%, after the discussion 100%.')
	expect(keys).toHaveLength(2)
})

test('words come with the most frequent first; one round has no key; nobody may have voted', () => {
	const poll = { type: 'word' as const, question: 'A word?', options: [], answer: null }
	const words = {
		slide: 'w',
		about: '',
		poll,
		rounds: [
			[
				{ option: 'sad', count: 1 },
				{ option: 'slow', count: 5 },
			],
		],
	}
	expect(countsOf(words).map(({ label }) => label)).toEqual(['slow', 'sad'])
	expect(pollFigure(words, 1, 'x').keys).toBeUndefined()
	expect(pollFigure({ ...words, rounds: [] }, 1, 'x').says).toBe('Nobody voted.')
})

test('its file has a name that every system takes', () => {
	expect(pollFigure(choice, 2, 'Trauma: what/when?').name).toBe('Trauma  what when  2')
})
