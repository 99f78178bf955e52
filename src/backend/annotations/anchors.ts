/** Whether passages stand where their annotations say, and where they went when a text has changed. */
import type { Selector } from '#contract/annotations.ts'
import { anchorAll, type Anchor as Place } from '#domain/anchoring/anchor.ts'
import { selectorOf } from '#domain/anchoring/selectors.ts'
import type { Json } from '#domain/annotations/json.ts'
import { longestQuote, moved, type OwnTarget, type Place as Passage } from '#domain/annotations/w3c.ts'
import { Failure } from '../failure.ts'
import type { Anchor, Kept } from './rows.ts'
import type { AnnotationStore, CanonicalText } from './store.ts'
import type { Texts } from './texts.ts'

/** The passage stands where it says, in the text of this hash. */
export const anchored = (hash: string): Anchor => ({
	state: 'anchored',
	proposal: undefined,
	madeOn: hash,
	checked: hash,
})

export const standsIn = ({ exact, start, end }: Selector, text: string | undefined): boolean =>
	text !== undefined && start < end && end <= text.length && text.slice(start, end) === exact

/** @throws Failure BAD_REQUEST when the quote of a target does not stand where it says */
export function anchorIn({ selector }: Passage, text: CanonicalText | undefined): Anchor {
	if (text && (!selector || standsIn(selector, text.text))) return anchored(text.hash)
	throw new Failure(
		'BAD_REQUEST',
		'The passage does not stand in the text where it was marked.',
		'Open the text again and mark the passage once more.',
	)
}

/** An annotation, and its targets whose text is not the one that their state is true of. */
export interface Stale {
	one: Kept
	targets: Looked[]
}

/** @returns those that have to be looked for again. */
export async function staleAmong(texts: Texts, kept: readonly Kept[]): Promise<Stale[]> {
	const hashes = await texts.hashes(kept.flatMap(({ targets }) => targets.map(({ source }) => source)))
	return kept.flatMap((one) => {
		const targets = one.targets.filter(
			({ source, state, checked }) => state !== 'detached' && checked !== hashes.get(source),
		)
		return targets.length ? [{ one, targets }] : []
	})
}

/**
 * Looks again for passages, and keeps what it finds.
 * @param write does the writing in one transaction, when nobody else writes
 */
export async function anchorAnew(
	store: AnnotationStore,
	texts: Texts,
	stale: readonly Stale[],
	write: (work: () => void) => Promise<void>,
): Promise<void> {
	if (!stale.length) return
	const found = await look(
		store,
		texts,
		stale.flatMap(({ targets }) => targets),
	)
	const now = Date.now()
	await write(() => {
		for (const { one } of stale) {
			const { json, anchors } = written(store, one.json, one.targets, found, now)
			store.moveTargets(one, json, anchors)
		}
	})
}

type Looked = OwnTarget & Anchor

/** Where a target stands now; the selector is given where it has to be written anew, the text where it is to be kept. */
interface Found {
	anchor: Anchor
	selector?: Selector
	text?: CanonicalText
}

/** @returns where targets stand in the texts as they are now. */
export async function look(
	store: AnnotationStore,
	texts: Texts,
	targets: readonly Looked[],
): Promise<ReadonlyMap<OwnTarget, Found>> {
	const hashes = await texts.hashes(targets.map(({ source }) => source))
	const found = new Map<OwnTarget, Found>()
	for (const [source, those] of Map.groupBy(targets, (target) => target.source)) {
		const text = hashes.get(source) ? await texts.of(source) : undefined
		for (const target of those) found.set(target, { anchor: { ...target, ...lost, checked: '' } })
		if (text) lookIn(text, those, (hash) => store.textByHash(hash), found)
	}
	return found
}

/** @returns an annotation with what was found of its targets; the texts that they stand in are kept with it. */
export function written(
	store: AnnotationStore,
	before: Json,
	targets: readonly Looked[],
	found: ReadonlyMap<OwnTarget, Found>,
	now: number,
): { json: Json; anchors: Anchor[] } {
	let json = before
	const anchors = targets.map((target): Anchor => {
		const { anchor, selector, text } = found.get(target) ?? { anchor: target }
		if (text) store.keepText(text)
		if (text && selector) json = moved(json, target.at, selector, text.hash, now)
		return anchor
	})
	return { json, anchors }
}

/** @param textByHash the texts that selectors were made on, as far as they are kept */
function lookIn(
	text: CanonicalText,
	targets: readonly Looked[],
	textByHash: (hash: string) => string | undefined,
	found: Map<OwnTarget, Found>,
): void {
	for (const [hash, those] of Map.groupBy(targets, (target) => target.madeOn ?? target.text ?? '')) {
		const selectors = those.flatMap(({ selector, quoteOnly }) =>
			selector ? [quoteOnly ? { ...selector, start: -1, end: -1 } : selector] : [],
		)
		const places = anchorAll(text.text, selectors, { oldText: textByHash(hash) }).values()
		for (const target of those) found.set(target, settled(target, text, target.selector && places.next().value))
	}
}

const lost = { state: 'orphan', proposal: undefined } as const

function settled(target: Looked, text: CanonicalText, place: Place | undefined): Found {
	const { hash } = text
	if (!target.selector) return { anchor: anchored(hash) }
	if (!place || place.state === 'orphan' || place.end - place.start > longestQuote)
		return { anchor: { ...target, ...lost, checked: hash } }
	// What is as it was stays as it is written.
	if (place.state === 'anchored' && surrounds(text.text, target.selector)) return { anchor: anchored(hash), text }
	const selector = selectorOf(text.text, place.start, place.end)
	return place.state === 'moved' && !place.certain
		? { anchor: { state: 'review', proposal: selector, madeOn: target.madeOn, checked: hash } }
		: { anchor: anchored(hash), selector, text }
}

const surrounds = (text: string, { prefix, exact, suffix, start }: Selector) =>
	text.startsWith(prefix + exact + suffix, start - prefix.length)
