/** What a schema found wrong, in words that somebody who writes a pack understands. */
import type { z } from '#contract/jitless.ts'

const kinds: Record<string, string> = {
	string: 'text',
	array: 'a list',
	object: 'a set of keys',
	record: 'a set of keys',
	int: 'a whole number',
	number: 'a number',
	boolean: 'true or false',
}

/** @returns the fault without the place where it stands. */
export function sentenceOf(issue: z.core.$ZodIssue): string {
	if (issue.code === 'invalid_type') return `this must be ${kinds[issue.expected] ?? issue.expected}`
	if (issue.code === 'too_small' || issue.code === 'too_big') {
		const unit = issue.origin === 'string' ? 'characters' : issue.origin === 'array' ? 'entries' : ''
		if (issue.code === 'too_big') return `this may be ${[issue.maximum, unit, 'at most'].filter(Boolean).join(' ')}`
		if (Number(issue.minimum) === 1) return unit === 'entries' ? 'at least one is needed' : 'this must not be empty'
		return `this must be at least ${issue.minimum} ${unit}`.trimEnd()
	}
	return issue.message
}
