/** One comparison file, linked to the documents that it sets side by side. */
import type { Document } from '#contract/document.ts'
import type { Comparison, PassagePlace, Point } from '#contract/library.ts'
import type { Stance } from '#contract/words.ts'
import { type Faults, oneOf } from './faults.ts'
import type { ComparisonFile } from './format.ts'
import type { Registry } from './registry.ts'
import type { Located } from './yaml.ts'

/** @returns the comparison with every passage resolved to a block and a stance for every depiction (open when not named). */
export function compileComparison(
	path: string,
	file: Located<ComparisonFile>,
	documents: readonly Document[],
	registry: Registry,
	faults: Faults,
	pack: string,
): Comparison {
	const { value, lineOf } = file
	const pick = (key: 'tropes' | 'articles', kind: Document['kind']) =>
		value[key].flatMap((id, index) => {
			const found = documents.find((document) => document.id === id && document.kind === kind)
			if (!found && !registry.doubts('document'))
				faults.add(path, lineOf([key, index]), `${kind} “${id}” does not exist`)
			return found ? [found] : []
		})
	const tropes = pick('tropes', 'trope')
	const articles = pick('articles', 'article')
	// What a text that cannot be found holds is not known; that it is missing has been said.
	const whole = {
		fiction: tropes.length === value.tropes.length,
		reality: articles.length === value.articles.length,
	}
	const depictions = tropes.flatMap((trope) => trope.depictions.map((depiction) => depiction.id))
	for (const [index, topic] of value.topics.entries()) registry.need('topic', topic, path, lineOf(['topics', index]))

	const resolve = (address: string, side: keyof typeof whole, at: PropertyKey[]): PassagePlace[] => {
		const sources = side === 'fiction' ? tropes : articles
		const [id = '', anchor = ''] = address.split('#')
		const document = sources.find((source) => source.id === id)
		const block =
			document?.blocks.find((candidate) => candidate.type === 'heading' && candidate.id === anchor) ??
			document?.blocks.find((candidate) => candidate.depiction === anchor)
		if (block && document) return [{ document: document.id, block: block.id }]
		if (!document && !whole[side]) return []
		const known = sources.map((source) => source.id)
		faults.add(
			path,
			lineOf(at),
			document
				? `“${id}” has no heading or depiction “${anchor}”`
				: `“${id}” is not on this side; it must be ${oneOf(known)}`,
		)
		return []
	}

	const seen = new Set<string>()
	const points = value.points.map((point, index): Point => {
		const at = (...keys: PropertyKey[]) => ['points', index, ...keys]
		if (seen.has(point.id)) faults.add(path, lineOf(at('id')), `duplicate id “${point.id}” among the points`)
		seen.add(point.id)
		if (!point.references.length)
			faults.add(
				path,
				lineOf(at('references')),
				`point “${point.id}” is without evidence: its finding needs at least one reference`,
			)
		for (const [n, id] of point.references.entries()) registry.need('reference', id, path, lineOf(at('references', n)))
		for (const id of Object.keys(point.stances))
			if (whole.fiction && !depictions.includes(id))
				faults.add(path, lineOf(at('stances', id)), `depiction “${id}” does not exist in ${oneOf(value.tropes)}`)
		const stances = depictions.map((depiction) => {
			const given = point.stances[depiction] ?? 'open'
			return typeof given === 'string'
				? { depiction, stance: given as Stance }
				: { depiction, stance: given.stance, ...(given.note ? { note: given.note } : {}) }
		})
		if (whole.fiction && stances.every((stance) => stance.stance === 'open'))
			faults.add(
				path,
				lineOf(at('stances')),
				`point “${point.id}” is without evidence: no depiction takes a stance on it`,
			)
		const { passages, ...rest } = point
		return {
			...rest,
			stances,
			passages: {
				fiction: passages.fiction.flatMap((address, n) => resolve(address, 'fiction', at('passages', 'fiction', n))),
				reality: passages.reality.flatMap((address, n) => resolve(address, 'reality', at('passages', 'reality', n))),
			},
		}
	})
	return { ...value, pack, points }
}
