import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { rememberWindow } from '../../../src/main/remember-window.ts'
import type { WindowState } from '../../../src/main/window-state.ts'
import { asWindow, FakeWindow } from './fakes.ts'

let window: FakeWindow
let state: WindowState
const save = vi.fn()

beforeEach(() => {
	vi.useFakeTimers()
	save.mockReset()
	window = new FakeWindow()
	state = { bounds: null, maximised: false, zoom: 100, theme: 'system' }
	rememberWindow(asWindow(window), state, save)
})
afterEach(() => vi.useRealTimers())

it('writes once when the window has come to rest', () => {
	for (let x = 0; x < 50; x++) {
		window.bounds = { ...window.bounds, x }
		window.emit('move')
		vi.advanceTimersByTime(20)
	}
	expect(save).not.toHaveBeenCalled()
	vi.runAllTimers()
	expect(save).toHaveBeenCalledTimes(1)
	expect(state.bounds).toEqual({ x: 49, y: 20, width: 900, height: 700 })
})

it('writes at once when the window closes, and not again', () => {
	window.emit('resize')
	window.emit('close')
	expect(save).toHaveBeenCalledTimes(1)
	vi.runAllTimers()
	expect(save).toHaveBeenCalledTimes(1)
	expect(state.bounds).toEqual(window.bounds)
})

it('notes that it is maximised, with the place it goes back to', () => {
	window.state = 'maximised'
	window.emit('maximize')
	expect(state).toMatchObject({ maximised: true, bounds: window.bounds })
	window.state = 'normal'
	window.emit('unmaximize')
	expect(state.maximised).toBe(false)
})

it('keeps the place from before while minimised or in full screen', () => {
	window.emit('move')
	const before = state.bounds
	window.bounds = { x: 0, y: 0, width: 1920, height: 1080 }
	for (const odd of ['minimised', 'full-screen'] as const) {
		window.state = odd
		window.emit('resize')
		window.emit('close')
		expect(state.bounds).toEqual(before)
	}
})
