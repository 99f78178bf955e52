/** Whatever goes wrong arrives as a typed error: a code, a sentence, what to do; nothing internal leaks. */
import { describe, expect, it } from 'vitest'
import { asTypedError, typedError } from '#backend/rpc/errors.ts'
import { errorCodes } from '#contract/errors.ts'
import { errorOf, smallProgram } from '../../support/router.ts'

describe('an error', () => {
	it('that was foreseen arrives as it was said', async () => {
		const { client, seen } = smallProgram()
		expect(await errorOf(client.fail({ how: 'foreseen' }))).toMatchObject({
			code: 'CONFLICT',
			message: 'Two of them.',
			data: { next: 'Choose one.' },
			defined: true,
		})
		expect(seen.reported).toEqual([])
	})

	it('that was not arrives without a word of what it was, and is reported', async () => {
		const { client, seen } = smallProgram()
		const error = await errorOf(client.fail({ how: 'unforeseen' }))
		expect(error).toMatchObject({ code: 'INTERNAL', defined: true })
		expect(JSON.stringify([error, error.message, error.cause])).not.toMatch(/secret|diary/)
		expect(seen.reported).toMatchObject([{ message: 'secret: /home/reader/diary' }])
	})

	it('of wrong input names the field, not its value', async () => {
		const { client } = smallProgram()
		const error = await errorOf(client.echo({ text: 'a private sentence' }))
		expect(error).toMatchObject({ code: 'BAD_REQUEST', message: expect.stringContaining('text:') })
		expect(JSON.stringify(error) + String(error.message)).not.toContain('private')
	})

	it('of an answer that breaks the contract is ours, not the caller’s', async () => {
		const { client, seen } = smallProgram()
		expect(await errorOf(client.lie())).toMatchObject({ code: 'INTERNAL' })
		expect(seen.reported).toHaveLength(1)
	})

	it('of a call that was cancelled says so', async () => {
		expect(await errorOf(smallProgram().client.fail({ how: 'abort' }))).toMatchObject({ code: 'CANCELLED' })
	})

	it.each([undefined, null, 'text', 7, {}, Symbol('x')])('thrown as %s is one as well', (thrown) => {
		const reported: unknown[] = []
		expect(asTypedError(thrown, (error) => reported.push(error))).toMatchObject({ code: 'INTERNAL', defined: true })
		expect(reported).toEqual([thrown])
	})

	it('of each code keeps it and has a status', () => {
		for (const code of errorCodes) {
			const error = typedError(code, 'A sentence.', 'Do this.')
			expect(asTypedError(error, () => {})).toBe(error)
			expect(error.status).toBeGreaterThanOrEqual(400)
		}
	})
})

describe('a stream', () => {
	it('that fails ends with a typed error, after what came before', async () => {
		const { client } = smallProgram()
		const heard: number[] = []
		const read = async (to: number) => {
			for await (const n of await client.count({ to })) heard.push(n)
		}
		expect(await errorOf(read(0))).toMatchObject({
			code: 'DAMAGED',
			message: 'Nothing to count.',
			data: { next: 'Count higher.' },
		})
		expect(await errorOf(read(-1))).toMatchObject({ code: 'INTERNAL' })
	})

	it('that nobody reads any more is cancelled', async () => {
		const { client, seen } = smallProgram()
		for await (const n of await client.count({ to: 3 })) {
			if (n < 3) continue
			await expect.poll(() => seen.open).toBe(1)
			break
		}
		await expect.poll(() => seen).toMatchObject({ open: 0, cancelled: 1 })
	})

	it('whose call is cancelled ends', async () => {
		const { client, seen } = smallProgram()
		const stop = new AbortController()
		const stream = await client.count({ to: 1 }, { signal: stop.signal })
		await stream.next()
		const next = stream.next()
		await expect.poll(() => seen.open).toBe(1)
		stop.abort()
		await expect(next).rejects.toThrow()
		await expect.poll(() => seen.open).toBe(0)
	})
})

describe('a port within the process', () => {
	it('that is closed ends the calls under way and refuses new ones', async () => {
		const { client, port, seen } = smallProgram()
		const waiting = errorOf(client.wait())
		await expect.poll(() => seen.open).toBe(1)
		port.close()
		expect(await waiting).toMatchObject({ name: 'AbortError' })
		expect(await errorOf(client.echo({ text: 'x' }))).toMatchObject({ code: 'UNAVAILABLE', next: 'Open it again.' })
	})
})
