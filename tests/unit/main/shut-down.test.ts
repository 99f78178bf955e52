import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeBeforeQuit } from '../../../src/main/shut-down.ts'

class FakeApp extends EventEmitter {
	ended = false
	quit() {
		const event = { prevented: false, preventDefault: () => (event.prevented = true) }
		this.emit('will-quit', event)
		this.ended ||= !event.prevented
	}
}
let app: FakeApp
const log = vi.fn()
beforeEach(() => {
	app = new FakeApp()
	log.mockReset()
	vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())
const open = () => closeBeforeQuit(app as unknown as App, log)
const settle = () => vi.advanceTimersByTimeAsync(0)

it('closes in the reverse order, then lets the app end', async () => {
	const order: string[] = []
	const closing = open()
	closing.add(() => void order.push('lock'))
	closing.add(async () => void order.push('backend'))
	app.quit()
	expect(app.ended).toBe(false)
	await settle()
	expect([order, app.ended]).toEqual([['backend', 'lock'], true])
})

it('closes once, however often it is asked', async () => {
	const close = vi.fn()
	const closing = open()
	closing.add(close)
	await closing.run()
	await closing.run()
	app.quit()
	expect([close.mock.calls.length, app.ended]).toEqual([1, true])
})

it('goes on when something cannot be closed', async () => {
	const close = vi.fn()
	const closing = open()
	closing.add(close)
	closing.add(() => Promise.reject(new Error('stuck')))
	app.quit()
	await settle()
	expect([close.mock.calls.length, log.mock.calls.length, app.ended]).toEqual([1, 1, true])
})

it('does not wait for ever', async () => {
	open().add(() => new Promise(() => undefined))
	app.quit()
	await vi.advanceTimersByTimeAsync(4_000)
	expect(app.ended).toBe(false)
	await vi.advanceTimersByTimeAsync(2_000)
	expect(app.ended).toBe(true)
})
