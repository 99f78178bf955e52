/** Cards in and out, over every transport that carries the whole contract. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ImportStep } from '#contract/cards/transfer.ts'
import { partBytes } from '#contract/cards/words.ts'
import { everything, pixel } from '../setup/anki.ts'
import { manyCards } from '../setup/many-cards.ts'
import { packageOf } from '../unit/support/packages.ts'
import { useProgram } from './support/program.ts'
import { wholeTransports } from './support/transports.ts'

const runs = wholeTransports.flatMap((transport) => [
	{ name: transport.name, transport, inWorker: false },
	{ name: `${transport.name}, in a thread`, transport, inWorker: true },
])

describe.each(runs)('cards in and out ($name)', ({ transport, inWorker }) => {
	const program = useProgram(transport, inWorker)

	async function handedOver(path: string): Promise<number> {
		const { transfer } = program().client.cards
		const bytes = readFileSync(path)
		const { file } = await transfer.begin({ name: basename(path), bytes: bytes.length })
		for (let at = 0; at < bytes.length; at += partBytes)
			await transfer.part({ file, content: bytes.subarray(at, at + partBytes).toString('base64') })
		return file
	}
	async function imported(file: number): Promise<ImportStep & { type: 'done' }> {
		for await (const step of await program().client.cards.transfer.import({ file }))
			if (step.type === 'done') return step
		throw new Error('the import ended without a word')
	}

	it('are looked at, taken in, shown, carried out and taken back', async () => {
		const { cards, workspace } = program().client
		// Larger than one part.
		const picture = Buffer.concat([
			pixel,
			Buffer.from(Array.from({ length: 700_000 }, (_, index) => (index * 7919) % 251)),
		])
		const path = packageOf(everything, 'collection.anki21b', { media: { 'pixel one.png': picture } })
		const file = await handedOver(path)
		expect(await cards.transfer.preview({ file })).toMatchObject({ notes: { new: 2, changed: 0, same: 0 }, media: 1 })
		expect(await cards.decks.list()).toEqual([])
		const told = await workspace.changes()
		// The thread writes over a connection of its own, so that all may be said to have changed first.
		const heard = (async () => {
			for await (const { what } of told) if (what === 'cards') return what
			return undefined
		})()
		const { summary, token } = await imported(file)
		expect(await heard).toBe('cards')
		await told.return?.()
		expect(summary).toMatchObject({ notes: { new: 2 }, cards: 4, reviews: 5, media: 1 })
		const shown = await cards.notes.media({ name: 'pixel one.png' })
		expect(shown).toEqual({ mediaType: 'image/png', content: picture.toString('base64') })
		const parts: Buffer[] = []
		let done: object | undefined
		for await (const step of await cards.transfer.export({ format: 'apkg', scheduling: true }))
			if (step.type === 'part') parts.push(Buffer.from(step.content, 'base64'))
			else if (step.type === 'done') done = step
		expect(done).toEqual({ type: 'done', name: 'Cards.apkg', mediaType: 'application/zip', cards: 4 })
		expect(Buffer.concat(parts).toString('latin1', 0, 4)).toBe('PK\x03\x04')
		expect(await cards.browse.undo({ token })).toEqual({ cards: 4 })
		expect(await cards.decks.list()).toEqual([])
		await expect(cards.notes.media({ name: 'pixel one.png' })).rejects.toMatchObject({
			code: 'NOT_FOUND',
			defined: true,
		})
	})

	it('say how an import has ended that was cancelled, and are as they were', async () => {
		const { decks, transfer } = program().client.cards
		const file = await handedOver(packageOf(manyCards(2000), 'collection.anki21'))
		const steps = await transfer.import({ file })
		expect(await steps.next()).toMatchObject({ value: { type: 'progress' } })
		await transfer.cancel({ file })
		const rest = async () => {
			for await (const step of steps) if (step.type === 'done') return step
			return undefined
		}
		await expect(rest()).rejects.toMatchObject({ code: 'CANCELLED', defined: true })
		expect(await decks.list()).toEqual([])
		await transfer.drop({ file })
	})

	it('are refused with a typed error where the file is broken', async () => {
		const { transfer } = program().client.cards
		const { file } = await transfer.begin({ name: 'broken.apkg', bytes: 4 })
		await transfer.part({ file, content: Buffer.from('none').toString('base64') })
		await expect(transfer.preview({ file })).rejects.toMatchObject({
			code: 'DAMAGED',
			defined: true,
			data: { next: expect.any(String) },
		})
		await expect(imported(file)).rejects.toMatchObject({ code: 'DAMAGED', defined: true })
		await transfer.drop({ file })
		await expect(transfer.preview({ file })).rejects.toMatchObject({ code: 'NOT_FOUND', defined: true })
		expect(program().unforeseen).toEqual([])
	})
})
