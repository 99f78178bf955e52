/** Hostile texts over every transport: answered with a typed error where an answer is possible, and never the end of the host. */
import { beforeAll, describe, expect, it } from 'vitest'
import { errorCodes } from '#contract/errors.ts'
import { copyFixture } from './support/folders.ts'
import { hostileTexts } from './support/hostile.ts'
import { type Line, requestText } from './support/line.ts'
import { useProgram } from './support/program.ts'
import { transports } from './support/transports.ts'

/** For what is only waited for: a busy machine takes longer than the second that is usual. */
const patient = { timeout: 15_000 }

describe.each(transports)('hostile texts ($name)', (transport) => {
	const program = useProgram(transport)
	// One connection takes them all: each must leave it usable for the next.
	let raw: Line
	let count = 0
	beforeAll(async () => {
		raw = await program().line()
	})

	it.each(hostileTexts)('%s', async (_what, text, code) => {
		const { client, unforeseen } = program()
		count += 1
		const id = `h${count}x`
		raw.send(text.replaceAll('h1', id))
		if (code) {
			const { p } = await raw.answerTo(id)
			expect(p?.b?.json?.code).toBe(code)
			expect(p?.b?.json?.data?.next).toBeTypeOf('string')
			expect(p?.s).toBeGreaterThanOrEqual(400)
		}
		raw.send(requestText(`ok${count}`, 'library/packs'))
		expect((await raw.answerTo(`ok${count}`)).p).toMatchObject({ b: { json: [{ id: 'small' }] } })
		expect(await client.library.packs()).toHaveLength(1)
		for (const { i, p } of raw.answers) {
			if (!String(i).startsWith('ok')) expect(errorCodes).toContain(p?.b?.json?.code)
		}
		expect(unforeseen).toEqual([])
		expect(Object.prototype).not.toHaveProperty('polluted')
	})

	it('an id that is in use stands for its first request alone', async () => {
		const { folder } = program()
		raw.send(requestText('twice1', 'library/check', { directories: [copyFixture(`${folder}/twice`, 20)] }))
		raw.send(requestText('twice1', 'library/packs'))
		await expect.poll(() => raw.answers.some(({ i, p }) => i === 'twice1' && p?.e === 'done'), patient).toBe(true)
		expect(raw.answers.filter(({ i, t }) => i === 'twice1' && t === undefined)).toHaveLength(1)
	})

	it('a thousand requests at once are all answered', async () => {
		const ids = Array.from({ length: 1000 }, (_, i) => `many${i}`)
		for (const id of ids) raw.send(requestText(id, 'library/packs'))
		const answers = await Promise.all(ids.map((id) => raw.answerTo(id)))
		expect(answers.every(({ p }) => p?.s === undefined)).toBe(true)
	})
})
