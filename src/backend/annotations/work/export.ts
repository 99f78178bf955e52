/** Annotations as a file of W3C JSON-LD, part by part. */
import { setTimeout } from 'node:timers/promises'
import { type ExportPart, largestPart } from '#contract/annotations.ts'
import { pageOf } from '#domain/annotations/file.ts'
import type { AnnotationStore } from '../store.ts'
import { inTurns, stopIfAsked } from './turns.ts'

/** Milliseconds between two parts: the host passes each on, and has others to answer. */
const pause = 4

/** @param ids those that leave; all without it. @throws Failure CANCELLED */
export async function* exportedPage(
	store: AnnotationStore,
	ids: readonly string[] | undefined,
	signal: AbortSignal | undefined,
): AsyncGenerator<ExportPart> {
	const texts = store.jsonOf(ids)
	const items: Parameters<typeof pageOf>[0][number][] = []
	yield* inTurns(texts, [0, 0.5], signal, (text) => items.push(JSON.parse(text)))
	const page = pageOf(items)
	for (let at = 0; at < page.length; at += largestPart) {
		if (at) await setTimeout(pause)
		stopIfAsked(signal)
		yield { type: 'part', text: page.slice(at, at + largestPart) }
		yield { type: 'progress', share: 0.5 + (0.5 * at) / page.length }
	}
	yield { type: 'done', annotations: items.length }
}
