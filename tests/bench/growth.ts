/** What a library 10 and 100 times as large as the one that ships costs, against a made-up one of its size. */
import { compiledMadeUp, timesShipped } from './made-up.ts'
import { startProgram } from './program.ts'
import { median, type Row } from './row.ts'

interface Times {
	start: number
	search: number
	comparison: number
}

export async function rows(): Promise<Row[]> {
	const sizes = [1, 10, 100]
	const folders: string[] = []
	for (const size of sizes) folders.push(await compiledMadeUp(timesShipped(size)))
	const runs: Times[][] = sizes.map(() => [])
	for (let turn = 0; turn < 3; turn++)
		for (const [index, folder] of folders.entries()) runs[index]?.push(await timesOf(folder))
	const of = (index: number, what: keyof Times) => median((runs[index] ?? []).map((times) => times[what]))
	return (['start', 'search', 'comparison'] as const).flatMap((what) =>
		sizes.slice(1).map((size, index) => ({
			name: `${labels[what]}, ${size} times what ships`,
			ours: of(index + 1, what),
			theirs: of(0, what),
			unit: 'ms' as const,
			note: 'theirs: a made-up library of the size that ships',
		})),
	)
}

const labels: Record<keyof Times, string> = {
	start: 'start until the library is listed',
	search: 'a search (median of 20 words)',
	comparison: 'opening a comparison',
}

async function timesOf(packsDir: string): Promise<Times> {
	const program = await startProgram(packsDir)
	const took = async (what: { query?: string; comparison?: string }) => (await program.ask(what)).took
	const searches: number[] = []
	await took({ query: 'made' })
	for (const query of words) searches.push(await took({ query }))
	const comparisons: number[] = []
	for (const pack of [1, 2, 3]) comparisons.push(await took({ comparison: `made-up-${pack}-comparison` }))
	await program.end()
	return { start: program.library, search: median(searches), comparison: median(comparisons) }
}

const words =
	'therapy trauma grief night doctor patient memory film sleep love shock couple evidence studies help partner novel story risk law'.split(
		' ',
	)
