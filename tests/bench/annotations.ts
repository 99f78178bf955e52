/** A notebook of 20,000 notes: listed, searched, written; beside the least that the database and JSON could take for it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { openBackend } from '#backend/index.ts'
import type { Annotation } from '#contract/annotations.ts'
import { noCapabilities } from '#contract/host.ts'
import { exportedText, importFile } from '#contract/upload.ts'
import { pageOf } from '#domain/annotations/file.ts'
import { writtenOver } from '#domain/annotations/w3c.ts'
import { compiledMadeUp, timesShipped } from './made-up.ts'
import { byTurns, compared, median, quantile, type Row } from './row.ts'
import { pick, randomOf, wordSource } from './words.ts'

const count = 20_000

export async function rows(): Promise<Row[]> {
	const random = randomOf(count)
	const word = wordSource(random, 5000)
	const words = (length: number) => Array.from({ length }, word).join(' ')
	const dataDir = mkdtempSync(join(tmpdir(), 'parallax-bench-'))
	const packsDir = await compiledMadeUp(timesShipped(1))
	const host = { name: 'command-line', version: '0', capabilities: noCapabilities } as const
	const { client, close } = await openBackend({ dataDir, packsDir, host })
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
		const importing = await timed(() => importFile(client, page))
		let all: Annotation[] = []
		const listing = await byTurns(
			7,
			() => timed(async () => (all = await client.annotations.list({}))),
			() => timed(() => JSON.parse(JSON.stringify(all))),
		)
		const [source = ''] = documents
		const own = all.filter(({ targets }) => targets[0]?.source === source)
		const one = await byTurns(
			20,
			() => timed(() => client.annotations.list({ sources: [source] })),
			() => timed(() => JSON.parse(JSON.stringify(own))),
		)
		const queries = Array.from({ length: 100 }, () => pick(pick(all, random).comment.split(' '), random))
		const typed = queries.flatMap((query) => Array.from(query.slice(1), (_, index) => query.slice(0, index + 2)))
		const searches: number[] = []
		const plain: number[] = []
		for (const query of typed) {
			searches.push(await timed(() => client.annotations.search({ query, limit: 500 })))
			plain.push(await timed(() => all.filter(({ comment }) => comment.toLowerCase().includes(query))))
		}
		const writes: number[] = []
		for (let turn = 0; turn < 100; turn++) {
			const { targets: _, id: __, created: ___, modified: ____, ...content } = pick(all, random)
			writes.push(await timed(() => client.annotations.create({ ...content, targets: [] })))
		}
		const exporting = await timed(async () => exportedText(await client.annotations.export({})))
		return [
			compared(`${count} annotations, listed`, listing, {
				unit: 'ms',
				note: 'theirs: the same answer through JSON once',
			}),
			compared(`${own.length} annotations of one text, listed`, one, { unit: 'ms', note: 'theirs: as above' }),
			{
				name: `A keystroke’s search of ${count} annotations (95th percentile)`,
				ours: quantile(searches, 0.95),
				theirs: quantile(plain, 0.95),
				unit: 'ms',
				goal: 1,
				note: `theirs: looking through every comment; ${typed.length} keystrokes; medians ${median(searches).toFixed(2)} and ${median(plain).toFixed(2)} ms`,
			},
			{
				name: 'A note, until it is on the disk',
				ours: median(writes),
				p95: quantile(writes, 0.95),
				theirs: 16,
				unit: 'ms',
				note: 'theirs: a frame',
			},
			{
				name: `${count} annotations, taken in`,
				ours: importing,
				theirs: exporting,
				unit: 'ms',
				note: 'theirs: their export',
			},
		]
	} finally {
		await close()
		rmSync(dataDir, { recursive: true, force: true })
	}
}
