/** The keys that a schema knows, for faults that name them. */
import type { z } from '#contract/jitless.ts'

interface Definition {
	innerType?: unknown
	shape?: Record<string, unknown>
	element?: unknown
	valueType?: unknown
	options?: readonly unknown[]
}

/** @returns the keys that a schema knows at a path of a value. */
export function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
	let at: unknown[] = [schema]
	for (const part of path) at = at.flatMap((each) => step(each, part))
	return [...new Set(at.flatMap(branches).flatMap((each) => Object.keys(definition(each).shape ?? {})))]
}

const definition = (schema: unknown): Definition => (schema as { def?: Definition } | undefined)?.def ?? {}

/** A schema without its wrappers (optional, default, nullable), a union as its options. */
function branches(schema: unknown): unknown[] {
	const { innerType, options } = definition(schema)
	if (innerType) return branches(innerType)
	return options ? options.flatMap(branches) : [schema]
}

function step(schema: unknown, part: PropertyKey): unknown[] {
	return branches(schema).flatMap((branch) => {
		const { element, valueType, shape } = definition(branch)
		const next = typeof part === 'number' ? element : (shape?.[String(part)] ?? valueType)
		return next ? [next] : []
	})
}
