/** Whether the host's own thread, which all windows share, is ever kept from answering. */
import { compiledMadeUp, withPassages } from './made-up.ts'
import { type Program, startProgram } from './program.ts'
import { median, quantile, type Row } from './row.ts'

const longestAllowed = 20
const queries = [
	'the',
	'therapy',
	'tr',
	'trauma and grief',
	'made up',
	'sleepless nights',
	'xylophone',
	'memorry of the house',
]

export async function rows(): Promise<Row[]> {
	const packsDir = await compiledMadeUp(withPassages(10_000))
	const loading: number[] = []
	const searching: number[] = []
	for (let turn = 0; turn < 5; turn++) {
		const program = await startProgram(packsDir)
		loading.push((await program.ask({})).longestDelay)
		searching.push(await longestWhileSearching(program))
		await program.end()
	}
	const row = (name: string, longest: number[]): Row => ({
		name: `longest the host is held up while ${name}`,
		ours: median(longest),
		theirs: longestAllowed,
		p95: quantile(longest, 1),
		unit: 'ms',
		goal: 1,
		note: '10,000 passages; theirs: what is allowed; p95: the worst of 5 runs',
	})
	return [row('the library loads', loading), row('it searches', searching)]
}

async function longestWhileSearching(program: Program): Promise<number> {
	const delays: number[] = []
	for (const query of queries) delays.push((await program.ask({ query })).longestDelay)
	return Math.max(...delays)
}
