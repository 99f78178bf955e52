/**
 * A class on its devices, as bare WebSocket clients in a process of their own. Arguments: `ours` or `plain`, port, code, how many. Says
 * `joined`, then for each slide when the last of them had it.
 */
import { Agent, get } from 'node:http'
import { WebSocket } from 'ws'

const [kind, port, code, count = '0'] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: 50 })
const had = new Map<string, number>()

/** @returns the cookie that makes a device of a browser */
const cookieOf = () =>
	new Promise<string>((resolve, reject) => {
		get({ host: '127.0.0.1', port, path: '/device', agent }, (response) => {
			response.resume()
			response.on('end', () => resolve(response.headers['set-cookie']?.[0]?.split(';')[0] ?? ''))
		}).on('error', reject)
	})

async function follow(): Promise<void> {
	const headers = kind === 'ours' ? { Cookie: await cookieOf(), Origin: `http://127.0.0.1:${port}` } : {}
	const socket = new WebSocket(`ws://127.0.0.1:${port}/live`, { headers, perMessageDeflate: false })
	await new Promise((resolve, reject) => {
		socket.on('error', reject)
		socket.on('open', resolve)
	})
	socket.on('message', (data: Buffer) => {
		const slide = /"slide":"(s\d+)"/.exec(data.toString('latin1', 0, 400))?.[1]
		if (!slide) return
		const now = (had.get(slide) ?? 0) + 1
		had.set(slide, now)
		if (now === Number(count)) process.send?.({ slide, last: String(process.hrtime.bigint()) })
	})
	if (kind === 'plain') return
	const joined = new Promise((resolve) => socket.once('message', resolve))
	socket.send(JSON.stringify({ type: 'join', code }))
	await joined
}

await Promise.all(Array.from({ length: Number(count) }, follow))
agent.destroy()
process.send?.('joined')
process.on('disconnect', () => process.exit(0))
