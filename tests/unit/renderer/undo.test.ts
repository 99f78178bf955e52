/** Undo and redo across the program. */
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { useUndo } from '../../../src/renderer/stores/undo.ts'

let text = ''
/** Writes, as a step that knows its way back. */
const write = (now: string, run?: string) => {
	const before = text
	const set = (value: string) => async () => {
		text = value
	}
	text = now
	useUndo().did({ label: `Wrote ${now}`, undo: set(before), redo: set(now), ...(run ? { run } : {}) })
}
beforeEach(() => {
	vi.useFakeTimers()
	setActivePinia(createPinia())
	text = ''
})

test('steps are undone and done again one by one', async () => {
	write('a')
	write('b')
	await useUndo().undo()
	expect(text).toBe('a')
	await useUndo().undo()
	expect(text).toBe('')
	await useUndo().redo()
	await useUndo().redo()
	expect(text).toBe('b')
})

test('the savings of one text are one step, and those of another are not', async () => {
	write('first')
	write('h', 'note 1')
	write('he', 'note 1')
	write('hello', 'note 1')
	write('other', 'note 2')
	await useUndo().undo()
	expect(text).toBe('hello')
	await useUndo().undo()
	expect(text).toBe('first')
	await useUndo().redo()
	expect(text).toBe('hello')
})

test('what was begun and came to nothing is taken back, and nothing else', async () => {
	const step = (now: string, about: string, begins = false) => {
		const before = text
		text = now
		const set = (value: string) => async () => {
			text = value
		}
		useUndo().did({ label: now, undo: set(before), redo: set(now), about, begins })
	}
	step('highlight', 'one', true)
	step('green', 'one')
	// The highlight becomes a note, and is left blank.
	step('note', 'one', true)
	step('blank', 'one')
	await useUndo().takeBack('one')
	expect(text).toBe('green')
	await useUndo().undo()
	expect(text).toBe('highlight')

	// Something else was done since: all stays.
	step('another', 'two', true)
	step('elsewhere', 'three')
	await useUndo().takeBack('two')
	expect(text).toBe('elsewhere')
	await useUndo().takeBack('none')
	expect(text).toBe('elsewhere')
})
