/** A client of the contract beside the windows, over a line of its own to the browser host: for what a spec needs to be there. */
import { WebSocket } from 'ws'
import type { Client } from '#contract/index.ts'
import { createClient, type Port } from '#contract/port.ts'
import type { BrowserHost } from './browser-host.ts'

/** Opens a line to the host, does some work with it, and closes it. @returns what the work returned */
export async function withClient<T>(
	host: Pick<BrowserHost, 'url' | 'origin'>,
	work: (client: Client) => Promise<T>,
): Promise<T> {
	const answer = await fetch(host.url, { redirect: 'manual' })
	const cookie = answer.headers
		.getSetCookie()
		.map((each) => each.split(';')[0])
		.join('; ')
	const socket = new WebSocket(`${host.origin.replace(/^http/, 'ws')}/rpc`, {
		headers: { cookie, origin: host.origin },
	})
	await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
	const port: Port = {
		postMessage: (message) => socket.send(message),
		addEventListener(type: 'message' | 'close', listener: (event: { data: unknown }) => void) {
			if (type === 'message') socket.on('message', (data) => listener({ data: String(data) }))
			else socket.on('close', () => listener({ data: undefined }))
		},
	}
	try {
		return await work(createClient<Client>(port))
	} finally {
		socket.close()
	}
}
