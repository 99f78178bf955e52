/** What a reader marks and writes, answering its part of the contract. */
import { randomUUID } from 'node:crypto'
import type { Annotation, AnnotationDraft, Notebook, NotebookQuery, Source } from '#contract/annotations.ts'
import type { AnnotationWorkClient, WorkerClient } from '#contract/index.ts'
import type { Json } from '#domain/annotations/json.ts'
import { suggestLinks } from '#domain/annotations/links.ts'
import { noteTitle } from '#domain/annotations/note-title.ts'
import type { Shelf } from '#domain/annotations/notebook.ts'
import { detached, moved, type Place, samePlace, writtenOver } from '#domain/annotations/w3c.ts'
import { Failure } from '../failure.ts'
import type { Gate } from '../workspace/gate.ts'
import { anchorAnew, anchored, anchorIn, staleAmong, standsIn } from './anchors.ts'
import { askedShelf, notebookOf } from './notebook.ts'
import type { Anchor, Kept } from './rows.ts'
import { type AnnotationStore, type CanonicalText, unseen } from './store.ts'
import { Texts } from './texts.ts'

/** A relation that is named and undefined is taken away; anything else undefined stays as it is. */
type AnnotationChange = { [Key in keyof AnnotationDraft]?: AnnotationDraft[Key] | undefined } & {
	id: string
	lookAgain?: boolean | undefined
}

type Settling = 'accept' | 'detach' | 'reopen'

interface Around {
	store: AnnotationStore
	library: WorkerClient['library']
	/** What takes longer than a frame. */
	work: AnnotationWorkClient
	/** Closed while that writes. */
	gate: Gate
}

/** As many are looked for again on the host's own thread. */
const few = 50

export class Annotations {
	readonly #store: AnnotationStore
	readonly #work: AnnotationWorkClient
	readonly #gate: Gate
	readonly #texts: Texts
	readonly #library: WorkerClient['library']
	/** Whether all have been looked for again since the program started. */
	#anchoring: Promise<void> | undefined
	/** While a program runs, its library stays as it is. */
	#shelf: Promise<Shelf> | undefined

	constructor({ store, library, work, gate }: Around) {
		this.#store = store
		this.#work = work
		this.#gate = gate
		this.#texts = new Texts(library)
		this.#library = library
	}

	async notebook(query: NotebookQuery): Promise<Notebook> {
		this.#shelf ??= askedShelf(this.#library).catch((error) => {
			this.#shelf = undefined
			throw error
		})
		const shelf = await this.#shelf
		// Where it fails, whoever opens the text is told why.
		this.#anchoring ??= this.#anchorAll().catch(() => {
			this.#anchoring = undefined
		})
		return notebookOf(this.#store, query, shelf)
	}

	/** @param ids those of which are there, else those that touch the sources, else all */
	list(sources: readonly Source[] | undefined, ids?: readonly string[]): Promise<Annotation[]> {
		return this.#upToDate(() => (ids ? this.#store.byIds(ids) : this.#store.list(sources)))
	}

	/** @returns those made last, newest first. */
	async recent(limit: number): Promise<Annotation[]> {
		const ids = this.#store.newest(limit)
		return (await this.#upToDate(() => this.#store.byIds(ids))).reverse()
	}

	/** @throws Failure BAD_REQUEST when a quote does not stand where it should, NOT_FOUND for a source that is not there */
	async create({ targets, ...content }: AnnotationDraft, now = Date.now()): Promise<Annotation> {
		const texts = await this.#textsOf(targets)
		const anchors = new Map(targets.map((target) => [target, anchorIn(target, texts.get(target.source))]))
		const at = new Date(now).toISOString()
		const id = `urn:uuid:${randomUUID()}`
		const base: Json = { id, type: 'Annotation', creator: { id: this.#store.reader(), type: 'Person' }, created: at }
		return this.#store.atOnce(() => {
			for (const text of texts.values()) this.#store.keepText(text)
			const json = writtenOver(base, { ...content, targets }, now, (target) => anchors.get(target)?.madeOn)
			this.#store.put(json, [...anchors.values()], now, now)
			return this.#get(id).annotation
		})
	}

	/** @throws Failure NOT_FOUND when it is not there; as `create` for new targets */
	async change(
		{ id, targets, lookAgain = false, ...content }: AnnotationChange,
		now = Date.now(),
	): Promise<Annotation> {
		const before = this.#get(id).targets
		const texts = await this.#textsOf(targets?.filter((target) => !before.some((one) => samePlace(one, target))) ?? [])
		this.#store.atOnce(() => {
			const { json, targets: old, created } = this.#get(id)
			if (!targets) {
				this.#store.put(writtenOver(json, content, now), old, created, now)
				return
			}
			const anchors = new Map(
				targets.map((target) => [
					target,
					old.find((one) => samePlace(one, target)) ??
						this.#anchorBefore(target, texts, lookAgain) ??
						anchorIn(target, texts.get(target.source)),
				]),
			)
			for (const text of texts.values()) this.#store.keepText(text)
			const next = writtenOver(json, { ...content, targets }, now, (target) => anchors.get(target)?.madeOn)
			this.#store.put(next, [...anchors.values()], created, now)
		})
		return this.#current(id)
	}

	remove = (ids: readonly string[]): { removed: number } => ({ removed: this.#store.remove(ids) })

	/** @throws Failure NOT_FOUND when none of them is there any more */
	async restore(ids: readonly string[]): Promise<Annotation[]> {
		if (!this.#store.restore(ids).length)
			throw new Failure('NOT_FOUND', 'This is not in the trash any more.', 'What is deleted is kept for 30 days.')
		return this.#upToDate(() => this.#store.byIds(ids))
	}

	/** @throws Failure NOT_FOUND when there is no such target, CONFLICT when there is nothing to settle about it */
	async settle(id: string, position: number, how: Settling, now = Date.now()): Promise<Annotation> {
		const { source } = this.#target(this.#get(id), position)
		const text = how === 'accept' ? await this.#texts.of(source) : undefined
		this.#store.atOnce(() => {
			const kept = this.#get(id)
			const target = this.#target(kept, position)
			const { proposal, madeOn, checked, at } = target
			const put = (json: Json, anchor: Anchor) => {
				const next = { ...json, modified: new Date(now).toISOString() }
				this.#store.put(next, kept.targets.with(position, { ...target, ...anchor }), kept.created, now)
			}
			if (text && proposal && checked === text.hash) {
				this.#store.keepText(text)
				put(moved(kept.json, at, proposal, text.hash, now), anchored(text.hash))
			} else if (how === 'detach' && target.state !== 'anchored')
				put(detached(kept.json, at), { state: 'detached', proposal: undefined, madeOn, checked })
			else if (how === 'reopen' && target.state === 'detached')
				put(detached(kept.json, at, false), { ...unseen, proposal: undefined, madeOn })
			else
				throw new Failure('CONFLICT', 'There is nothing to settle here.', 'Open the list again; it may have changed.')
		})
		return this.#current(id)
	}

	search = (query: string, limit: number): string[] => this.#store.search(query, limit)
	/** @returns notes by how they begin: those whose first words answer, or the newest where nothing is asked for. */
	titles(words: string, limit: number): { id: string; title: string }[] {
		const ids = words.trim() ? this.#store.beginning(words) : this.#store.newest(limit)
		const titled = this.#store.byIds(ids).flatMap(({ annotation: { id, comment } }) => {
			const title = noteTitle(comment)
			return title ? [{ address: id, title, kind: '' }] : []
		})
		return suggestLinks(titled, words, limit).map(({ address, title }) => ({ id: address, title }))
	}

	/** Reads some, and again where a text has changed since and they had to be anchored anew. */
	async #upToDate(read: () => (Kept & { annotation: Annotation })[]): Promise<Annotation[]> {
		const kept = read()
		const some = (await this.#anchor(kept)) ? read() : kept
		return some.map(({ annotation }) => annotation)
	}

	/** @returns whether there was any whose text has changed */
	async #anchor(kept: readonly Kept[]): Promise<boolean> {
		const stale = await staleAmong(this.#texts, kept)
		if (stale.length > few) await this.#work.anchor({ ids: stale.map(({ one }) => String(one.json.id)) })
		else
			await anchorAnew(this.#store, this.#texts, stale, async (work) => {
				await this.#gate.passed()
				this.#store.atOnce(work)
			})
		return stale.length > 0
	}

	/** Has all of them looked for again whose text has changed, once, in the background. */
	async #anchorAll(): Promise<void> {
		const hashes = await this.#texts.hashes(this.#store.sources())
		if (this.#store.anyStale(hashes)) await this.#work.anchor({})
	}

	#get(id: string): Kept & { annotation: Annotation } {
		const [kept] = this.#store.byIds([id])
		if (kept) return kept
		throw missing()
	}

	#target({ targets }: Kept, position: number) {
		const target = targets[position]
		if (target) return target
		throw missing()
	}

	async #current(id: string): Promise<Annotation> {
		await this.#anchor([this.#get(id)])
		return this.#get(id).annotation
	}

	async #textsOf(places: readonly Place[]): Promise<ReadonlyMap<Source, CanonicalText>> {
		const texts = await Promise.all(places.map(({ source }) => this.#texts.of(source)))
		return new Map(texts.map((text) => [text.source, text]))
	}

	/**
	 * Undoing a reselection brings back a passage of an older text.
	 * @param unknown whether it may be one of a text that was never seen here
	 */
	#anchorBefore(
		{ source, selector }: Place,
		texts: ReadonlyMap<Source, CanonicalText>,
		unknown: boolean,
	): Anchor | undefined {
		if (!selector || standsIn(selector, texts.get(source)?.text)) return undefined
		const older = this.#store.textsOf(source).find(({ text }) => standsIn(selector, text))
		return older || unknown ? { state: 'orphan', madeOn: older?.hash ?? null, checked: null } : undefined
	}
}

const missing = () =>
	new Failure('NOT_FOUND', 'This note is not there any more.', 'Open the notebook to see what there is.')
