/** How the browser calls what it shows. */
import type { CardRow } from '#contract/cards/browse.ts'
import type { cardOrders, cardStates, holds } from '#contract/cards/words.ts'

export const stateLabels: Record<(typeof cardStates)[number] | (typeof holds)[number], string> = {
	new: 'New',
	learning: 'Learning',
	review: 'Review',
	relearning: 'Learning again',
	suspended: 'Suspended',
	buried: 'Buried until tomorrow',
}

export const flags = ['due', 'today', 'leech', 'stale'] as const
export const flagLabels: Record<(typeof flags)[number], string> = {
	due: 'Due today',
	today: 'Made today',
	leech: 'Leeches',
	stale: 'Source has changed',
}

export const orderLabels: Record<(typeof cardOrders)[number], string> = {
	created: 'Made',
	modified: 'Changed',
	text: 'Card',
	deck: 'Deck',
	due: 'Due',
	interval: 'Interval',
	lapses: 'Lapses',
	stability: 'Stability',
	difficulty: 'Difficulty',
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** @returns when a card is due, or that it is new. */
export const dueLabel = ({ due }: Pick<CardRow, 'due'>): string => (due === null ? 'New' : day.format(due))

/** @returns `12 days`, or nothing for a card without one. */
export const intervalLabel = ({ interval }: Pick<CardRow, 'interval'>): string =>
	interval ? `${interval.toLocaleString('en-GB')} ${interval === 1 ? 'day' : 'days'}` : ''

/** @returns what is to be known of a card beside its words. */
export const flagsOf = ({ hold, leech, stale }: Pick<CardRow, 'hold' | 'leech' | 'stale'>): string[] => [
	...(hold === 'suspended' ? ['Suspended'] : []),
	...(hold === 'buried' ? ['Buried'] : []),
	...(leech ? ['Leech'] : []),
	...(stale ? ['Source has changed'] : []),
]

/** @returns the type of a card, and which of its note’s cards it is. */
export const typeLabel = ({ typeName, name }: Pick<CardRow, 'typeName' | 'name'>): string => `${typeName}, ${name}`
