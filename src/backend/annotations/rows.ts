/** An annotation as the database has it, and as windows see it. */
import type { Annotation, Selector, Target } from '#contract/annotations.ts'
import type { Json } from '#domain/annotations/json.ts'
import { type OwnTarget, seenOf } from '#domain/annotations/w3c.ts'
import type { Row } from '../workspace/sql.ts'

/** What is kept of a target beside what the W3C annotation says. */
export interface Anchor {
	state: Target['state']
	/** Where the passage may stand now. */
	proposal?: Selector | undefined
	/** Hash of the text that the selector was made on, where that text is kept. */
	madeOn: string | null
	/** Hash of the text that the state is true of; empty when the source was not there, null when nobody has looked. */
	checked: string | null
}

export interface Kept {
	number: number
	json: Json
	created: number
	modified: number
	/** In the order of the annotation's own targets. */
	targets: (OwnTarget & Anchor)[]
}

/** @param rows those of the annotation's targets, in order */
export function keptOf(row: Row, rows: readonly Row[]): Kept & { annotation: Annotation } {
	const json = JSON.parse(String(row.json)) as Json
	const seen = seenOf(json)
	const targets = seen.targets.map((target, position): OwnTarget & Anchor => {
		const own = rows[position]
		return { ...target, ...(own ? anchorOf(own) : { state: 'orphan', madeOn: null, checked: null }) }
	})
	const [created, modified] = [Number(row.created), Number(row.modified)]
	const { motivation, colour, relation, comment, tags } = seen
	const annotation: Annotation = {
		id: String(json.id),
		motivation,
		colour,
		...(relation ? { relation } : {}),
		comment,
		tags,
		targets: targets.map(({ source, selector, state, proposal }) => ({
			source,
			...(selector ? { selector } : {}),
			state,
			...(proposal ? { proposal } : {}),
		})),
		created,
		modified,
	}
	return { number: Number(row.number), json, created, modified, targets, annotation }
}

const anchorOf = ({ state, proposal, made_on, checked }: Row): Anchor => ({
	state: state as Anchor['state'],
	...(proposal ? { proposal: JSON.parse(String(proposal)) as Selector } : {}),
	madeOn: made_on === null ? null : String(made_on),
	checked: checked === null ? null : String(checked),
})
