/** Whether passages stand where their annotations say, and where they went when a text has changed. */
import type { Selector } from '#contract/annotations.ts'
import { anchorAll, type Anchor as Place } from '#domain/anchoring/anchor.ts'
import { selectorOf } from '#domain/anchoring/selectors.ts'
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

/**
 * Looks again for passages whose text is not the one that their state is true of, and keeps what it finds.
 * @returns whether there were any
 */
export async function anchoredAnew(store: AnnotationStore, texts: Texts, kept: readonly Kept[]): Promise<boolean> {
	const hashes = await texts.hashes(kept.flatMap(({ targets }) => targets.map(({ source }) => source)))
	const isStale = ({ source, state, checked }: Kept['targets'][number]) =>
		state !== 'detached' && checked !== hashes.get(source)
	const stale = kept.flatMap((one) =>
		one.targets.flatMap((target, position) => (isStale(target) ? [{ one, target, position }] : [])),
	)
	if (!stale.length) return false
	const bySource = Map.groupBy(stale, ({ target }) => target.source)
	const found = new Map<Kept, (Found | undefined)[]>()
	for (const [source, those] of bySource) {
		const text = hashes.get(source) ? await texts.of(source) : undefined
		const places = foundIn(
			text,
			those.map(({ target }) => target),
			(hash) => store.textByHash(hash),
		)
		for (const [index, { one, position }] of those.entries()) {
			const row = found.get(one) ?? []
			row[position] = places[index]
			found.set(one, row)
		}
		if (text && places.some(({ anchor }) => anchor.state === 'anchored')) store.keepText(text)
	}
	keep(store, found)
	return true
}

/** Where a target stands now; the selector is given where it has to be written anew. */
interface Found {
	anchor: Anchor
	selector?: Selector
}

/** @param textByHash the texts that selectors were made on, as far as they are kept */
function foundIn(
	text: CanonicalText | undefined,
	targets: readonly (OwnTarget & Anchor)[],
	textByHash: (hash: string) => string | undefined,
): Found[] {
	const madeOn = (target: OwnTarget & Anchor) => target.madeOn ?? target.text ?? ''
	const found = new Map<unknown, Found>()
	for (const [hash, those] of Map.groupBy(targets, madeOn)) {
		const selectors = those.flatMap(({ selector, quoteOnly }) =>
			selector ? [quoteOnly ? { ...selector, start: -1, end: -1 } : selector] : [],
		)
		const places = text ? anchorAll(text.text, selectors, { oldText: textByHash(hash) }).values() : undefined
		for (const target of those) {
			const place = target.selector && places?.next().value
			found.set(target, text ? settled(target, text, place) : { anchor: { ...target, ...lost, checked: '' } })
		}
	}
	return targets.map((target) => found.get(target) as Found)
}

const lost = { state: 'orphan', proposal: undefined } as const

function settled(target: OwnTarget & Anchor, { text, hash }: CanonicalText, place: Place | undefined): Found {
	if (!target.selector) return { anchor: anchored(hash) }
	if (!place || place.state === 'orphan' || place.end - place.start > longestQuote)
		return { anchor: { ...target, ...lost, checked: hash } }
	// What is as it was stays as it is written.
	if (place.state === 'anchored' && surrounds(text, target.selector)) return { anchor: anchored(hash) }
	const selector = selectorOf(text, place.start, place.end)
	if (place.state === 'moved' && !place.certain)
		return { anchor: { state: 'review', proposal: selector, madeOn: target.madeOn, checked: hash } }
	return { anchor: anchored(hash), selector }
}

const surrounds = (text: string, { prefix, exact, suffix, start }: Selector) =>
	text.startsWith(prefix + exact + suffix, start - prefix.length)

/** Writes down what was found, unless an annotation has been changed meanwhile: the next look finds that one again. */
function keep(store: AnnotationStore, found: ReadonlyMap<Kept, readonly (Found | undefined)[]>): void {
	const now = Date.now()
	store.atOnce(() => {
		for (const [{ number, json: before, modified, targets }, places] of found) {
			let json = before
			const anchors = targets.map((target, position): Anchor => {
				const place = places[position]
				if (place?.selector && place.anchor.checked)
					json = moved(json, target.at, place.selector, place.anchor.checked, now)
				return place?.anchor ?? target
			})
			store.moveTargets(number, modified, json, anchors)
		}
	})
}
