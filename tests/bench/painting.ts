/** 2,000 marks on a text of 50,000 characters: from their arriving in the window that shows the text to the frame that paints them. */
import type { Page } from 'playwright-core'
import type { Client } from '#contract/index.ts'
import { highlightColours } from '#contract/tokens.ts'
import { importFile } from '#contract/upload.ts'
import { pageOf } from '#domain/annotations/file.ts'
import { writtenOver } from '#domain/annotations/w3c.ts'
import { withClientOf } from '../setup/client.ts'
import { withBrowser } from './browser.ts'
import { compiledMadeUp } from './made-up.ts'
import { median, quantile, type Row } from './row.ts'
import { randomOf } from './words.ts'

const count = 2000
const source = 'read/made-up-1-article'
/** At 60 Hz, which is what a browser without a screen runs at. */
const frame = 1000 / 60

interface Painted {
	/** Milliseconds until the task after the frame that paints. */
	took: number
	/** Callbacks of requestAnimationFrame from the arrival to the frame that paints, that one included. */
	frames: number
}

declare global {
	interface Window {
		/** Settled when the marks that arrive next are painted. */
		painted: () => Promise<Painted>
		/** Paints what is painted once more, in a plain loop. */
		plainly: () => Promise<number>
	}
}

export async function rows(): Promise<Row[]> {
	const packsDir = await compiledMadeUp({ packs: 1, sections: 44 })
	const { ours, plain, length } = await withBrowser(packsDir, ({ visit }) => visit(measured, 0, watchPainting))
	const took = ours.map((one) => one.took)
	const frames = ours.map((one) => one.frames)
	const what = `${count} marks on ${length} characters`
	return [
		{
			name: `${what}: frames from their arriving to painted`,
			ours: median(frames),
			theirs: 1,
			p95: quantile(frames, 0.95),
			unit: 'frames',
			goal: 1,
			note: 'theirs: what is allowed; callbacks of requestAnimationFrame',
		},
		{
			name: `${what}: time from their arriving to painted`,
			ours: median(took),
			theirs: frame,
			p95: quantile(took, 0.95),
			unit: 'ms',
			goal: 1,
			note: 'theirs: a frame at 60 Hz; time of the wall, so decoding, waiting for the frame and a busy machine count',
		},
		{
			name: `${what}: against a plain loop`,
			ours: median(took),
			theirs: median(plain),
			unit: 'ms',
			note: 'theirs: the same ranges and highlights made in a loop, to the task after the frame that paints them',
		},
	]
}

async function measured(page: Page, origin: string) {
	await page.goto(`${origin}/${source}`)
	await page.locator('[data-start]').first().waitFor()
	return withClientOf(page, async (client: Client) => {
		const { text } = await client.library.text({ source })
		const ids: string[] = []
		for (const part of [0, 1, 2, 3]) await importFile(client, marksOn(text, part))
		for (const { id } of await client.annotations.list({ sources: [source] })) ids.push(id)
		const ours: Painted[] = []
		const plain: number[] = []
		for (let turn = 0; turn < 12; turn++) {
			await client.annotations.remove({ ids })
			await page.waitForFunction(() => ![...CSS.highlights.values()].some(({ size }) => size > 1))
			const painted = page.evaluate(() => window.painted())
			await client.annotations.restore({ ids })
			ours.push(await painted)
			plain.push(await page.evaluate(() => window.plainly()))
		}
		return { ours: ours.slice(1), plain: plain.slice(1), length: text.length }
	})
}

/** A file of a quarter of the marks and notes on words of a text. */
function marksOn(text: string, part: number): string {
	const random = randomOf(part + 1)
	const one = (number: number) => {
		const start = Math.floor(random() * (text.length - 200))
		const end = start + 10 + Math.floor(random() * 80)
		const selector = {
			exact: text.slice(start, end),
			prefix: text.slice(Math.max(0, start - 32), start),
			suffix: text.slice(end, end + 32),
			start,
			end,
		}
		const base = {
			id: `urn:made-up:${part}:${number}`,
			type: 'Annotation',
			created: new Date(number * 1000).toISOString(),
		}
		const noted = number % 4 === 0
		const content = {
			motivation: noted ? ('commenting' as const) : ('highlighting' as const),
			colour: highlightColours[number % highlightColours.length] ?? 'yellow',
			comment: noted ? 'Made up for measuring.' : '',
			tags: [],
		}
		return writtenOver(base, { ...content, targets: [{ source, selector }] }, number * 1000)
	}
	return pageOf(Array.from({ length: count / 4 }, (_, number) => one(number)))
}

/** Runs in the page: hears of the answer that carries the marks before the page does, and of what the page paints. */
function watchPainting(): void {
	/** Characters that only an answer with all the marks has. */
	const many = 300_000
	const enough = 2000
	let frames = 0
	const count = () => {
		frames++
		requestAnimationFrame(count)
	}
	requestAnimationFrame(count)
	let arrived: { at: number; frames: number } | undefined
	let done: ((painted: Painted) => void) | undefined
	/** The task after the next frame. */
	const afterFrame = (work: (frames: number) => void) =>
		requestAnimationFrame(() => {
			const now = frames
			const { port1, port2 } = new MessageChannel()
			port1.onmessage = () => work(now)
			port2.postMessage(null)
		})
	window.WebSocket = class extends WebSocket {
		constructor(address: string | URL) {
			super(address)
			this.addEventListener('message', ({ data }) => {
				if (String(data).length > many) arrived = { at: performance.now(), frames }
			})
		}
	}
	const registry = HighlightRegistry.prototype
	const set = registry.set
	registry.set = function (this: HighlightRegistry, name: string, highlight: Highlight) {
		set.call(this, name, highlight)
		const painted = [...this.values()].reduce((sum, { size }) => sum + size, 0)
		const [from, tell] = [arrived, done]
		if (painted < enough || !from || !tell) return this
		arrived = done = undefined
		afterFrame((now) => tell({ took: performance.now() - from.at, frames: now - from.frames }))
		return this
	}
	window.painted = () =>
		new Promise((resolve) => {
			done = resolve
		})
	window.plainly = () =>
		new Promise((resolve) => {
			const old = [...CSS.highlights].map(([name, highlight]) => [name, [...highlight]] as const)
			CSS.highlights.clear()
			afterFrame(() => {
				const start = performance.now()
				for (const [name, ranges] of old) {
					const highlight = new Highlight()
					for (const { startContainer, startOffset, endContainer, endOffset } of ranges)
						highlight.add(new StaticRange({ startContainer, startOffset, endContainer, endOffset }))
					set.call(CSS.highlights, name, highlight)
				}
				afterFrame(() => resolve(performance.now() - start))
			})
		})
}
