/** W3C annotations taken in, all or none. */
import { readAnnotations } from '#domain/annotations/file.ts'
import type { Json } from '#domain/annotations/json.ts'
import { type Seen, seenOf } from '#domain/annotations/w3c.ts'
import { Failure } from '../failure.ts'
import { look, written } from './anchors.ts'
import { type AnnotationStore, unseen } from './store.ts'
import type { Texts } from './texts.ts'

export interface Imported {
	/** Ids of those that were not there. */
	added: string[]
	changed: number
	unchanged: number
	warnings: string[]
}

/** @throws Failure BAD_REQUEST, with line and reason, for what is not as the W3C model has it */
export async function imported(
	store: AnnotationStore,
	texts: Texts,
	text: string,
	dryRun: boolean,
	now = Date.now(),
): Promise<Imported> {
	const { items, faults } = readAnnotations(text)
	const [first, ...more] = faults
	if (first) {
		const { line, path, message } = first
		const others = more.length
			? ` There ${more.length > 1 ? `are ${more.length} more faults` : 'is one more fault'}.`
			: ''
		throw new Failure(
			'BAD_REQUEST',
			`Line ${line}${path ? ` (${path})` : ''}: ${message}.${others}`,
			'Mend the file and try again; nothing has been changed.',
		)
	}
	const all = items.map((json): Taken => {
		const seen = seenOf(json)
		const targets = seen.targets.map((target) => ({ ...target, ...unseen, ...(target.detached ? letGo : {}) }))
		return { json, seen, targets, modified: seen.modified ?? seen.created ?? now }
	})
	const sought = all.flatMap(({ targets }) => targets.filter(({ state }) => state !== 'detached'))
	const found = await look(store, texts, sought)
	const answer: Imported = { added: [], changed: 0, unchanged: 0, warnings: [] }
	store.atOnce(() => {
		const there = new Map(store.byIds(all.map(({ json }) => String(json.id))).map((kept) => [kept.json.id, kept]))
		const taken = all.filter(({ json, seen, targets, modified }) => {
			const old = there.get(json.id)
			const dated = seen.modified ?? seen.created
			if (old && (dated === undefined || dated <= old.modified)) return false
			if (old) answer.changed++
			else answer.added.push(String(json.id))
			if (!dryRun) {
				const { json: placed, anchors } = written(store, json, targets, found, now)
				store.put(placed, anchors, seen.created ?? modified, modified)
			}
			return true
		})
		answer.unchanged = all.length - taken.length
		const states = taken.flatMap(({ targets }) => targets.map((target) => found.get(target)?.anchor.state))
		answer.warnings = warningsOf(
			taken.map(({ seen }) => seen),
			states,
		)
	})
	return answer
}

interface Taken {
	json: Json
	seen: Seen
	targets: Parameters<typeof written>[2]
	modified: number
}

const letGo = { state: 'detached' } as const

function warningsOf(seen: readonly Seen[], states: readonly (string | undefined)[]): string[] {
	const sum = (key: keyof Seen['hidden']) => seen.reduce((total, { hidden }) => total + hidden[key], 0)
	const kept = (count: number, one: string, many: string) =>
		count ? [`${count} ${count > 1 ? `${many} are` : `${one} is`} kept, but cannot be shown here.`] : []
	const [lost, unsure] = ['orphan', 'review'].map((state) => states.filter((one) => one === state).length)
	const passages = (count: number | undefined, what: string) =>
		count ? [`${count} ${count > 1 ? 'passages were' : 'passage was'} ${what}`] : []
	return [
		...kept(sum('targets'), 'target outside Parallax', 'targets outside Parallax'),
		...kept(sum('selectors'), 'selector of another kind', 'selectors of other kinds'),
		...kept(sum('bodies'), 'body of another kind', 'bodies of other kinds'),
		...passages(lost, 'not found in the texts; the quotes are kept.'),
		...passages(unsure, 'not found for certain; they wait to be reviewed.'),
	]
}
