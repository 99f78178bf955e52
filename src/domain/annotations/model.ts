/** The W3C Web Annotation Model's rules (https://www.w3.org/TR/annotation-model/), as far as a JSON text can break them. */
import { annotationContext, hasType, isObject, type Json, listOf } from './json.ts'

export type Path = readonly (string | number)[]

/** Told where something is wrong, and what. */
export type Fault = (path: Path, message: string) => void

const deepest = 100
const longestId = 1000
const longestText = 200_000

/** Notes what is wrong with one annotation. */
export function checkAnnotation(json: unknown, path: Path, fault: Fault): void {
	if (!isObject(json)) {
		fault(path, 'this must be an annotation: { … }')
		return
	}
	if (isDeep(json, deepest)) {
		fault(path, `this is nested more than ${deepest} levels deep`)
		return
	}
	if (!hasType(json, 'Annotation')) fault([...path, 'type'], 'this must be “Annotation”')
	checkIri(json.id, [...path, 'id'], fault)
	if (typeof json.id === 'string' && json.id.length > longestId)
		fault([...path, 'id'], `this may be ${longestId} characters at most`)
	for (const key of ['created', 'modified', 'generated']) checkTime(json[key], [...path, key], fault)
	checkTexts(json, ['motivation'], path, fault)
	for (const key of ['creator', 'generator'])
		each(json, key, path, (agent, at) => {
			if (!isObject(agent)) checkIri(agent, at, fault)
		})
	if (json.bodyValue !== undefined) {
		if (json.body !== undefined) fault([...path, 'bodyValue'], 'there is a body as well; only one of the two may stand')
		checkText(json.bodyValue, [...path, 'bodyValue'], fault)
	}
	each(json, 'body', path, (body, at) => checkResource(body, at, fault))
	if (!listOf(json.target).length) fault([...path, 'target'], 'at least one is needed')
	each(json, 'target', path, (target, at) => checkResource(target, at, fault))
}

/** A body or a target: an address, text, a part of something, several, or something with an address of its own. */
function checkResource(resource: unknown, path: Path, fault: Fault): void {
	if (!isObject(resource)) {
		checkIri(resource, path, fault)
		return
	}
	checkTexts(resource, ['type', 'format', 'language', 'purpose'], path, fault)
	if (['Choice', 'Composite', 'List', 'Independents'].some((type) => hasType(resource, type))) {
		if (!listOf(resource.items).length) fault([...path, 'items'], 'at least one is needed')
		each(resource, 'items', path, (item, at) => checkResource(item, at, fault))
	} else if (hasType(resource, 'TextualBody')) checkText(resource.value, [...path, 'value'], fault)
	else if (hasType(resource, 'SpecificResource') || resource.source !== undefined) {
		const at = [...path, 'source']
		if (Array.isArray(resource.source)) fault(at, 'there may be one source only')
		else if (isObject(resource.source)) checkResource(resource.source, at, fault)
		else checkIri(resource.source, at, fault)
		each(resource, 'selector', path, (selector, place) => checkSelector(selector, place, fault))
		each(resource, 'state', path, (state, place) => checkState(state, place, fault))
	} else if (resource.type !== undefined || resource.value === undefined) checkIri(resource.id, [...path, 'id'], fault)
	else checkText(resource.value, [...path, 'value'], fault)
}

/** What each kind of selector needs, and what it may have; all are texts. */
const selectorTexts: Record<string, readonly string[]> = {
	FragmentSelector: ['value'],
	CssSelector: ['value'],
	XPathSelector: ['value'],
	TextQuoteSelector: ['exact'],
}

function checkSelector(selector: unknown, path: Path, fault: Fault): void {
	if (!isObject(selector)) {
		checkIri(selector, path, fault)
		return
	}
	const types = listOf(selector.type)
	if (!types.length) fault([...path, 'type'], 'this is required')
	checkTexts(selector, ['type', 'prefix', 'suffix'], path, fault)
	for (const type of types)
		for (const key of selectorTexts[String(type)] ?? []) checkText(selector[key], [...path, key], fault)
	if (types.includes('TextPositionSelector') || types.includes('DataPositionSelector')) {
		for (const key of ['start', 'end'])
			if (!Number.isSafeInteger(selector[key]) || Number(selector[key]) < 0)
				fault([...path, key], 'this must be a whole number, not below 0')
		if (Number(selector.end) < Number(selector.start)) fault([...path, 'end'], 'this must not be before the start')
	}
	if (types.includes('RangeSelector'))
		for (const key of ['startSelector', 'endSelector']) checkSelector(selector[key], [...path, key], fault)
	each(selector, 'refinedBy', path, (inner, at) => checkSelector(inner, at, fault))
}

function checkState(state: unknown, path: Path, fault: Fault): void {
	if (!isObject(state)) {
		checkIri(state, path, fault)
		return
	}
	if (hasType(state, 'HttpRequestState')) checkText(state.value, [...path, 'value'], fault)
	if (hasType(state, 'TimeState'))
		for (const key of ['sourceDate', 'sourceDateStart', 'sourceDateEnd'])
			each(state, key, path, (time, at) => checkTime(time, at, fault))
	if ((state.sourceDateStart === undefined) !== (state.sourceDateEnd === undefined))
		fault(path, 'a sourceDateStart needs a sourceDateEnd')
	each(state, 'refinedBy', path, (inner, at) =>
		isObject(inner) && isSelector(inner) ? checkSelector(inner, at, fault) : checkState(inner, at, fault),
	)
}

const isSelector = ({ type }: Json) => listOf(type).some((name) => String(name).endsWith('Selector'))

/** Calls `check` for the one value of a key, or for each of a list. */
function each(json: Json, key: string, path: Path, check: (value: unknown, path: Path) => void): void {
	const value = json[key]
	if (value === undefined) return
	if (!Array.isArray(value)) check(value, [...path, key])
	else for (const [index, one] of value.entries()) check(one, [...path, key, index])
}

function checkIri(value: unknown, path: Path, fault: Fault): void {
	if (value === undefined) fault(path, 'this is required')
	else if (typeof value !== 'string' || !/^[a-z][a-z0-9+.-]*:[^\s\p{C}<>"{}|\\^`]+$/iu.test(value))
		fault(path, 'this must be an address (an IRI) such as https://… or urn:…')
}

function checkText(value: unknown, path: Path, fault: Fault): void {
	if (value === undefined) fault(path, 'this is required')
	else if (typeof value !== 'string') fault(path, 'this must be text')
	else if (value.length > longestText) fault(path, `this may be ${longestText} characters at most`)
}

/** Values that may be missing, and are one text or several. */
function checkTexts(json: Json, keys: readonly string[], path: Path, fault: Fault): void {
	for (const key of keys) each(json, key, path, (value, at) => checkText(value, at, fault))
}

function checkTime(value: unknown, path: Path, fault: Fault): void {
	if (value === undefined) return
	const known = typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(value)
	if (!known || Number.isNaN(Date.parse(value)))
		fault(path, 'this must be a date and time in UTC such as 2026-01-31T12:00:00Z')
}

const isDeep = (value: unknown, levels: number): boolean =>
	typeof value === 'object' &&
	value !== null &&
	(levels === 0 || Object.values(value).some((inner) => isDeep(inner, levels - 1)))

/** @returns whether a `@context` is, or names, the model's. */
export const hasContext = (context: unknown): boolean => listOf(context).includes(annotationContext)
