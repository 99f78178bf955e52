/** The card browser over every transport that carries the whole contract. */
import { describe, expect, it } from 'vitest'
import { basic } from '../unit/support/cards.ts'
import { useProgram } from './support/program.ts'
import { wholeTransports } from './support/transports.ts'

const runs = wholeTransports.flatMap((transport) => [
	{ name: transport.name, transport, inWorker: false },
	{ name: `${transport.name}, in a thread`, transport, inWorker: true },
])

describe.each(runs)('the card browser ($name)', ({ transport, inWorker }) => {
	const program = useProgram(transport, inWorker)

	it('finds cards, acts on a few and on very many, and takes it back', { timeout: 60_000 }, async () => {
		const { browse, notes } = program().client.cards
		for (const part of [0, 1])
			await notes.create({
				deck: 'Many',
				notes: Array.from({ length: 300 }, (_, index) => basic(`card ${part * 300 + index}`, 'x', { tags: ['t'] })),
			})
		const found = await browse.find({ filter: { text: 'card 59' }, limit: 10, order: 'text', descending: true })
		expect(found.total).toBe(11)
		expect(found.rows[0]).toMatchObject({ text: 'card 599', deckName: 'Many', state: 'new', hold: null, due: null })
		expect(await browse.tags()).toEqual([{ tag: 't', notes: 600 }])
		const few = await browse.act({ which: { ids: [1, 2] }, act: { act: 'suspend' } })
		expect(few.cards).toBe(2)
		const many = await browse.act({ which: { filter: { tag: 't' } }, act: { act: 'tag', add: ['u'], remove: ['t'] } })
		expect(many.cards).toBe(600)
		expect((await browse.find({ filter: { tag: 'u' }, limit: 1 })).total).toBe(600)
		const gone = await browse.act({ which: { filter: {} }, act: { act: 'remove' } })
		expect((await browse.find({ filter: {}, limit: 1 })).total).toBe(0)
		expect(await browse.undo({ token: gone.token })).toEqual({ cards: 600 })
		await browse.undo({ token: many.token })
		expect((await browse.find({ filter: { tag: 't', hold: 'suspended' }, limit: 10 })).rows).toHaveLength(2)
		expect((await browse.find({ filter: { text: 'u' }, limit: 1 })).total).toBe(0)
		await expect(browse.undo({ token: many.token })).rejects.toMatchObject({ code: 'NOT_FOUND', defined: true })
		await expect(browse.act({ which: { ids: [1] }, act: { act: 'move', deck: 999 } })).rejects.toMatchObject({
			code: 'NOT_FOUND',
			defined: true,
		})
		expect(program().unforeseen).toEqual([])
	})
})
