/** What becomes of calls under way: one cancelled, a connection closed, a port that takes nothing any more. */
import { describe, expect, it } from 'vitest'
import { line } from '../../support/line.ts'
import { smallProgram } from '../../support/router.ts'

describe('calls under way', () => {
	it('are cancelled when the connection closes, and nothing is sent after that', async () => {
		const { connection, answers, request, seen, answerTo } = line()
		connection.receive(request('w', 'wait'))
		connection.receive(request('c', 'count', { to: 1 }))
		await answerTo('c')
		await expect.poll(() => seen.open).toBe(2)
		const before = answers.length
		connection.close()
		await expect.poll(() => seen).toMatchObject({ open: 0, cancelled: 2, reported: [] })
		connection.receive(request('e', 'echo', { text: 'late' }))
		await new Promise(setImmediate)
		expect(answers.length).toBe(before)
	})

	it('are cancelled one by one', async () => {
		const { connection, request, seen } = line()
		for (const id of ['a', 'b']) connection.receive(request(id, 'wait'))
		await expect.poll(() => seen.open).toBe(2)
		connection.receive('{"i":"a","t":4}')
		await expect.poll(() => seen).toMatchObject({ open: 1, cancelled: 1 })
		connection.close()
	})

	it('of one connection are none of another’s', async () => {
		const { connect, seen } = smallProgram()
		const [first, second] = [connect(() => {}), connect(() => {})]
		for (const connection of [first, second]) connection?.receive('{"i":"a","p":{"u":"/wait"}}')
		await expect.poll(() => seen.open).toBe(2)
		first?.close()
		await expect.poll(() => seen).toMatchObject({ open: 1, cancelled: 1 })
		second?.close()
	})

	it('are held back until a slow window has taken what was sent before', async () => {
		const { connect, seen } = smallProgram()
		const takes: (() => void)[] = []
		const connection = connect(() => new Promise((resolve) => void takes.push(resolve)))
		connection.receive('{"i":"a","p":{"u":"/count","b":{"json":{"to":1000}}}}')
		for (let sent = 1; sent <= 5; sent++) {
			await expect.poll(() => takes.length).toBe(sent)
			for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate)
			expect(takes.length).toBe(sent)
			takes[sent - 1]?.()
		}
		connection.close()
		await expect.poll(() => seen).toMatchObject({ open: 0, reported: [] })
	})

	it('end when the port cannot be written to any more; the program is told once and lives', async () => {
		const { connect, seen } = smallProgram()
		const connection = connect(() => {
			throw new Error('Object has been destroyed')
		})
		connection.receive('{"i":"a","p":{"u":"/wait"}}')
		await expect.poll(() => seen.open).toBe(1)
		connection.receive('{"i":"b","p":{"u":"/nothing"}}')
		connection.receive('{"i":"c","p":{"u":"/nothing"}}')
		await expect.poll(() => seen).toMatchObject({ open: 0, cancelled: 1 })
		expect(seen.reported).toMatchObject([{ message: 'Object has been destroyed' }])
	})
})
