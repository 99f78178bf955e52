/** W3C annotations taken in, all or none. */
import type { Json } from '#domain/annotations/w3c.ts'
import { seenOf } from '#domain/annotations/w3c.ts'
import { type AnnotationStore, unseen } from './store.ts'

export function imported(store: AnnotationStore, text: string, dryRun: boolean) {
	const { items } = JSON.parse(text) as { items: Json[] }
	const answer = { added: [] as string[], changed: 0, unchanged: 0, warnings: [] as string[] }
	const there = new Map(store.byIds(items.map(({ id }) => String(id))).map((kept) => [kept.json.id, kept]))
	store.atOnce(() => {
		for (const json of items) {
			const seen = seenOf(json)
			const old = there.get(json.id)
			const modified = seen.modified ?? seen.created ?? 0
			if (old && old.modified >= modified) answer.unchanged++
			else {
				if (old) answer.changed++
				else answer.added.push(String(json.id))
				if (!dryRun)
					store.put(
						json,
						seen.targets.map(() => unseen),
						seen.created ?? Date.now(),
						modified,
					)
			}
		}
	})
	return answer
}
