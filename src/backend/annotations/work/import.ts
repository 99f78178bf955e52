/** W3C annotations taken in, all or none. */
import type { ImportStep } from '#contract/annotations.ts'
import type { AnnotationHostClient } from '#contract/index.ts'
import { readAnnotations } from '#domain/annotations/file.ts'
import type { Json } from '#domain/annotations/json.ts'
import { type Seen, seenOf } from '#domain/annotations/w3c.ts'
import { Failure } from '../../failure.ts'
import type { Sql } from '../../workspace/sql.ts'
import { look, written } from '../anchors.ts'
import { type AnnotationStore, unseen } from '../store.ts'
import type { Texts } from '../texts.ts'
import { ImportLog } from './log.ts'
import { inTurns } from './turns.ts'
import { warningsOf } from './warnings.ts'
import { writing } from './writing.ts'

/** What the long works have at hand, on their thread. */
export interface Around {
	sql: Sql
	store: AnnotationStore
	texts: Texts
	host: AnnotationHostClient
}

export interface ImportOptions {
	/** Whether nothing is to be changed. */
	dryRun: boolean
	signal?: AbortSignal | undefined
	now?: number
}

interface Taken {
	json: Json
	seen: Seen
	targets: Parameters<typeof written>[2]
	modified: number
}

const letGo = { state: 'detached' } as const

/**
 * @yields progress, then what was taken in
 * @throws Failure BAD_REQUEST, with line and reason, for what is not as the W3C model has it
 */
export async function* imported(
	around: Around,
	text: string,
	{ dryRun, signal, now = Date.now() }: ImportOptions,
): AsyncGenerator<ImportStep> {
	const { sql, store, texts, host } = around
	yield { type: 'progress', share: 0 }
	const items = readOrRefuse(text)
	const all: Taken[] = []
	yield* inTurns(items, [0.05, 0.2], signal, (json) => {
		const seen = seenOf(json)
		const targets = seen.targets.map((target) => ({ ...target, ...unseen, ...(target.detached ? letGo : {}) }))
		all.push({ json, seen, targets, modified: seen.modified ?? seen.created ?? now })
	})
	const sought = all.flatMap(({ targets }) => targets.filter(({ state }) => state !== 'detached'))
	const found = await look(store, texts, sought)
	yield { type: 'progress', share: 0.4 }

	const done = { type: 'done' as const, added: 0, changed: 0, unchanged: 0, elsewhere: 0, warnings: [] as string[] }
	const taken: Taken[] = []
	/** What is there may change until this one alone writes. */
	function choose(): void {
		const there = store.modifiedOf(all.map(({ json }) => String(json.id)))
		for (const one of all) {
			const old = there.get(String(one.json.id))
			const dated = one.seen.modified ?? one.seen.created
			if (old !== undefined && (dated === undefined || dated <= old)) done.unchanged++
			else {
				done[old === undefined ? 'added' : 'changed']++
				taken.push(one)
			}
		}
	}
	const anchorsOf = ({ targets }: Taken) => targets.map((target) => found.get(target)?.anchor)
	const finished = (token?: number): ImportStep => {
		const anchors = taken.map(anchorsOf)
		done.elsewhere = anchors.filter((those) => those.some((anchor) => anchor?.checked === '')).length
		done.warnings = warningsOf(
			taken.map(({ seen }) => seen),
			anchors.flatMap((those) => those.flatMap((anchor) => (anchor && anchor.checked !== '' ? anchor.state : []))),
		)
		return { ...done, ...(token === undefined ? {} : { token }) }
	}
	if (dryRun) {
		choose()
		yield finished()
		return
	}
	const token = yield* writing(sql, host, async function* () {
		choose()
		if (!taken.length) return undefined
		const log = new ImportLog(sql, store)
		const token = log.begin(now)
		yield* inTurns(taken, [0.4, 1], signal, ({ json, seen, targets, modified }) => {
			const { json: placed, anchors } = written(store, json, targets, found, now)
			log.note(token, String(json.id), () => store.put(placed, anchors, seen.created ?? modified, modified))
		})
		return token
	})
	yield finished(token)
}

function readOrRefuse(text: string): Json[] {
	const { items, faults } = readAnnotations(text)
	const [first, ...more] = faults
	if (!first) return items
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
