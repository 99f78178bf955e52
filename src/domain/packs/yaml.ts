/** YAML read against a schema, with every fault at its line. */
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from '#contract/jitless.ts'
import { type Faults, oneOf } from './faults.ts'
import { knownKeys } from './known-keys.ts'
import { Repair } from './repair.ts'
import { sentenceOf } from './sentences.ts'

export interface Located<T> {
	value: T
	/** Whether entries were left out because of their faults. */
	partial: boolean
	/** @returns the line (from 1) where the value at `path` stands, or its nearest ancestor that exists. */
	lineOf(path: readonly PropertyKey[]): number
}

/** Values of JSON's kinds alone (no `!!binary`), and nothing printed by the way. */
const plain = { prettyErrors: false, uniqueKeys: true, resolveKnownTags: false, logLevel: 'error' } as const

/**
 * Reads YAML text against a schema.
 * @param firstLine line of the file on which the text begins (front matter starts below its fence)
 * @returns the value; where it has faults they are noted, and it is given as far as further checks can use it
 */
export function readYaml<S extends z.ZodType>(
	file: string,
	text: string,
	schema: S,
	faults: Faults,
	firstLine = 1,
): Located<z.infer<S>> | undefined {
	const counter = new LineCounter()
	const document = parseDocument(text, { ...plain, lineCounter: counter })
	const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1
	const content = contentOf(document, text, (offset, message) => faults.add(file, lineAt(offset), message))
	if (!content) return undefined

	const lineOf = (path: readonly PropertyKey[]) => lineAt(offsetOf(document, path))
	const result = schema.safeParse(content.value)
	if (result.success) return { value: result.data, partial: false, lineOf }
	const repair = new Repair(content.value)
	for (const issue of result.error.issues) noteIssue(issue)
	const { value, written } = repair.finish()
	const second = schema.safeParse(value)
	return second.success
		? { value: second.data, partial: repair.partial, lineOf: (path) => lineOf(written(path)) }
		: undefined

	function noteIssue(issue: z.core.$ZodIssue, base: readonly PropertyKey[] = []): void {
		const path = [...base, ...issue.path]
		const where = path.length ? `${path.filter((part) => typeof part === 'string').join('.') || 'entry'}: ` : ''
		const note = (message: string) => faults.add(file, lineOf(path), `${where}${message}`)
		const missing = path.length > 0 && document.getIn(path) === undefined
		if (issue.code === 'unrecognized_keys') {
			const known = knownKeys(schema, path)
			const hint = known.length ? `; known are ${known.join(', ')}` : ''
			for (const key of issue.keys) {
				faults.add(file, lineOf([...path, key]), `${where}unknown key “${key}”${hint}`)
				repair.without(path, key)
			}
		} else if (issue.code === 'invalid_union' && issue.errors.length) {
			for (const inner of closest(issue.errors)) noteIssue(inner, path)
		} else if (issue.code === 'invalid_value') {
			const known = oneOf(issue.values.map(String))
			note(
				missing ? `this is required: ${known}` : `“${shown(document.getIn(path))}” is not known; it must be ${known}`,
			)
			repair.replace(path, issue.values[0])
		} else {
			note(issue.code === 'invalid_type' && missing ? 'this is required' : sentenceOf(issue))
			repair.mend(path, issue.code === 'invalid_type' ? issue.expected : 'string')
		}
	}
}

/** The document's value, or undefined when it is not YAML that can be read; what is wrong with it is told to `fault`. */
function contentOf(
	document: Document.Parsed,
	text: string,
	fault: (offset: number, message: string) => void,
): { value: unknown } | undefined {
	const keyAt = (offset: number) => /^[^\s:]*/.exec(text.slice(offset))?.[0]
	for (const { code, pos } of document.errors)
		if (code === 'DUPLICATE_KEY') fault(pos[0], `duplicate key “${keyAt(pos[0])}”`)
	// What the parser says after its first surprise follows from it.
	const broken = document.errors.find((error) => error.code !== 'DUPLICATE_KEY')
	if (broken) {
		fault(broken.pos[0], `this is not valid YAML: ${broken.message}`)
		return undefined
	}
	try {
		return { value: document.toJS() }
	} catch (error) {
		// Aliases that lead nowhere, or that multiply beyond measure, come to light only here.
		fault(text.search(/[&*]/), `this is not valid YAML: ${error instanceof Error ? error.message : String(error)}`)
		return undefined
	}
}

/** Where the value at a path begins, or its nearest ancestor that exists. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
	for (let length = path.length; length > 0; length--) {
		const parent = length > 1 ? document.getIn(path.slice(0, length - 1), true) : document.contents
		const key = path[length - 1]
		if (isMap(parent)) {
			const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
			if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0]
		}
		const node = document.getIn(path.slice(0, length), true)
		if (isNode(node) && node.range) return node.range[0]
	}
	return 0
}

/** The branch of a union that a value was meant for: one that says more than that the value is of another kind, with least to say. */
function closest(branches: readonly z.core.$ZodIssue[][]): readonly z.core.$ZodIssue[] {
	const distance = (issues: readonly z.core.$ZodIssue[]) =>
		issues.length + (issues.some((issue) => !issue.path.length && issue.code !== 'unrecognized_keys') ? 100 : 0)
	return branches.reduce((best, issues) => (distance(issues) < distance(best) ? issues : best))
}

const shown = (value: unknown) => (typeof value === 'object' && value !== null ? 'a list or map' : String(value))
