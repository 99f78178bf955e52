import { beforeEach, expect, it } from 'vitest'
import type { Question } from '../../../src/main/ask.ts'
import { watchForCrashes } from '../../../src/main/crash.ts'
import { asWindow, FakeWindow } from './fakes.ts'

let window: FakeWindow
let now: number
let asked: Question[]
let answers: number[]
let quits: number
const log: string[] = []
const settled = () => new Promise((resolve) => setImmediate(resolve))
const crash = (reason = 'crashed') => window.webContents.emit('render-process-gone', {}, { reason, exitCode: 1 })

beforeEach(() => {
	window = new FakeWindow()
	now = 5
	asked = []
	answers = []
	quits = 0
	log.length = 0
	watchForCrashes(asWindow(window), {
		ask: async (question) => {
			asked.push(question)
			return answers.shift() ?? Number.NaN
		},
		log: (what) => log.push(what),
		quit: () => quits++,
		now: () => now,
	})
})

it('reloads the first time without asking', async () => {
	crash()
	await settled()
	expect([window.webContents.reloads, asked.length, log.length]).toEqual([1, 0, 1])
})

it('asks the second time, and does what it is told', async () => {
	answers = [0, 1]
	crash()
	now += 1000
	crash()
	await settled()
	expect(asked[0]?.buttons).toEqual(['Reload', 'Quit'])
	expect([window.webContents.reloads, quits]).toEqual([2, 0])
	now += 1000
	crash()
	await settled()
	expect([window.webContents.reloads, quits]).toEqual([2, 1])
})

it('counts anew after a quiet while', async () => {
	crash()
	now += 61_000
	crash()
	await settled()
	expect([window.webContents.reloads, asked.length]).toEqual([2, 0])
})

it('does not take an end for a crash', () => {
	crash('clean-exit')
	window.webContents.destroyed = true
	crash()
	expect([window.webContents.reloads, log.length]).toEqual([0, 0])
})

it('asks once about a page that hangs, and waits when told to', async () => {
	answers = [0]
	window.emit('unresponsive')
	window.emit('unresponsive')
	await settled()
	expect(asked.map(({ buttons }) => buttons)).toEqual([['Wait', 'Reload']])
	expect([window.webContents.crashes, window.webContents.reloads]).toEqual([0, 0])
})

it('ends a page that hangs before it reloads it, and does not count that as a crash', async () => {
	answers = [1]
	window.emit('unresponsive')
	await settled()
	expect([window.webContents.crashes, window.webContents.reloads]).toEqual([1, 1])
	crash('killed')
	expect(window.webContents.reloads).toBe(1)
	crash()
	expect(window.webContents.reloads).toBe(2)
	expect(asked).toHaveLength(1)
})
