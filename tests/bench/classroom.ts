/** Five hundred followers on loopback: how long the last of them waits for a slide, and what each costs in memory. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { inRoot } from '../../build/lib/paths.ts'
import type { RoomView } from '../../src/contract/classroom/room.ts'
import { median, quantile, type Row } from './row.ts'

const followers = 500
const changes = 100
/** What is asked for: milliseconds to the last follower, 19 times of 20, and megabytes that all of them take (100 kB each). */
const longest = 100
const largest = (followers * 100_000) / 1e6

export async function rows(): Promise<Row[]> {
	const [ours, plain] = [await start('ours'), await start('plain')]
	const times = { ours: [] as number[], plain: [] as number[] }
	// By turns, so that whatever else the machine does falls on both.
	for (let number = 1; number <= changes; number++) {
		times.ours.push(await ours.change(number))
		times.plain.push(await plain.change(number))
	}
	const memory = { ours: await ours.memory(), plain: await plain.memory() }
	await ours.end()
	await plain.end()
	const spread = (series: number[]) =>
		`median ${median(series).toFixed(1)}, p95 ${quantile(series, 0.95).toFixed(1)}, worst ${Math.max(...series).toFixed(1)} ms`
	return [
		{
			name: `slide change to the last of ${followers} followers, p95`,
			ours: quantile(times.ours, 0.95),
			theirs: longest,
			unit: 'ms',
			goal: 1,
			note: `theirs: what is allowed; ${changes} slides of ${JSON.stringify(slide(0)).length} bytes, ${spread(times.ours)}`,
		},
		{
			name: `slide change to the last of ${followers} followers`,
			ours: median(times.ours),
			theirs: median(times.plain),
			p95: quantile(times.ours, 0.95),
			unit: 'ms',
			note: `theirs: a bare WebSocket server, ${spread(times.plain)}`,
		},
		{
			name: `memory of ${followers} followers`,
			ours: memory.ours,
			theirs: largest,
			unit: 'MB',
			goal: 1,
			note: `theirs: what is allowed; ${((memory.ours * 1000) / followers).toFixed(0)} kB each in the whole process, with what was not collected yet`,
		},
		{
			name: `memory of ${followers} followers`,
			ours: memory.ours,
			theirs: memory.plain,
			unit: 'MB',
			note: 'theirs: a bare WebSocket server',
		},
	]
}

/** Something that followers are connected to, and its followers. */
async function start(kind: 'ours' | 'plain') {
	const listening = child('listening.ts', kind)
	const { port, code } = await said<{ port: number; code: string }>(listening)
	const memoryNow = async () => {
		await pause(1000)
		listening.send({})
		return (await said<{ memory: number }>(listening)).memory / 1e6
	}
	// Its first slide warms it up: what has been loaded then is not the followers'.
	listening.send({ view: slide(0) })
	await said(listening)
	const before = await memoryNow()
	const room = child('followers.ts', kind, String(port), code, String(followers))
	await said(room, (message) => message === 'joined')
	return {
		/** @returns milliseconds until the last follower had the slide */
		async change(number: number): Promise<number> {
			const arrived = said<{ last: string }>(room, (message) => isSlide(message, number))
			const began = said<{ began: string }>(listening)
			listening.send({ view: slide(number) })
			return Number(BigInt((await arrived).last) - BigInt((await began).began)) / 1e6
		},
		/** @returns megabytes that it has taken since before the first follower */
		memory: async () => (await memoryNow()) - before,
		async end() {
			for (const each of [room, listening]) {
				each.disconnect()
				await once(each, 'exit')
			}
		},
	}
}

const child = (script: string, ...args: string[]): ChildProcess =>
	fork(inRoot(`tests/bench/children/${script}`), args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })

/** @returns the next message of a child that fits. @throws when it ends before */
function said<T>(from: ChildProcess, fits: (message: unknown) => boolean = () => true): Promise<T> {
	return new Promise((resolve, reject) => {
		const ended = () => reject(new Error('A process of the bench has ended before its time.'))
		const hear = (message: unknown) => {
			if (!fits(message)) return
			from.off('message', hear)
			from.off('exit', ended)
			resolve(message as T)
		}
		from.on('message', hear)
		from.on('exit', ended)
	})
}

const isSlide = (message: unknown, number: number): boolean => (message as { slide?: string }).slide === `s${number}`

/** A full slide: a claim, a finding, an explanation, a poll. */
function slide(number: number): RoomView {
	const text = 'What is told of therapy, and what is known of it. '.repeat(20)
	return {
		title: 'A lecture',
		theme: 'light',
		state: 'slide',
		page: {
			number: (number % 300) + 1,
			slide: `s${number}`,
			type: 'point',
			step: 'evidence',
			label: `Slide ${number}`,
			dimension: 'mechanism',
			parts: [
				{ type: 'claim', text },
				{ type: 'finding', text },
				{ type: 'explanation', text: text.repeat(3) },
			],
		},
		zoom: null,
		pointer: null,
		scroll: 0,
		timer: null,
		join: null,
	}
}
