/** Notes whose source has changed since they were made: both wordings are kept until the reader has chosen. */
import type { CardNote } from '#contract/cards/notes.ts'
import type { WorkerClient } from '#contract/index.ts'
import { anchorAll } from '#domain/anchoring/anchor.ts'
import { namedBy } from '#domain/annotations/sources.ts'
import { literal, pointWording } from '#domain/cards/making.ts'
import type { Acts } from './acts.ts'
import type { CardNotes } from './notes.ts'

type Library = Pick<WorkerClient['library'], 'comparison' | 'hashes' | 'text'>
type Wording = Record<string, string>

export class Staleness {
	readonly #notes: CardNotes
	readonly #acts: Acts
	readonly #library: Library

	constructor(notes: CardNotes, acts: Acts, library: Library) {
		this.#notes = notes
		this.#acts = acts
		this.#library = library
	}

	/** Looks at the sources that have changed since the last look. @returns the notes that are stale */
	async list(): Promise<CardNote[]> {
		const places = this.#notes.places()
		const hashes = new Map(
			(await this.#library.hashes({ sources: places.map(({ source }) => source) })).map(({ source, hash }) => [
				source,
				hash,
			]),
		)
		for (const { source, checked, notes } of places) {
			const hash = hashes.get(source) ?? ''
			if (hash === checked) continue
			const now = await this.#wordings(this.#notes.byIds(notes), source, Boolean(hash))
			this.#notes.keepStale(now, hash)
		}
		return this.#notes.stale()
	}

	/** Ends a staleness. @returns the note, and the token that undoes it */
	settle(id: number, how: 'take' | 'keep', now: number): { note: CardNote; token: number } {
		return this.#notes.atOnce(() => {
			const note = this.#notes.byId(id)
			const token = this.#acts.note(
				how === 'take' ? 'New wording taken' : 'Old wording kept',
				[{ table: 'card_note', ids: [id], columns: ['fields', 'first', 'source', 'stale', 'modified'] }],
				now,
			)
			return { note: this.#notes.settle(note, how, now), token }
		})
	}

	/** @returns for each note what its source says now, where that is something else; nothing where the passage is gone. */
	async #wordings(notes: readonly CardNote[], source: string, there: boolean): Promise<Map<number, Wording | null>> {
		const named = namedBy(source)
		const text = there ? (await this.#library.text({ source })).text : ''
		const point =
			there && named.kind === 'point'
				? (await this.#library.comparison({ id: named.comparison })).comparison.points.find(
						({ id }) => id === named.point,
					)
				: undefined
		return new Map(
			notes.map((note) => {
				const { selector, wording = {} } = note.source ?? {}
				const found = selector ? passageNow(text, selector) : point ? pointWording(point) : ''
				const said = Object.entries(wording).map(([field]) => [
					field,
					typeof found === 'string' ? found : ((found as Wording)[field] ?? ''),
				])
				const changed = said.filter(([field = '', words]) => words !== wording[field])
				return [note.id, changed.length ? Object.fromEntries(changed) : null]
			}),
		)
	}
}

/** @returns the words that stand now where a passage stood, in Markdown; nothing where it is not found. */
function passageNow(text: string, selector: Parameters<typeof anchorAll>[1][number]): string {
	const [anchor] = anchorAll(text, [selector])
	return anchor && anchor.state !== 'orphan' ? literal(text.slice(anchor.start, anchor.end)) : ''
}
