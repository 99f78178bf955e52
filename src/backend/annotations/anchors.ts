/** Whether passages stand where their annotations say, and where they went when a text has changed. */
import type { Selector } from '#contract/annotations.ts'
import { moved, type Place } from '#domain/annotations/w3c.ts'
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
export function anchorIn({ selector }: Place, text: CanonicalText | undefined): Anchor {
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
	const stale = kept.filter(({ targets }) =>
		targets.some(({ source, state, checked }) => state !== 'detached' && checked !== hashes.get(source)),
	)
	if (!stale.length) return false
	const wanted = stale.flatMap(({ targets }) => targets.map(({ source }) => source))
	const present = [...new Set(wanted)].filter((source) => hashes.get(source))
	const current = new Map(
		(await Promise.all(present.map((source) => texts.of(source)))).map((text) => [text.source, text]),
	)
	const now = Date.now()
	store.atOnce(() => {
		for (const { json: before, targets, created, modified } of stale) {
			let json = before
			const anchors = targets.map((target): Anchor => {
				const text = current.get(target.source)
				if (target.state === 'detached' || target.checked === (text?.hash ?? '')) return target
				if (!text) return { state: 'orphan', madeOn: target.madeOn, checked: '' }
				if (target.selector && !standsIn(target.selector, text.text))
					return { state: 'orphan', madeOn: target.madeOn, checked: text.hash }
				store.keepText(text)
				if (target.selector) json = moved(json, target.at, target.selector, text.hash, now)
				return anchored(text.hash)
			})
			store.put(json, anchors, created, modified)
		}
	})
	return true
}
