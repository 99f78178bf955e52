/** FSRS's own optimiser: fsrs-rs as WebAssembly, made for browsers and run here within one thread. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Answered } from '#domain/cards/history.ts'

/** How far it is, in memory that it shares: so much of so much. */
export type Counts = Uint32Array

/**
 * Takes seconds in which the thread does nothing else.
 * @param histories the answers to each card, from its first on
 * @param watch told of numbers that change meanwhile, and of none at the end; another thread may look at them
 * @returns FSRS-6's 21 parameters; those that ship where nothing can be learned from these answers
 */
export async function optimised(
	histories: readonly (readonly Answered[])[],
	watch: (counts: Counts | undefined) => void,
): Promise<number[]> {
	const { initSync, Fsrs, Progress } = await loaded()
	const { memory } = initSync({ module: readFileSync(program()) })
	const progress = Progress.new()
	const { ratings, gaps, lengths } = trainingSet(histories)
	watch(new Uint32Array(memory.buffer, progress.pointer(), 2))
	try {
		return [...quietly(() => new Fsrs().computeParameters(ratings, gaps, lengths, progress, true))].map(rounded)
	} finally {
		watch(undefined)
	}
}

/** As many digits as those that ship have. */
const rounded = (value: number): number => Number(value.toFixed(4))

/** It learns from each answer after a day or longer, with all that came before it; what was answered last counts most. */
function trainingSet(histories: readonly (readonly Answered[])[]) {
	const items: { answers: readonly Answered[]; until: number; day: number }[] = []
	for (const answers of histories)
		for (const [index, { day }] of answers.entries())
			if (index && gap(answers, index)) items.push({ answers, until: index + 1, day })
	items.sort((a, b) => a.day - b.day)
	const total = items.reduce((sum, { until }) => sum + until, 0)
	const [ratings, gaps] = [new Uint32Array(total), new Uint32Array(total)]
	let at = 0
	for (const { answers, until } of items)
		for (let index = 0; index < until; index++) {
			ratings[at] = answers[index]?.rating ?? 0
			gaps[at++] = gap(answers, index)
		}
	return { ratings, gaps, lengths: Uint32Array.from(items, ({ until }) => until) }
}

const gap = (answers: readonly Answered[], index: number): number =>
	index ? Math.max(0, (answers[index]?.day ?? 0) - (answers[index - 1]?.day ?? 0)) : 0

/** Its helpers for the threads of a browser, which are not used here, ask for `self` while they load. */
async function loaded() {
	const host = globalThis as { self?: unknown }
	if (host.self) return import('fsrs-browser')
	host.self = { addEventListener: () => {} }
	try {
		return await import('fsrs-browser')
	} finally {
		delete host.self
	}
}

/** @returns where the WebAssembly is: beside the built script, or in its package where nothing is built. */
function program(): URL | string {
	const name = 'fsrs_browser_bg.wasm'
	const built = new URL(name, import.meta.url)
	return existsSync(built) ? built : createRequire(import.meta.url).resolve(`fsrs-browser/${name}`)
}

/** It tells the console of each step. */
function quietly<T>(work: () => T): T {
	const { log, info, error } = console
	console.log = console.info = console.error = () => {}
	try {
		return work()
	} finally {
		Object.assign(console, { log, info, error })
	}
}
