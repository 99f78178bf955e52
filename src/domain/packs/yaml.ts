/** YAML read against a schema, with every fault at its line. */
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from '#contract/jitless.ts'
import { type Faults, oneOf } from './faults.ts'

export interface Located<T> {
	value: T
	/** @returns the line (from 1) where the value at `path` stands, or its nearest ancestor that exists. */
	lineOf(path: readonly PropertyKey[]): number
}

/**
 * Reads YAML text against a schema.
 * @param firstLine line of the file on which the text begins (front matter starts below its fence)
 * @returns the value, or undefined after its faults were noted
 */
export function readYaml<S extends z.ZodType>(
	file: string,
	text: string,
	schema: S,
	faults: Faults,
	firstLine = 1,
): Located<z.infer<S>> | undefined {
	const counter = new LineCounter()
	const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true })
	const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1
	for (const error of document.errors)
		faults.add(file, lineAt(error.pos[0]), `this is not valid YAML: ${error.message}`)
	if (document.errors.length) return undefined

	const lineOf = (path: readonly PropertyKey[]): number => {
		for (let length = path.length; length > 0; length--) {
			const parent = length > 1 ? document.getIn(path.slice(0, length - 1), true) : document.contents
			const key = path[length - 1]
			if (isMap(parent)) {
				const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key)
				if (pair && isScalar(pair.key) && pair.key.range) return lineAt(pair.key.range[0])
			}
			const node = document.getIn(path.slice(0, length), true)
			if (isNode(node) && node.range) return lineAt(node.range[0])
		}
		return firstLine
	}
	const result = schema.safeParse(document.toJS())
	if (result.success) return { value: result.data, lineOf }
	for (const issue of result.error.issues) noteIssue(issue)
	return undefined

	function noteIssue(issue: z.core.$ZodIssue, base: readonly PropertyKey[] = []): void {
		const path = [...base, ...issue.path]
		const where = path.length ? `${path.filter((part) => typeof part === 'string').join('.') || 'entry'}: ` : ''
		if (issue.code === 'unrecognized_keys') {
			const known = knownKeys(schema, path)
			const hint = known.length ? `; known are ${known.join(', ')}` : ''
			for (const key of issue.keys) faults.add(file, lineOf([...path, key]), `${where}unknown key “${key}”${hint}`)
		} else if (issue.code === 'invalid_value') {
			faults.add(
				file,
				lineOf(path),
				`${where}“${shown(document.getIn(path))}” is not known; it must be ${oneOf(issue.values.map(String))}`,
			)
		} else if (issue.code === 'invalid_union' && issue.errors[0]) {
			const closest = issue.errors.reduce((best, errors) => (errors.length < best.length ? errors : best))
			for (const inner of closest) noteIssue(inner, path)
		} else if (issue.code === 'invalid_type' && document.getIn(path) === undefined) {
			faults.add(file, lineOf(path), `${where}this is required`)
		} else {
			faults.add(file, lineOf(path), `${where}${issue.message}`)
		}
	}
}

const shown = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value))

/** @returns the keys that a schema knows at a path of a value, as far as it is made of plain objects and arrays. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
	let at: unknown = schema
	for (const part of path) at = step(at, part)
	const shape = shapeOf(at)
	return shape ? Object.keys(shape) : []
}

function unwrap(schema: unknown): unknown {
	const def = (schema as { def?: { type: string; innerType?: unknown } } | undefined)?.def
	return def && (def.type === 'optional' || def.type === 'default' || def.type === 'nullable')
		? unwrap(def.innerType)
		: schema
}
function shapeOf(schema: unknown): Record<string, unknown> | undefined {
	return (unwrap(schema) as { def?: { shape?: Record<string, unknown> } } | undefined)?.def?.shape
}
function step(schema: unknown, part: PropertyKey): unknown {
	const inner = unwrap(schema)
	if (typeof part === 'number') return (inner as { def?: { element?: unknown } } | undefined)?.def?.element
	return shapeOf(inner)?.[String(part)]
}
