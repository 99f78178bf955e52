/** Files of W3C annotations: one annotation, a list, a page, or a collection with its pages inside. */
import { jsonOffset, jsonPlaces, lineAt } from '../packs/json.ts'
import { annotationContext, hasType, isObject, type Json, listOf } from './json.ts'
import { checkAnnotation, type Fault, hasContext, type Path } from './model.ts'

/** What the words of ours (`parallax:…`) stand under. */
const ours = { parallax: 'parallax://ns#' }

export interface FileFault {
	/** From 1. */
	line: number
	/** Where in the JSON it is: `items[2].target`. Empty for what is no JSON. */
	path: string
	message: string
}

/** @returns the annotations of a file, or all that is wrong with it, in the order of its lines. */
export function readAnnotations(text: string): { items: Json[]; faults: FileFault[] } {
	const faults: FileFault[] = []
	let json: unknown
	try {
		json = JSON.parse(text)
	} catch {
		const message = 'this is not valid JSON'
		return { items: [], faults: [{ line: lineAt(text, jsonPlaces(text).fault ?? 0), path: '', message }] }
	}
	const found: { path: Path; message: string }[] = []
	const fault: Fault = (path, message) => found.push({ path, message })
	const items = itemsOf(json, fault)
	const seen = new Set<unknown>()
	for (const { item, path } of items) {
		checkAnnotation(item, path, fault)
		const id = isObject(item) ? item.id : undefined
		if (id !== undefined && seen.has(id)) fault([...path, 'id'], 'there is another annotation with this id')
		seen.add(id)
	}
	// Each needs a walk through the text: a reader mends a few at a time.
	for (const { path, message } of found.slice(0, 20))
		faults.push({ line: lineAt(text, jsonOffset(text, path)), path: written(path), message })
	faults.sort((one, other) => one.line - other.line)
	return { items: faults.length ? [] : items.map(({ item, context }) => withContext(item as Json, context)), faults }
}

/** @returns a page of annotations, as text. */
export function pageOf(items: readonly Json[]): string {
	const address = 'parallax://open/notes'
	const page = {
		'@context': [annotationContext, ours],
		id: `${address}#page`,
		type: 'AnnotationPage',
		partOf: { id: `${address}#all`, type: 'AnnotationCollection', total: items.length },
		startIndex: 0,
		items,
	}
	return `${JSON.stringify(page, null, '\t')}\n`
}

interface Item {
	item: unknown
	path: Path
	/** The context that it stands in. */
	context: unknown
}

function itemsOf(json: unknown, fault: Fault): Item[] {
	if (Array.isArray(json))
		return json.flatMap((item, index) =>
			contextOf(item, [index], fault) ? [{ item, path: [index], context: [] }] : [],
		)
	if (!isObject(json)) {
		fault([], 'this must be an annotation, or a list or a page of them')
		return []
	}
	const context = json['@context']
	if (!contextOf(json, [], fault)) return []
	if (hasType(json, 'Annotation')) return [{ item: json, path: [], context }]
	if (hasType(json, 'AnnotationPage')) return pageItems(json, [], context, fault)
	if (hasType(json, 'AnnotationCollection')) {
		if (Number(json.total) === 0) return []
		return pageItems(json.first, ['first'], context, fault)
	}
	fault(['type'], 'this must be Annotation, AnnotationPage or AnnotationCollection')
	return []
}

function contextOf(json: unknown, path: Path, fault: Fault): boolean {
	const known = !isObject(json) || hasContext(json['@context'])
	if (!known) fault([...path, '@context'], `this must be ${annotationContext}, alone or in a list`)
	return known
}

/** The annotations of a page, and of the pages that follow in it. */
function pageItems(first: unknown, at: Path, context: unknown, fault: Fault): Item[] {
	const items: Item[] = []
	let [page, path] = [first, at]
	while (page !== undefined) {
		if (!isObject(page)) {
			fault(path, 'this page is somewhere else; a file has to hold all of its pages')
			break
		}
		if (!Array.isArray(page.items)) fault([...path, 'items'], 'this must be a list')
		else
			for (const [index, item] of page.items.entries()) items.push({ item, path: [...path, 'items', index], context })
		path = [...path, 'next']
		page = page.next
	}
	return items
}

/**
 * An annotation leaves its file: what the file's context says of foreign words goes with it, and what every export of ours
 * says stays behind.
 */
function withContext(item: Json, around: unknown): Json {
	const { '@context': own, ...rest } = item
	const foreign = listOf(own ?? around).filter(
		(one) => one !== annotationContext && JSON.stringify(one) !== JSON.stringify(ours),
	)
	return foreign.length ? { '@context': own ?? around, ...rest } : rest
}

const written = (path: Path): string =>
	path
		.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
		.join('')
		.replace(/^\./, '')
