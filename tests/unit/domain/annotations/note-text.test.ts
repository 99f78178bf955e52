import { describe, expect, test } from 'vitest'
import { plainNote, readNote } from '#domain/annotations/note-text.ts'

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
		expect(plainNote('# Title\n\nTwo *words*, a [[read/x|link]]\nand\n\n- one\n- `two`\n\n> said')).toBe(
			'Title Two words, a link and one two said',
		)
		expect(plainNote('')).toBe('')
	})
})
