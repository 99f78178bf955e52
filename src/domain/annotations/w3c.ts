/**
 * Annotations as W3C Web Annotations (JSON-LD) and back. What other programs wrote is left alone: only what the reader changed
 * is written anew. Ours, beside the model's own words, under the prefix `parallax:`: `colour` and `relation` of an annotation,
 * `text` of a target's state (SHA-256 of the canonical text that the selector was made on), `detached` of a target.
 */

import { desktopAddress } from '#contract/address.ts'
import type { Annotation, Relation, Selector, Source } from '#contract/annotations.ts'
import { highlightColours, motivations, relations } from '#contract/tokens.ts'
import { hasType, isObject, type Json, listOf } from './json.ts'

/** The target of a note that is about nothing in particular: the model wants one. */
const notebook = desktopAddress('/notes')

export type Content = Pick<Annotation, 'motivation' | 'colour' | 'comment' | 'tags'> & {
	relation?: Relation | undefined
}

/** A passage, or a whole source. */
export interface Place {
	source: Source
	selector?: Selector | undefined
}
export interface OwnTarget extends Place {
	/** Where it stands among the annotation's targets. */
	at: number
	/** The annotation tells no position: `start` and `end` mean nothing until it is found. */
	quoteOnly: boolean
	/** Hash of the text that the selector was made on, where the annotation tells it. */
	text?: string
	detached: boolean
}

export interface Seen extends Content {
	targets: OwnTarget[]
	/** Milliseconds since 1970, where the annotation tells them. */
	created?: number
	modified?: number
	/** How many of its parts are kept, but not shown. */
	hidden: { targets: number; selectors: number; bodies: number }
}

/** @returns what Parallax shows of a W3C annotation. */
export function seenOf(json: Json): Seen {
	const bodies = bodiesOf(json)
	const comment = bodies.find(isComment)
	const tags = bodies
		.filter(isTag)
		.slice(0, mostTags)
		.map((body) => body.value)
	const { targets, hidden } = targetsOf(json)
	const text = comment?.value ?? ''
	const motivation = among(motivations, listOf(json.motivation))
	const relation = among(relations, [json['parallax:relation']])
	const [created, modified] = [timeOf(json.created), timeOf(json.modified)]
	return {
		motivation: motivation ?? (targets.length > 1 ? 'linking' : text ? 'commenting' : 'highlighting'),
		colour: among(highlightColours, [json['parallax:colour']]) ?? 'yellow',
		...(relation ? { relation } : {}),
		comment: text,
		tags,
		targets,
		...(created === undefined ? {} : { created }),
		...(modified === undefined ? {} : { modified }),
		hidden: { ...hidden, bodies: bodies.filter((body) => !isTag(body) && body !== comment).length },
	}
}

/**
 * @param base the annotation as it is (`{}` for a new one)
 * @param content what is to be said; what is said already stays as it is written
 * @param hashOf hash of the text that a new selector was made on
 * @returns the annotation as it is then
 */
export function writtenOver(
	base: Json,
	content: { [Key in keyof Content]?: Content[Key] | undefined } & { targets?: readonly Place[] | undefined },
	when: number,
	hashOf: (place: Place) => string | null | undefined = () => undefined,
): Json {
	const seen = seenOf(base)
	const json: Json = { ...base }
	const differs = (key: 'motivation' | 'colour' | 'comment') => content[key] !== undefined && content[key] !== seen[key]
	if (differs('motivation') || json.motivation === undefined) json.motivation = content.motivation ?? seen.motivation
	if (differs('colour') || json['parallax:colour'] === undefined)
		json['parallax:colour'] = content.colour ?? seen.colour
	if (Object.hasOwn(content, 'relation') && content.relation !== seen.relation) {
		if (content.relation) json['parallax:relation'] = content.relation
		else delete json['parallax:relation']
	}
	const { comment, tags, targets } = content
	if (comment !== undefined && differs('comment')) setBodies(json, withComment(bodiesOf(json), comment))
	if (tags && String(tags) !== String(seen.tags)) setBodies(json, withTags(bodiesOf(json), tags))
	if (targets) json.target = withTargets(json, seen.targets, targets, when, hashOf)
	json.modified = new Date(when).toISOString()
	return json
}

/** @returns an annotation of which one target was moved to another passage of a text; what else it says stays. */
export function moved(json: Json, at: number, selector: Selector, text: string, when: number): Json {
	const targets = listOf(json.target)
	const target = targets[at] as Json
	const over = (old: unknown, written: readonly Json[]) => {
		const list = listOf(old)
		const found = written.map((one) => ({
			...(list.find((other) => hasType(other, String(one.type))) as Json),
			...one,
		}))
		return [...found, ...list.filter((one) => !written.some((other) => hasType(one, String(other.type))))]
	}
	const next: Json = {
		...target,
		selector: over(target.selector, selectorJson(selector)),
		state: over(target.state, [stateJson(text, when)]),
	}
	return { ...json, target: targets.with(at, next) }
}

/** @returns an annotation of which one target has been let go for good, or is looked for again. */
export function detached(json: Json, at: number, now = true): Json {
	const targets = listOf(json.target)
	const target = targets[at]
	const whole = typeof target === 'string' ? { type: 'SpecificResource', source: target } : (target as Json)
	const { 'parallax:detached': _, ...rest } = whole
	return { ...json, target: targets.with(at, now ? { ...rest, 'parallax:detached': true } : rest) }
}

interface TextBody extends Json {
	value: string
}

const among = <T extends string>(known: readonly T[], values: readonly unknown[]): T | undefined =>
	known.find((word) => values.includes(word))

/** @returns milliseconds since 1970. */
function timeOf(value: unknown): number | undefined {
	const time = typeof value === 'string' ? Date.parse(value) : Number.NaN
	return Number.isNaN(time) ? undefined : time
}

const bodiesOf = (json: Json): unknown[] =>
	typeof json.bodyValue === 'string'
		? [{ type: 'TextualBody', value: json.bodyValue, format: 'text/plain' }]
		: listOf(json.body)

/** The model lets the type of a text be left out. */
const isText = (body: unknown): body is TextBody =>
	isObject(body) &&
	typeof body.value === 'string' &&
	(hasType(body, 'TextualBody') || (body.type === undefined && body.id === undefined))
const longestTag = 100
const mostTags = 50
const isTag = (body: unknown): body is TextBody =>
	isText(body) && body.purpose === 'tagging' && body.value.length > 0 && body.value.length <= longestTag
/** Plain text and Markdown can be shown and edited; other formats are left alone. */
const isComment = (body: unknown): body is TextBody =>
	isText(body) &&
	body.purpose !== 'tagging' &&
	(body.format === undefined || body.format === 'text/plain' || body.format === 'text/markdown')

function setBodies(json: Json, bodies: readonly unknown[]): void {
	delete json.bodyValue
	delete json.body
	if (bodies.length) json.body = bodies
}

function withComment(bodies: readonly unknown[], comment: string): unknown[] {
	const at = bodies.findIndex(isComment)
	const written = { format: 'text/markdown', value: comment }
	if (at < 0) return [{ type: 'TextualBody', purpose: 'commenting', ...written }, ...bodies]
	return comment ? bodies.with(at, { ...(bodies[at] as Json), ...written }) : bodies.toSpliced(at, 1)
}

function withTags(bodies: readonly unknown[], tags: readonly string[]): unknown[] {
	const old = bodies.filter(isTag)
	const bodyOf = (tag: string) =>
		old.find(({ value }) => value === tag) ?? { type: 'TextualBody', purpose: 'tagging', value: tag }
	return [...bodies.filter((body) => !isTag(body)), ...tags.map(bodyOf)]
}

/** Annotations have two passages at most here; further ones are kept. */
const mostTargets = 2

function targetsOf(json: Json) {
	const targets: OwnTarget[] = []
	const hidden = { targets: 0, selectors: 0 }
	for (const [at, target] of listOf(json.target).entries()) {
		const address = addressOf(target)
		if (address === notebook) continue
		const source = sourceOf(address)
		if (!source || targets.length === mostTargets) {
			hidden.targets++
			continue
		}
		const { selector, state, ...whole } = isObject(target) ? target : ({} as Json)
		const selectors = listOf(selector)
		const ours = selectorOf(selectors)
		hidden.selectors += selectors.filter((one) => !ours || !isOurs(one)).length
		const text = listOf(state).find(isTimeState)?.['parallax:text']
		targets.push({
			at,
			source,
			...(ours ? { selector: ours } : {}),
			quoteOnly: !selectors.some((one) => hasType(one, 'TextPositionSelector')),
			...(typeof text === 'string' ? { text } : {}),
			detached: whole['parallax:detached'] === true,
		})
	}
	return { targets, hidden }
}

const addressOf = (target: unknown): unknown => (isObject(target) ? (target.source ?? target.id) : target)

const ours = new RegExp(
	`^${desktopAddress('/')}(read/[a-z0-9-]+|compare/[a-z0-9-]+(?:/[a-z0-9-]+)?)/?(?:[?#].*)?$`,
	's',
)
/** @returns the source that an address of ours names; undefined for all others. */
const sourceOf = (address: unknown): Source | undefined =>
	typeof address === 'string' ? ours.exec(address)?.[1] : undefined

const isOurs = (selector: unknown): boolean =>
	hasType(selector, 'TextQuoteSelector') || hasType(selector, 'TextPositionSelector')
const isTimeState = (state: unknown): state is Json => hasType(state, 'TimeState')
export const longestQuote = 20_000
const longestContext = 200

/** A passage needs its quote; where the position is missing it starts at 0, and is looked for. */
function selectorOf(selectors: readonly unknown[]): Selector | undefined {
	const quote = selectors.find((one) => hasType(one, 'TextQuoteSelector')) as Json | undefined
	if (typeof quote?.exact !== 'string' || !quote.exact || quote.exact.length > longestQuote) return undefined
	const position = selectors.find((one) => hasType(one, 'TextPositionSelector')) as Json | undefined
	const [start, end] = [position?.start, position?.end]
	const known = typeof start === 'number' && typeof end === 'number'
	return {
		exact: quote.exact,
		prefix: typeof quote.prefix === 'string' ? quote.prefix.slice(-longestContext) : '',
		suffix: typeof quote.suffix === 'string' ? quote.suffix.slice(0, longestContext) : '',
		start: known ? start : 0,
		end: known ? end : quote.exact.length,
	}
}

const selectorJson = ({ exact, prefix, suffix, start, end }: Selector): Json[] => [
	{ type: 'TextQuoteSelector', exact, prefix, suffix },
	{ type: 'TextPositionSelector', start, end },
]
/** The text as it was: a date as the model has it, and the hash by which it is known for certain. */
const stateJson = (text: string, when: number): Json => ({
	type: 'TimeState',
	sourceDate: new Date(when).toISOString(),
	'parallax:text': text,
})

function withTargets(
	json: Json,
	own: readonly OwnTarget[],
	places: readonly Place[],
	when: number,
	hashOf: (place: Place) => string | null | undefined,
): unknown[] {
	const old = listOf(json.target)
	const foreign = old.filter((target, at) => addressOf(target) !== notebook && !own.some((one) => one.at === at))
	const ours = places.map((place) => {
		const same = own.find((one) => samePlace(one, place))
		if (same) return old[same.at]
		const source = desktopAddress(`/${place.source}`)
		if (!place.selector) return source
		const text = hashOf(place)
		return {
			type: 'SpecificResource',
			source,
			selector: selectorJson(place.selector),
			...(text ? { state: stateJson(text, when) } : {}),
		}
	})
	const all = [...ours, ...foreign]
	return all.length ? all : [notebook]
}

/** @returns whether two targets name the same passage. */
export const samePlace = (a: Place, b: Place): boolean =>
	a.source === b.source &&
	(['exact', 'prefix', 'suffix', 'start', 'end'] as const).every((key) => a.selector?.[key] === b.selector?.[key])
