/** A listener in the test’s own process, with views from a presentation that is on, and devices that say what a test wants said. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ClientOptions, WebSocket } from 'ws'
import type { FromListener } from '#backend/classroom/line.ts'
import type { LiveAction } from '#contract/classroom/classroom.ts'
import type { Slide } from '#contract/classroom/presentations.ts'
import { FollowerAnswer, type FollowerMessage } from '#contract/classroom/room.ts'
import { acted, begun } from '#domain/classroom/live.ts'
import { roomView } from '#domain/classroom/room-view.ts'
import type { Limits } from '#server/classroom/limits.ts'
import { makeListener } from '#server/classroom/listener.ts'
import { presentationOf, slidesOfAllTypes } from '../../support/slides.ts'
import { ask } from '../support.ts'

export const code = 'K3TXWM'

const endings: (() => unknown)[] = []
/** For afterEach. */
export async function endAll(): Promise<void> {
	for (const end of endings.splice(0)) await end()
}

/** @returns a folder like out/follower, with a file beside it that nobody may have */
function makePage(): string {
	const parent = mkdtempSync(join(tmpdir(), 'parallax-follower-'))
	endings.push(() => rmSync(parent, { recursive: true }))
	const root = join(parent, 'follower')
	mkdirSync(join(root, 'assets', 'deeper'), { recursive: true })
	writeFileSync(join(parent, 'secret.html'), 'SECRET')
	writeFileSync(join(root, 'secret.html'), 'SECRET')
	writeFileSync(join(root, 'assets', 'deeper', 'secret.js'), 'SECRET')
	writeFileSync(join(root, 'assets', 'secret.json'), 'SECRET')
	writeFileSync(join(root, 'index.html'), '<!doctype html><title>Follow</title>')
	writeFileSync(join(root, 'assets', 'index-abc123.js'), `export {} // ${'long '.repeat(100)}`)
	return root
}

type Said<T extends FromListener['type']> = Extract<FromListener, { type: T }>

/** Starts a listener that `endAll` ends. */
export async function startListener(limits: Partial<Limits> = {}, open: { names?: string[]; port?: number } = {}) {
	const said: FromListener[] = []
	const waiting = new Set<() => void>()
	const take = makeListener(
		(message) => {
			said.push(message)
			for (const look of waiting) look()
		},
		{ root: makePage(), limits },
	)
	const opening = { type: 'open' as const, address: '127.0.0.1', port: 0, names: ['127.0.0.1'], code, ...open }
	await take(opening)
	endings.unshift(() => take({ type: 'close' }))
	const first = said[0]
	if (first?.type !== 'opened') throw new Error(`not opened: ${JSON.stringify(first)}`)
	const { port } = first
	return {
		port,
		said,
		take,
		/** @returns the last that was said of this kind */
		last: <T extends FromListener['type']>(type: T) => said.findLast((each): each is Said<T> => each.type === type),
		/** Resolves once what was said fits. */
		until: (fits: () => boolean) =>
			new Promise<void>((resolve) => {
				const look = () => {
					if (!fits()) return
					waiting.delete(look)
					resolve()
				}
				waiting.add(look)
				look()
			}),
		refused: () =>
			Object.fromEntries(
				(said.findLast((each) => each.type === 'followers')?.refused ?? []).map(({ why, count }) => [why, count]),
			),
		origin: `http://127.0.0.1:${port}`,
	}
}
export type Listening = Awaited<ReturnType<typeof startListener>>

/** A presentation whose every act is shown to the listener. */
export async function present(listening: Pick<Listening, 'take'>, slides: Slide[] = slidesOfAllTypes()) {
	const presentation = presentationOf(slides)
	let live = begun(presentation.id, slides, { noticeFirst: false, now: 1000 })
	const view = () => roomView(presentation, live, null)
	const show = () => listening.take({ type: 'view', view: view() })
	await show()
	return {
		view,
		change(make: (known: typeof live) => typeof live) {
			live = make(live)
			return show()
		},
		act(...actions: LiveAction[]) {
			for (const action of actions) live = acted(live, slides, action, 2000)
			return show()
		},
	}
}

/** @returns a cookie of a new device, as a browser would send it */
export async function newDevice(port: number, cookie?: string): Promise<string> {
	const { headers } = await ask(port, '/device', cookie ? { Cookie: cookie } : {})
	return headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}

/** Opens a socket; `headers` replace those of an honest page, undefined takes one away. @returns it, or the status of a refusal */
export async function knock(
	port: number,
	headers: Record<string, string | undefined> = {},
	path = '/live',
	options: ClientOptions = {},
): Promise<Device | number> {
	const cookie = 'Cookie' in headers ? headers.Cookie : await newDevice(port)
	const all = { Origin: `http://127.0.0.1:${port}`, ...headers, Cookie: cookie }
	const sent = Object.fromEntries(Object.entries(all).filter((each): each is [string, string] => each[1] !== undefined))
	const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { ...options, headers: sent })
	endings.unshift(() => socket.terminate())
	const device = deviceAt(socket, cookie ?? '')
	return await new Promise((resolve, reject) => {
		socket.on('open', () => resolve(device))
		socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
		socket.on('error', reject)
	})
}

function deviceAt(socket: WebSocket, cookie: string) {
	const answers: FollowerAnswer[] = []
	let wake = () => {}
	socket.on('message', (data) => {
		answers.push(FollowerAnswer.parse(JSON.parse(data.toString())))
		wake()
	})
	const closed = new Promise<number>((resolve) => socket.on('close', resolve))
	socket.on('close', () => wake())
	let read = 0
	const device = {
		socket,
		cookie,
		answers,
		closed,
		send: (message: FollowerMessage) => socket.send(JSON.stringify(message)),
		/** @returns the next answer of this kind that was not read yet */
		async next<T extends FollowerAnswer['type']>(type: T): Promise<Extract<FollowerAnswer, { type: T }>> {
			for (;;) {
				const found = answers.slice(read).findIndex((each) => each.type === type)
				if (found >= 0) {
					read += found + 1
					return answers[read - 1] as Extract<FollowerAnswer, { type: T }>
				}
				if (socket.readyState === socket.CLOSED) throw new Error(`closed without ${type}: ${JSON.stringify(answers)}`)
				await new Promise<void>((resolve) => {
					wake = resolve
				})
			}
		},
		vote: (slide: string, round: 1 | 2, choice: string) => device.send({ type: 'vote', slide, round, choice }),
	}
	return device
}
export type Device = ReturnType<typeof deviceAt>

/** @returns an open socket that has not said the code yet */
export async function arrive(port: number, cookie?: string): Promise<Device> {
	const device = await knock(port, cookie ? { Cookie: cookie } : {})
	if (typeof device === 'number') throw new Error(`refused with ${device}`)
	return device
}

/** @returns a device that has been let in */
export async function follow(port: number, cookie?: string): Promise<Device> {
	const device = await arrive(port, cookie)
	device.send({ type: 'join', code })
	await device.next('joined')
	return device
}
