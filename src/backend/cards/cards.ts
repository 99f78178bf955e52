/** Cards of a workspace: the parts that know of one another. */
import type { Settings } from '#contract/workspace.ts'
import type { Sql } from '../workspace/sql.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { Acts } from './acts.ts'
import { Browser } from './browse/browser.ts'
import { type Clock, type Moment, momentOf, systemClock } from './clock.ts'
import { Decks } from './decks.ts'
import { CardNotes } from './notes.ts'
import { Study } from './study.ts'
import { NoteTypes } from './types.ts'

export class Cards {
	readonly sql: Sql
	readonly acts: Acts
	readonly decks: Decks
	readonly types: NoteTypes
	readonly notes: CardNotes
	readonly study: Study
	readonly browser: Browser
	readonly settings: () => Settings
	readonly #clock: Clock
	#moment: Moment | undefined

	constructor(sql: Sql, settings: () => Settings, clock: Clock = systemClock) {
		this.sql = sql
		this.settings = settings
		this.#clock = clock
		this.acts = new Acts(sql)
		this.decks = new Decks(sql, this.acts)
		this.types = new NoteTypes(sql)
		this.notes = new CardNotes(sql, this.acts, this.decks, this.types)
		this.study = new Study(this)
		this.browser = new Browser(this)
	}

	/** @returns the cards of a workspace, which know when it has become another one */
	static of({ sql, store, changes }: Pick<Workspace, 'sql' | 'store' | 'changes'>, clock?: Clock): Cards {
		const cards = new Cards(sql, () => store.settings(), clock)
		changes.onEverything(() => cards.forget())
		return cards
	}

	/** Has what is remembered of the workspace read anew: it may be another one now. */
	forget(): void {
		this.types.forget()
		this.study.forget()
	}

	/** @returns now, and the study day that it belongs to. */
	moment(): Moment {
		this.#moment = momentOf(this.#clock, this.settings(), this.#moment)
		return this.#moment
	}
}
