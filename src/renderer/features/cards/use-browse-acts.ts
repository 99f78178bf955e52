/** Acts on the chosen cards, each with its way back. */
import type { CardAct } from '#contract/cards/browse.ts'
import { client } from '../../client/index.ts'
import { amountOf } from '../../composables/amounts.ts'
import { useCards } from '../../stores/cards.ts'

type Which = Parameters<typeof client.cards.browse.act>[0]['which']

const said: Record<CardAct['act'], string> = {
	suspend: 'suspended',
	unsuspend: 'taken up again',
	bury: 'buried until tomorrow',
	unbury: 'dug up',
	reset: 'made new',
	remove: 'deleted',
	move: 'moved',
	tag: 'tagged anew',
}

/** @returns a function that acts and says so; its answer is whether it could be done. */
export function useBrowseActs() {
	const cards = useCards()
	return async (which: Which, act: CardAct): Promise<boolean> => {
		const done = await cards.act(
			() => client.cards.browse.act({ which, act }),
			({ cards: count }) => `${amountOf(count, 'card')} ${said[act.act]}`,
		)
		return done !== undefined
	}
}
