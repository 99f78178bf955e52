import { afterEach, beforeEach, expect, it } from 'vitest'
import { Failure } from '#backend/failure.ts'
import { startFailure, watchUncaughtErrors } from '../../../src/main/failures.ts'

// The test runner's own listeners would fail the run.
const names = ['uncaughtException', 'unhandledRejection'] as const
let kept: { name: string; listeners: Parameters<typeof process.on>[1][] }[]
beforeEach(() => {
	kept = names.map((name) => ({ name, listeners: process.rawListeners(name) as Parameters<typeof process.on>[1][] }))
	for (const name of names) process.removeAllListeners(name)
})
afterEach(() => {
	for (const { name, listeners } of kept) {
		process.removeAllListeners(name)
		for (const listener of listeners) process.on(name, listener)
	}
})

it('tells a foreseen failure in its own words', () => {
	const question = startFailure(new Failure('TOO_NEW', 'This workspace is newer.', 'Install the newest Parallax.'))
	expect(question).toMatchObject({ message: 'This workspace is newer.', detail: 'Install the newest Parallax.' })
})

it('tells an unforeseen one without its stack', () => {
	const question = startFailure(new TypeError('x is undefined at main.ts:1'))
	expect(`${question.message} ${question.detail}`).not.toMatch(/undefined|main\.ts/)
	expect(question.detail).toMatch(/desktop\.log/)
})

it('logs every uncaught error and asks once', async () => {
	const logged: unknown[] = []
	let asked = 0
	let quits = 0
	watchUncaughtErrors(
		(_what, error) => logged.push(error),
		async () => {
			asked++
			return 1
		},
		() => quits++,
	)
	process.emit('uncaughtException', new Error('one'))
	process.emit('unhandledRejection', new Error('two'), Promise.resolve())
	await new Promise((resolve) => setImmediate(resolve))
	expect([logged.map(String), asked, quits]).toEqual([['Error: one', 'Error: two'], 1, 1])
})
