/** JSON-LD as it is read: one value or a list of them, a type or several. */

export type Json = Record<string, unknown>

export const annotationContext = 'http://www.w3.org/ns/anno.jsonld'

export const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value)

/** @returns the values: none, one, or those of a list. */
export const listOf = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value])

export const hasType = (value: unknown, type: string): boolean => isObject(value) && listOf(value.type).includes(type)
