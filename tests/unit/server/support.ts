/** A browser host with a program that only echoes, and requests that say exactly what a test wants said. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ClientOptions, WebSocket } from 'ws'
import type { Backend } from '#backend/index.ts'
import { type RunningServer, type ServerOptions, startServer } from '#server/index.ts'

export const token = 'the-token-of-this-run'

export interface EchoServer extends RunningServer {
	/** Messages that reached the program. */
	received: unknown[]
	/** How many of its connections have been closed. */
	closed: () => number
	/** Sends a text to every open connection. */
	say(text: string): void
}

/** @returns a backend that answers each message with itself. */
function echoBackend() {
	const received: unknown[] = []
	const sends = new Set<(message: string) => void>()
	let closed = 0
	const backend = {
		connect(send: (message: string) => void) {
			sends.add(send)
			return {
				receive(message: unknown) {
					received.push(message)
					send(String(message))
				},
				close() {
					sends.delete(send)
					closed += 1
				},
			}
		},
	} as Backend
	const say = (text: string) => {
		for (const send of sends) send(text)
	}
	return { backend, received, closed: () => closed, say }
}

const endings: (() => unknown)[] = []

/** @returns a folder like out/renderer, alone in its parent. */
export function makeRenderer(): string {
	const parent = mkdtempSync(join(tmpdir(), 'parallax-renderer-'))
	endings.push(() => rmSync(parent, { recursive: true }))
	const folder = join(parent, 'renderer')
	mkdirSync(join(folder, 'assets'), { recursive: true })
	writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Parallax</title>')
	writeFileSync(join(folder, 'assets', 'index-abc123.js'), 'export {}')
	return folder
}

/** Starts an echo server that `endServers` ends. */
export async function startEcho(options: Partial<ServerOptions> = {}): Promise<EchoServer> {
	const rendererDir = makeRenderer()
	const { backend, ...echo } = echoBackend()
	const server = await startServer({ backend, rendererDir, token, env: {}, ...options })
	endings.unshift(() => server.close())
	return { ...server, ...echo }
}

/** For afterEach. */
export async function endServers(): Promise<void> {
	for (const end of endings.splice(0)) await end()
}

export interface Answer {
	status: number
	headers: IncomingHttpHeaders
	body: string
}

/** One HTTP request with exactly these headers (fetch would not let a test lie about its Host). */
export function ask(port: number, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
			let body = ''
			response.setEncoding('utf8')
			response.on('data', (part) => {
				body += part
			})
			response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
		})
		asked.on('error', reject)
		asked.end()
	})
}

export const cookie = (port: number): string => `parallax-${port}=${token}`
export const origin = (port: number): string => `http://127.0.0.1:${port}`

/** Opens the WebSocket as the app's own page would; `headers` replace its headers, undefined takes one away. */
export function knock(
	port: number,
	headers: Record<string, string | undefined> = {},
	path = '/rpc',
	options: ClientOptions = {},
): Promise<WebSocket | number> {
	const all = { Cookie: cookie(port), Origin: origin(port), ...headers }
	const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Record<
		string,
		string
	>
	const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { ...options, headers: sent })
	endings.unshift(() => socket.terminate())
	return new Promise((resolve, reject) => {
		socket.on('open', () => resolve(socket))
		socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
		socket.on('error', reject)
	})
}

/** @returns an open socket. */
export async function enter(port: number, options?: ClientOptions): Promise<WebSocket> {
	const socket = await knock(port, {}, '/rpc', options)
	if (typeof socket === 'number') throw new Error(`refused with ${socket}`)
	return socket
}

/** @returns the next text that arrives. */
export const next = (socket: WebSocket): Promise<string> =>
	new Promise((resolve) => socket.once('message', (data) => resolve(data.toString())))

/** @returns the close code. */
export const ended = (socket: WebSocket): Promise<number> => new Promise((resolve) => socket.once('close', resolve))
