/** Wrong doors: what comes without the token, from another page, or from a frame that is not ours never reaches the program. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { type RunningServer, startServer } from '#server/index.ts'
import { bindContents } from '../../src/main/ipc.ts'
import { appOrigin, type FakeFrame, fakeWindow } from './support/fake-electron.ts'
import { makeLine, requestText } from './support/line.ts'
import { useProgram } from './support/program.ts'
import { wholeTransports } from './support/transports.ts'

/** For what is only waited for: a busy machine takes longer than the second that is usual. */
const patient = { timeout: 15_000 }

const transport = (name: string) => {
	const found = wholeTransports.find((each) => each.name === name)
	if (!found) throw new Error(`no transport ${name}`)
	return found
}

describe.each(['/rpc', '/room'])('WebSocket at %s', (path) => {
	const program = useProgram(transport('WebSocket'))
	let server: RunningServer
	beforeAll(async () => {
		server = await startServer({ backend: program().backend, rendererDir: import.meta.dirname, env: {} })
	})
	afterAll(() => server.close())
	afterEach(async () => {
		expect(await program().client.host.describe()).toMatchObject({ version: '1.2.3' })
		expect(program().unforeseen).toEqual([])
	})

	const right = () => ({
		Origin: `http://127.0.0.1:${server.port}`,
		Cookie: `parallax-${server.port}=${new URL(server.url).searchParams.get('token')}`,
	})
	const statusFor = (headers: Record<string, string>) =>
		new Promise((resolve, reject) => {
			const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers })
			socket.on('open', () => {
				socket.terminate()
				resolve('open')
			})
			socket.on('unexpected-response', (request, response) => {
				request.destroy()
				resolve(response.statusCode)
			})
			socket.on('error', reject)
		})

	it('opens for the right ones', async () => {
		expect(await statusFor(right())).toBe('open')
	})
	it.each<[string, (headers: Record<string, string>) => Record<string, string>]>([
		['a wrong token', (headers) => ({ ...headers, Cookie: `parallax-${server.port}=${'A'.repeat(43)}` })],
		['no token', ({ Origin = '' }) => ({ Origin })],
		['a wrong Origin', (headers) => ({ ...headers, Origin: 'https://evil.example' })],
		['no Origin', ({ Cookie = '' }) => ({ Cookie })],
	])('is shut for %s', async (_what, change) => {
		expect(await statusFor(change(right()))).toBe(403)
	})
	it('is shut for a wrong Host', async () => {
		expect(await statusFor({ ...right(), Host: `evil.example:${server.port}` })).toBe(421)
	})

	async function openRaw() {
		const socket = new WebSocket(`ws://127.0.0.1:${server.port}/rpc`, { headers: right() })
		await new Promise((resolve) => socket.on('open', resolve))
		const line = makeLine((text) => socket.send(text))
		socket.on('message', (data) => line.take(data.toString()))
		return { socket, line }
	}

	it('takes no binary for text, and goes on', async () => {
		const { socket, line } = await openRaw()
		socket.send(Buffer.from(requestText('b1', 'host/describe')))
		socket.send(Buffer.from([0, 255, 1, 2]))
		socket.send(Buffer.alloc(100_000, 255))
		line.send(requestText('b2', 'host/describe'))
		await line.answerTo('b2')
		expect(line.answers).toHaveLength(1)
		socket.terminate()
	})

	it('shuts only the socket that sends far too much', async () => {
		const { socket } = await openRaw()
		const gone = new Promise((resolve) => socket.on('close', resolve))
		socket.on('error', () => {})
		socket.send('x'.repeat(6_000_000))
		expect([1006, 1009]).toContain(await gone)
	})
})

describe('Electron IPC', () => {
	const program = useProgram(transport('Electron IPC'))
	const id = crypto.randomUUID()
	const text = requestText('s1', 'host/describe')

	function open() {
		const window = fakeWindow()
		const refused: string[] = []
		bindContents(window.contents, Promise.resolve(program().backend), new Set([appOrigin]), (why) => refused.push(why))
		const line = makeLine((message) => window.sendFrom(window.mainFrame, id, message))
		window.hear(id, line.take)
		return { window, refused, line }
	}

	const frames: [string, (main: FakeFrame) => FakeFrame | null][] = [
		['another origin', (main) => ({ ...main, origin: 'https://evil.example' })],
		['an opaque origin', (main) => ({ ...main, origin: 'null' })],
		['a frame within the page', (main) => ({ ...main, frameToken: 'sub', parent: main })],
		['a frame within the page that takes its name', (main) => ({ ...main, parent: main })],
		['another window’s frame', (main) => ({ ...main, frameToken: 'other' })],
		['a frame that is detached', (main) => ({ ...main, detached: true })],
		['a frame that is gone', () => null],
	]
	it.each(frames)('does not listen to %s', async (_who, frameOf) => {
		const { window, refused, line } = open()
		window.sendFrom(frameOf(window.mainFrame), id, text)
		line.send(requestText('s2', 'host/describe'))
		await line.answerTo('s2')
		expect(line.answers).toHaveLength(1)
		expect(refused).toHaveLength(1)
	})

	it.each<[string, unknown[]]>([
		['no arguments', []],
		['no text', [id]],
		['no id', [text]],
		['an id that is none', ['../x', text]],
		['an object for text', [id, { i: 's1' }]],
		['bytes for text', [id, new Uint8Array([1, 2, 3])]],
		['one argument too many', [id, text, true]],
		['far too much', [id, 'x'.repeat(9_000_000)]],
	])('does not listen to %s', async (_what, args) => {
		const { window, refused, line } = open()
		window.sendFrom(window.mainFrame, ...args)
		line.send(requestText('s2', 'host/describe'))
		await line.answerTo('s2')
		expect(line.answers).toHaveLength(1)
		expect(refused).toHaveLength(1)
	})

	it('answers a document that was reloaded nothing that was meant for the one before', async () => {
		const { window, line } = open()
		line.send(requestText('r1', 'workspace/changes'))
		await line.answerTo('r1')
		window.emit('did-navigate')
		const bridge = await window.loadDocument()
		const heard: string[] = []
		bridge.onMessage((message) => heard.push(message))
		bridge.postMessage(requestText('r2', 'workspace/settings/change', { theme: 'dark' }))
		await expect.poll(() => heard.length, patient).toBe(1)
		// A late word of the document before is not answered, and does not end the line of the one that is there.
		line.send(requestText('r3', 'host/describe'))
		bridge.postMessage(requestText('r4', 'host/describe'))
		await expect.poll(() => heard.length, patient).toBe(2)
		await program().client.workspace.settings.change({ theme: 'light' })
		expect(line.answers).toHaveLength(1)
		expect(heard).toHaveLength(2)
	})
})
