/** A made-up reader who remembers otherwise than FSRS takes for granted, as a collection of Anki's. */
import { default_w, type FSRSState, fsrs } from 'ts-fsrs'
import type { CollectionSpec } from './anki.ts'

/** What this reader remembers by: first impressions fade soon, and recall falls quickly. */
const own = [...default_w]
own[0] = 0.05
own[2] = 0.7
own[3] = 2
own[8] = 1.2
own[20] = 0.4

const created = 1_600_000_000
const dayLength = 86_400_000
const firstDay = Math.floor((created * 1000) / dayLength)

/** @returns so many cards, each with ten reviews of days that lie before October 2026; nine of them tell of memory */
export function forgetful(count: number): CollectionSpec {
	const [truth, usual] = [fsrs({ w: own }), fsrs({})]
	let seed = 7
	const random = () => {
		seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
		return seed / 2_147_483_648
	}
	const cards: CollectionSpec['cards'] = []
	const reviews: NonNullable<CollectionSpec['reviews']> = []
	for (let id = 1; id <= count; id++) {
		let known: FSRSState | null = null
		let felt: FSRSState | null = null
		let [day, last, interval, lapses] = [19_000 + (id % 30), 0, 0, 0] as [number, number, number, number]
		for (let review = 0; review < 10; review++) {
			const gap = known ? day - last : 0
			const remembers = random() < (known ? truth.forgetting_curve(gap, known.stability) : 0.7)
			const rating = remembers ? (known && random() < 0.1 ? 4 : 3) : 1
			if (known && !remembers) lapses++
			known = truth.next_state(known, gap, rating)
			felt = usual.next_state(felt, gap, rating)
			interval = rating === 1 ? 1 : Math.min(120, usual.next_interval(felt.stability, gap))
			const at = day * dayLength + dayLength / 2 + id
			reviews.push([at, id, rating, interval, 1, 2500, 5000, review ? 1 : 0])
			last = day
			day += interval
		}
		cards.push({ id, note: id, deck: 2, type: 2, due: day - firstDay, ivl: interval, factor: 2500, reps: 10, lapses })
	}
	return {
		crt: created,
		types: [
			{
				id: 1_500_000_000_019,
				name: 'Plain',
				fields: ['Front', 'Back'],
				templates: [{ name: 'Card 1', front: '{{Front}}', back: '{{Back}}' }],
			},
		],
		decks: { 1: 'Default', 2: 'Remembered' },
		notes: cards.map(({ id }) => ({
			id,
			guid: `forgetful-${id}`,
			type: 1_500_000_000_019,
			fields: [`Question ${id}`, `Answer ${id}`],
		})),
		cards,
		reviews,
	}
}
