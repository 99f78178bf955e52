/** Schema 11: note types, decks and settings are JSON in the one row of `col`. */
import { z } from '#contract/jitless.ts'
import { AnkiType } from './anki-types.ts'
import type { ForeignCollection } from './collection.ts'
import { reading } from './faults.ts'

/** What a collection says of itself, whichever schema it has. */
export interface AnkiWorld {
	/** When it was made: seconds since 1970. */
	created: number
	/** Minutes west of UTC where it was made, as newer ones say. */
	westward?: number
	types: Map<number, AnkiType>
	/** Names by id. */
	decks: Map<number, string>
}

const Types = z.record(z.string(), AnkiType)
const Decks = z.record(z.string(), z.looseObject({ name: z.string() }))
const Conf = z.looseObject({ creationOffset: z.number().optional().catch(undefined) })

export function world11(collection: ForeignCollection, name: string): AnkiWorld {
	const [row] = [...collection.rows('crt, conf, models, decks', 'col', 'LIMIT 1')]
	return reading(name, 'has a damaged collection inside', () => {
		const json = (value: unknown): unknown => JSON.parse(String(value ?? '{}') || '{}')
		const { creationOffset } = Conf.parse(json(row?.conf))
		return {
			created: Number(row?.crt),
			...(creationOffset !== undefined ? { westward: creationOffset } : {}),
			types: byId(Types.parse(json(row?.models))),
			decks: byId(Decks.parse(json(row?.decks)), (deck) => deck.name),
		}
	})
}

function byId<T, R = T>(
	record: Record<string, T>,
	of: (value: T) => R = (value) => value as unknown as R,
): Map<number, R> {
	return new Map(Object.entries(record).map(([id, value]) => [Number(id), of(value)]))
}
