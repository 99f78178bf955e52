/** Cards made from what was read, over every transport that carries the whole contract. */
import { describe, expect, it } from 'vitest'
import { useProgram } from './support/program.ts'
import { wholeTransports } from './support/transports.ts'

const runs = wholeTransports.flatMap((transport) => [
	{ name: transport.name, transport, inWorker: false },
	{ name: `${transport.name}, in a thread`, transport, inWorker: true },
])

describe.each(runs)('making cards ($name)', ({ transport, inWorker }) => {
	const program = useProgram(transport, inWorker)

	it('a point is suggested, looked at, made, noticed, found to have changed and settled', async () => {
		const { notes, browse } = program().client.cards
		const origin = { from: 'point', comparison: 'one-night', point: 'single-night' } as const
		const [suggested] = await notes.suggest(origin)
		if (!suggested) throw new Error('nothing was suggested')
		const { deck, title, same, ...draft } = suggested
		expect([title, same, draft.type]).toEqual([draft.fields[0], [], 'contrast'])
		const [face] = await notes.preview({ type: draft.type, fields: draft.fields })
		expect(face?.front).toContain(title)
		const old = { ...draft.source?.wording, Finding: 'Something else.' }
		const source = draft.source && { ...draft.source, wording: old }
		const [made] = await notes.create({ deck, comparison: origin.comparison, notes: [{ ...draft, source }] })
		if (!made) throw new Error('nothing was made')
		expect((await notes.duplicates({ type: draft.type, first: title })).map(({ id }) => id)).toEqual([made.id])
		expect(await notes.suggest(origin)).toMatchObject([{ same: [made.id] }])
		expect(await notes.stale()).toMatchObject([{ id: made.id, stale: { Finding: draft.fields[2] } }])
		const { token } = await notes.settle({ id: made.id, how: 'keep' })
		expect(await notes.stale()).toEqual([])
		await browse.undo({ token })
		expect(await notes.stale()).toMatchObject([{ id: made.id }])
		await expect(notes.suggest({ ...origin, point: 'nothing' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
	})
})
