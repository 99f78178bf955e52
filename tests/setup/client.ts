/** A client of the contract beside the windows, over a line of its own to the browser host: for what a spec needs to be there. */
import type { Page } from '@playwright/test'
import { WebSocket } from 'ws'
import type { Client } from '#contract/index.ts'
import { createClient, type Port } from '#contract/port.ts'
import type { BrowserHost } from './browser-host.ts'

type Work<T> = (client: Client) => Promise<T>

/** Opens a line to the host, does some work with it, and closes it. @returns what the work returned */
export async function withClient<T>({ url, origin }: Pick<BrowserHost, 'url' | 'origin'>, work: Work<T>): Promise<T> {
	const answer = await fetch(url, { redirect: 'manual' })
	return overLine(
		origin,
		answer.headers.getSetCookie().map((each) => each.split(';')[0] ?? ''),
		work,
	)
}

/** The same with the key of a page that has been let in. */
export async function withClientOf<T>(page: Page, work: Work<T>): Promise<T> {
	const cookies = await page.context().cookies()
	return overLine(
		new URL(page.url()).origin,
		cookies.map(({ name, value }) => `${name}=${value}`),
		work,
	)
}

async function overLine<T>(origin: string, cookies: readonly string[], work: Work<T>): Promise<T> {
	const headers = { cookie: cookies.join('; '), origin }
	const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/rpc`, { headers })
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
