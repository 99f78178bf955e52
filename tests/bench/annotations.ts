/** A notebook of 20,000 notes: listed, searched, written; beside the least that the database and JSON could take for it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { openBackend } from '#backend/index.ts'
import { builtWorkers } from '#backend/workers.ts'
import { noCapabilities } from '#contract/host.ts'
import { exportedText, importFile } from '#contract/upload.ts'
import { pageOf } from '#domain/annotations/file.ts'
import { writtenOver } from '#domain/annotations/w3c.ts'
import { inRoot } from '../../build/lib/paths.ts'
import { compiledMadeUp, timesShipped } from './made-up.ts'
import { plainNotes } from './plain-notes.ts'
import { byTurns, compared, median, quantile, type Row } from './row.ts'
import { pick, randomOf, wordSource } from './words.ts'

const count = 20_000

export async function rows(): Promise<Row[]> {
	const random = randomOf(count)
	const word = wordSource(random, 5000)
	const words = (length: number) => Array.from({ length }, word).join(' ')
	const dataDir = mkdtempSync(join(tmpdir(), 'parallax-bench-'))
	const packsDir = await compiledMadeUp(timesShipped(1))
	const workers = builtWorkers(pathToFileURL(inRoot('out/main/index.js')).href)
	const host = { name: 'command-line', version: '0', capabilities: noCapabilities } as const
	const { client, close } = await openBackend({ dataDir, packsDir, host, workers })
	try {
		const documents = (await client.library.list({ kind: 'article' })).map(({ id }) => `read/${id}`)
		const texts = new Map<string, string>()
		for (const source of documents) texts.set(source, (await client.library.text({ source })).text)
		const items = Array.from({ length: count }, (_, number) => {
			const source = pick(documents, random)
			const text = texts.get(source) ?? ''
			const start = Math.floor(random() * (text.length - 200))
			const end = start + 20 + Math.floor(random() * 100)
			const selector = {
				exact: text.slice(start, end),
				prefix: text.slice(Math.max(0, start - 32), start),
				suffix: text.slice(end, end + 32),
				start,
				end,
			}
			const base = { id: `urn:made-up:${number}`, type: 'Annotation', created: new Date(number * 1000).toISOString() }
			const content = { motivation: 'commenting', colour: 'blue', comment: words(30), tags: [word()] } as const
			return writtenOver(base, { ...content, tags: [...content.tags], targets: [{ source, selector }] }, number * 1000)
		})
		const page = pageOf(items)
		const timed = async (work: () => unknown) => {
			const start = performance.now()
			await work()
			return performance.now() - start
		}
		const delay = monitorEventLoopDelay({ resolution: 1 })
		delay.enable()
		const busy = longestBusy()
		const importing = await timed(() => importFile(client, page))
		await setTimeout(5)
		const heldUp = delay.max / 1e6 - 1
		const worked = busy()
		delay.disable()
		const plain = plainNotes(items)
		const notebook = { by: 'date', choice: {}, words: '' } as const
		const opening = await byTurns(
			15,
			() => timed(() => client.annotations.notebook(notebook)),
			() => timed(() => plain.byDay()),
		)
		const all = await client.annotations.list({})
		const inSight = all.slice(-40).map(({ id }) => id)
		const listing = await byTurns(
			20,
			() => timed(() => client.annotations.list({ ids: inSight })),
			() => timed(() => plain.byIds(inSight)),
		)
		const queries = Array.from({ length: 60 }, () => pick(pick(all, random).comment.split(' '), random))
		const typed = queries.flatMap((query) => Array.from(query.slice(1), (_, index) => query.slice(0, index + 2)))
		const searches: number[] = []
		const narrowings: number[] = []
		const scans: number[] = []
		for (const query of typed) {
			searches.push(await timed(() => client.annotations.search({ query, limit: 500 })))
			narrowings.push(await timed(() => client.annotations.notebook({ ...notebook, words: query })))
			scans.push(await timed(() => plain.scan(query)))
		}
		const writes: number[] = []
		for (let turn = 0; turn < 100; turn++) {
			const { targets: _, id: __, created: ___, modified: ____, ...content } = pick(all, random)
			writes.push(await timed(() => client.annotations.create({ ...content, targets: [] })))
		}
		const exporting = await timed(async () => exportedText(await client.annotations.export({})))
		const keystroke = (name: string, ours: number[], note: string): Row => ({
			name: `A keystroke’s ${name} of ${count} annotations (95th percentile)`,
			ours: quantile(ours, 0.95),
			theirs: quantile(scans, 0.95),
			unit: 'ms',
			goal: 1,
			note: `theirs: a plain scan in node:sqlite; ${typed.length} keystrokes; medians ${median(ours).toFixed(2)} and ${median(scans).toFixed(2)} ms${note}`,
		})
		return [
			compared(`The notebook of ${count} annotations by day`, opening, {
				unit: 'ms',
				note: 'theirs: all rows read and grouped by day, in plain node:sqlite; ours counts the facets as well',
			}),
			compared('40 annotations in sight, listed', listing, {
				unit: 'ms',
				note: 'theirs: the same rows in plain node:sqlite',
			}),
			keystroke('notebook', narrowings, ', facets and groups'),
			keystroke('search', searches, ''),
			{
				name: 'A note, until it is on the disk',
				ours: median(writes),
				p95: quantile(writes, 0.95),
				theirs: 16,
				unit: 'ms',
				note: 'theirs: a frame',
			},
			{
				name: `longest the host is held up while importing ${count}`,
				ours: heldUp,
				theirs: 20,
				unit: 'ms',
				goal: 1,
				note: 'theirs: what is allowed; with the sending of the file. Other programs on the machine count as well',
			},
			{
				name: `longest the host works in one go while importing ${count}`,
				ours: worked,
				theirs: 20,
				unit: 'ms',
				goal: 1,
				note: 'theirs: what is allowed; processor time of the host’s thread between two runs of a timer',
			},
			{
				name: `${count} annotations, taken in`,
				ours: importing,
				theirs: plain.took,
				unit: 'ms',
				note: 'theirs: the same rows and words put into plain node:sqlite, in one transaction; nothing checked, nothing anchored',
			},
			{
				name: `${count} annotations as JSON-LD`,
				ours: exporting,
				theirs: importing,
				unit: 'ms',
				note: 'theirs: taking them in',
			},
		]
	} finally {
		await close()
		rmSync(dataDir, { recursive: true, force: true })
	}
}

/** @returns what stops the watch, and answers with the most processor time, in ms, that this thread took between two runs of a timer. */
function longestBusy(): () => number {
	let longest = 0
	let last = process.threadCpuUsage()
	const timer = setInterval(() => {
		const { user, system } = process.threadCpuUsage(last)
		last = process.threadCpuUsage()
		longest = Math.max(longest, (user + system) / 1000)
	}, 1)
	return () => {
		clearInterval(timer)
		return longest
	}
}
