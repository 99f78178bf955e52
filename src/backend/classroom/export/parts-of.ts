import type { Part } from '#contract/classroom/room.ts'

/** @returns the first part of a type */
export const partOf = <T extends Part['type']>(
	parts: readonly Part[],
	type: T,
): Extract<Part, { type: T }> | undefined =>
	parts.find((part): part is Extract<Part, { type: T }> => part.type === type)
