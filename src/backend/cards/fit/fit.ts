/** FSRS's parameters, fitted to what the reader has answered. Nothing is changed by it. */
import type { Enough, Fitted } from '#contract/cards/fit.ts'
import { foreseeable, measured, reviewsNeeded } from '#domain/cards/fit.ts'
import { fsrsOf } from '#domain/cards/memory.ts'
import { Failure } from '../../failure.ts'
import type { Cards } from '../cards.ts'
import { historiesOf } from './histories.ts'
import { type Counts, optimised } from './optimiser.ts'

/** @returns how many reviews there are to learn from, and how many it takes. */
export function enough({ sql }: Cards): Enough {
	let reviews = 0
	for (const { answers } of historiesOf(sql)) reviews += foreseeable(answers)
	return { reviews, needed: reviewsNeeded }
}

/**
 * @param watch as in `optimised`
 * @throws Failure where there are too few reviews
 */
export async function fitSchedule(cards: Cards, watch: (counts: Counts | undefined) => void): Promise<Fitted> {
	const histories = [...historiesOf(cards.sql)].map(({ answers }) => answers).filter((answers) => foreseeable(answers))
	const reviews = histories.reduce((sum, answers) => sum + foreseeable(answers), 0)
	if (reviews < reviewsNeeded)
		throw new Failure(
			'CONFLICT',
			`There are ${reviews} reviews to learn from, and ${reviewsNeeded} are needed.`,
			'Study on, and try again when there are more.',
		)
	const parameters = await optimised(histories, watch)
	const settings = cards.settings()
	const by = (schedulingParameters: number[]) => measured(histories, fsrsOf({ ...settings, schedulingParameters }))
	return {
		...{ reviews, cards: histories.length, parameters },
		...{ shipped: by([]), now: by(settings.schedulingParameters), fitted: by(parameters) },
	}
}
