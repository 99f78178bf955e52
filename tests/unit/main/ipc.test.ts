import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { bindContents } from '../../../src/main/ipc.ts'
import { asContents, asFrame, FakeContents, mainFrame } from './fakes.ts'

const own = new Set(['app://parallax'])

/** A program that notes what its connections get and answers each text with itself in capitals. */
function fakeBackend() {
	const connections: { got: unknown[]; closed: boolean; answer(text: string): void }[] = []
	return {
		connections,
		connect(send: (message: string) => void) {
			const connection = { got: [] as unknown[], closed: false, answer: send }
			connections.push(connection)
			return {
				receive(message: unknown) {
					connection.got.push(message)
					send(String(message).toUpperCase())
				},
				close() {
					connection.closed = true
				},
			}
		},
	}
}

let contents: FakeContents
let backend: ReturnType<typeof fakeBackend>
let refused: string[]
const document = randomUUID()

const say = (...args: unknown[]) => contents.ipc.emit('parallax:port', { senderFrame: contents.mainFrame }, ...args)
const sayFrom = (frame: ReturnType<typeof mainFrame> | null) =>
	contents.ipc.emit('parallax:port', { senderFrame: asFrame(frame) }, document, 'hello')
const settled = () => new Promise((resolve) => setImmediate(resolve))

beforeEach(() => {
	contents = new FakeContents()
	backend = fakeBackend()
	refused = []
})

describe('a bound window', () => {
	beforeEach(async () => {
		bindContents(asContents(contents), Promise.resolve(backend), own, (reason) => refused.push(reason))
		say(document, 'first')
		await settled()
	})

	it('carries text there and back under the document’s id', () => {
		say(document, 'second')
		expect(backend.connections.map(({ got }) => got)).toEqual([['first', 'second']])
		expect(contents.sent).toEqual([
			['parallax:port', document, 'FIRST'],
			['parallax:port', document, 'SECOND'],
		])
		expect(refused).toEqual([])
	})

	it('does not listen to other frames, other pages or frames that are gone', () => {
		const frames = [
			null,
			{ ...mainFrame(), origin: 'https://example.org' },
			{ ...mainFrame(), origin: 'app://parallax.example' },
			{ ...mainFrame(), parent: mainFrame() },
			{ ...mainFrame(), frameToken: 'another' },
			{ ...mainFrame(), detached: true },
		]
		for (const frame of frames) sayFrom(frame)
		const disposed = Object.defineProperty(mainFrame(), 'origin', {
			get: () => {
				throw new Error('Render frame was disposed before WebFrameMain could be accessed')
			},
		})
		sayFrom(disposed)
		expect(refused).toHaveLength(frames.length + 1)
		expect(backend.connections[0]?.got).toEqual(['first'])
		expect(contents.sent).toHaveLength(1)
	})

	it('drops what is no message, and goes on', () => {
		const junk: unknown[][] = [
			[],
			['text'],
			[document],
			[document, 7],
			[document, { text: 'x' }],
			[document, 'x', 'more'],
			['not-an-id', 'x'],
			[document.toUpperCase(), 'x'],
			[[document], 'x'],
			[document, 'x'.repeat(8_000_001)],
		]
		for (const args of junk) say(...args)
		expect(refused).toHaveLength(junk.length)
		say(document, 'after')
		expect(backend.connections.map(({ got }) => got)).toEqual([['first', 'after']])
	})

	it('closes a document’s connection when another document speaks, and ignores its stragglers', async () => {
		const next = randomUUID()
		say(next, 'hello')
		await settled()
		expect(backend.connections.map(({ closed }) => closed)).toEqual([true, false])
		say(document, 'late')
		expect(backend.connections).toHaveLength(2)
		expect(contents.sent.at(-1)).toEqual(['parallax:port', next, 'HELLO'])
	})

	it.each(['did-navigate', 'render-process-gone', 'destroyed'])('closes the connection on %s', async (event) => {
		contents.emit(event)
		expect(backend.connections.map(({ closed }) => closed)).toEqual([true])
		say(document, 'late')
		await settled()
		expect(backend.connections).toHaveLength(1)
	})

	it('keeps the new document’s connection when its message overtakes the news of the navigation', async () => {
		say(randomUUID(), 'hello')
		await settled()
		contents.emit('did-navigate')
		expect(backend.connections.map(({ closed }) => closed)).toEqual([true, false])
		contents.emit('did-navigate')
		expect(backend.connections.map(({ closed }) => closed)).toEqual([true, true])
	})

	it('says nothing to a window that is gone', () => {
		contents.destroyed = true
		backend.connections[0]?.answer('late')
		expect(contents.sent).toHaveLength(1)
	})
})

describe('while the program is still opening', () => {
	it('keeps messages in order, for the document that is there when it has opened', async () => {
		const { promise, resolve } = Promise.withResolvers<typeof backend>()
		bindContents(asContents(contents), promise, own, (reason) => refused.push(reason))
		const next = randomUUID()
		say(document, 'gone')
		say(next, 'one')
		say(next, 'two')
		expect(contents.sent).toEqual([])
		resolve(backend)
		await settled()
		expect(backend.connections.map(({ got }) => got)).toEqual([['one', 'two']])
	})

	it('keeps no more than it can hold', async () => {
		const { promise, resolve } = Promise.withResolvers<typeof backend>()
		bindContents(asContents(contents), promise, own, (reason) => refused.push(reason))
		for (let count = 0; count < 30; count++) say(document, 'x'.repeat(1_000_000))
		resolve(backend)
		await settled()
		expect(backend.connections[0]?.got).toHaveLength(4)
	})

	it('stays quiet when it cannot open', async () => {
		bindContents(asContents(contents), Promise.reject(new Error('no')), own, (reason) => refused.push(reason))
		say(document, 'hello')
		await settled()
		say(document, 'again')
		expect([contents.sent, refused]).toEqual([[], []])
	})
})
