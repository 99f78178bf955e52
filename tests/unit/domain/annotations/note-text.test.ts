import { describe, expect, test } from 'vitest'
import { readNote } from '#domain/annotations/note-text.ts'
import { plainNote } from '#domain/annotations/plain-note.ts'

describe('a note', () => {
	test('has links of ours among its words, in emphasis and lists too', () => {
		const text = JSON.stringify(readNote('A *see [[Modern ECT]]*.\n\n- [[read/x|words]]'))
		expect(text).toContain('{"type":"noteLink","to":"Modern ECT","words":"Modern ECT"}')
		expect(text).toContain('{"type":"noteLink","to":"read/x","words":"words"}')
	})
	test('a link in code is code', () => {
		expect(JSON.stringify(readNote('`[[Modern ECT]]`'))).not.toContain('noteLink')
	})
	test('reads as one line of words', () => {
		expect(
			plainNote(
				'# Title\n\nTwo *words*, a [[read/x|link]]\nand\n\n- one\n1. `two`\n\n> **said** [there](https://a.example)',
			),
		).toBe('Title Two words, a link and one two said there')
		expect(plainNote('')).toBe('')
	})
	test('loses no word that only looks like a mark', () => {
		expect(plainNote('2 * 3 and snake_case and - a dash')).toBe('2 * 3 and snake_case and - a dash')
	})
})
