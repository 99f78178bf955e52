/**
 * What followers are connected to, in a process of its own: the listener as built, or a bare WebSocket server that sends the same.
 * Argument: `ours` or `plain`. Told `{ view }` by its parent it sends that on and answers when it began; told `{}` it answers what
 * memory it holds. Ends with its parent.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { WebSocketServer } from 'ws'
import { inRoot } from '../../../build/lib/paths.ts'
import type { FromListener, ToListener } from '../../../src/backend/classroom/line.ts'
import type { RoomView } from '../../../src/contract/classroom/room.ts'

const code = 'K3TXWM'
const { port, show } = await (process.argv[2] === 'plain' ? plain() : ours())
process.send?.({ port, code })
process.on('message', ({ view }: { view?: RoomView }) => {
	if (!view) {
		process.send?.({ memory: process.memoryUsage().rss })
		return
	}
	const began = process.hrtime.bigint()
	show(view)
	process.send?.({ began: String(began) })
})
process.on('disconnect', () => process.exit(0))

async function ours() {
	const worker = new Worker(pathToFileURL(inRoot('out/main/classroom-listener.js')))
	const say = (message: ToListener) => worker.postMessage(message)
	say({ type: 'open', address: '127.0.0.1', port: 0, names: ['127.0.0.1'], code })
	const [opened] = (await once(worker, 'message')) as [FromListener]
	if (opened.type !== 'opened') throw new Error(JSON.stringify(opened))
	return { port: opened.port, show: (view: RoomView) => say({ type: 'view', view }) }
}

async function plain() {
	const server = createServer()
	const sockets = new WebSocketServer({ server, perMessageDeflate: false })
	server.listen(0, '127.0.0.1')
	await once(server, 'listening')
	const show = (view: RoomView) => {
		const message = Buffer.from(JSON.stringify({ type: 'view', view, pages: [] }))
		for (const socket of sockets.clients) socket.send(message, { binary: false })
	}
	return { port: (server.address() as AddressInfo).port, show }
}
