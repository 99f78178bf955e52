/** What a collection says beside its notes and cards: note types, decks, options. */
import { createHash } from 'node:crypto'
import type { KeptType } from '../../types.ts'
import { type AnkiType, originalId, typeBack } from '../anki-types.ts'
import { look } from '../twins.ts'
import { outsideName } from './chosen.ts'

/** Ids by which Anki tells things apart; none twice. */
export class Ids {
	readonly #taken = new Set<number>()

	/** @returns the wanted one, or the next that is free. */
	free(wanted: number): number {
		let id = Math.max(1, Math.trunc(wanted))
		while (this.#taken.has(id)) id++
		this.#taken.add(id)
		return id
	}
}

/** Note types by the ids that they get; the same type always wants the same. */
export class ModelsOut {
	readonly models: Record<string, AnkiType> = {}
	readonly #ids = new Ids()
	readonly #known = new Map<number, number>()
	readonly #modified: number

	/** @param modified seconds since 1970 */
	constructor(modified: number) {
		this.#modified = modified
	}

	idOf(type: KeptType): number {
		let id = this.#known.get(type.id)
		if (id === undefined) {
			id = this.#ids.free(originalId(type) ?? 1_500_000_000_000 + hashed(type.key))
			this.#known.set(type.id, id)
			this.models[id] = typeBack(type, { id, name: outsideName(type), css: look, modified: this.#modified })
		}
		return id
	}
}

const hashed = (key: string): number => createHash('sha256').update(key).digest().readUInt32BE(0)

/** Decks by name, with all levels above them. */
export class DecksOut {
	readonly decks: Record<string, object> = {}
	readonly #ids = new Map<string, number>()
	readonly #modified: number

	/** @param modified seconds since 1970 */
	constructor(modified: number) {
		this.#modified = modified
		// The one that every collection has.
		this.idOf('Default')
	}

	idOf(name: string): number {
		const known = this.#ids.get(name)
		if (known !== undefined) return known
		const above = name.lastIndexOf('::')
		if (above > 0) this.idOf(name.slice(0, above))
		const id = name === 'Default' ? 1 : this.#modified * 1000 + this.#ids.size
		this.#ids.set(name, id)
		this.decks[id] = { ...usualDeck, id, name, mod: this.#modified }
		return id
	}
}

const usualDeck = {
	usn: -1,
	desc: '',
	dyn: 0,
	conf: 1,
	collapsed: false,
	browserCollapsed: false,
	extendNew: 0,
	extendRev: 0,
	lrnToday: [0, 0],
	revToday: [0, 0],
	newToday: [0, 0],
	timeToday: [0, 0],
}

/** Options of decks as Anki has them from the start. */
export const usualOptions = {
	1: {
		id: 1,
		mod: 0,
		name: 'Default',
		usn: 0,
		maxTaken: 60,
		autoplay: true,
		timer: 0,
		replayq: true,
		dyn: false,
		new: { bury: false, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay: 20 },
		rev: { bury: false, ease4: 1.3, ivlFct: 1, maxIvl: 36500, perDay: 200, hardFactor: 1.2 },
		lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
	},
}

/**
 * Settings of a collection.
 * @param westward minutes west of UTC when it was made
 * @param rollover hour at which a day begins
 */
export const settingsOut = (westward: number, rollover: number, model: number, nextPos: number) => ({
	schedVer: 2,
	sched2021: true,
	creationOffset: westward,
	rollover,
	curModel: model,
	nextPos,
	activeDecks: [1],
	curDeck: 1,
	newSpread: 0,
	collapseTime: 1200,
	timeLim: 0,
	estTimes: true,
	dueCounts: true,
	sortType: 'noteFld',
	sortBackwards: false,
	addToCur: true,
	dayLearnFirst: false,
})
