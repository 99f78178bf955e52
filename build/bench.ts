/**
 * `npm run bench`: times Parallax against something plain in the same run, and prints the ratios beside their goals.
 * `npm run bench -- NAME…` runs tests/bench/NAME.ts only; `--json` prints one object for machines. It is no part of
 * `npm test`: a busy machine makes it noisy, and a goal that is missed is a reason to look, not a failure.
 */
import { globSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { Row } from '../tests/bench/row.ts'
import { ensureBuiltOrExit } from './ensure.ts'
import { inRoot, root } from './lib/paths.ts'

interface Bench {
	name: string
	rows: () => Promise<Row[]>
}

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { json: { type: 'boolean', default: false } },
})
const benches = await findBenches()
const unknown = positionals.filter((wanted) => !benches.some(({ name }) => name === wanted))
if (unknown.length) {
	console.error(`There is no bench called ${unknown.join(', ')}. Known: ${benches.map(({ name }) => name).join(', ')}.`)
	process.exitCode = 2
} else {
	await ensureBuiltOrExit()
	await run(benches.filter(({ name }) => !positionals.length || positionals.includes(name)))
}

/** Files of tests/bench that give rows; the others help them. */
async function findBenches(): Promise<Bench[]> {
	const files = globSync('tests/bench/*.ts', { cwd: root }).sort()
	const parts = await Promise.all(
		files.map(async (file) => {
			const { rows } = (await import(pathToFileURL(inRoot(file)).href)) as Partial<Bench>
			return rows ? [{ name: basename(file, '.ts'), rows }] : []
		}),
	)
	return parts.flat()
}

async function run(wanted: Bench[]): Promise<void> {
	const loads = [loadavg()[0] ?? 0]
	const done: (ReturnType<typeof judged> & { bench: string })[] = []
	for (const { name, rows } of wanted) {
		for (const row of await rows()) {
			const result = { bench: name, ...judged(row) }
			done.push(result)
			if (!values.json) console.log(lineOf(result))
		}
		loads.push(loadavg()[0] ?? 0)
	}
	const machine = { node: process.version, cores: cpus().length, load: loads.map((load) => round(load)) }
	if (values.json) console.log(JSON.stringify({ machine, rows: done }, null, '\t'))
	else
		console.log(
			`\nNode ${machine.node}, ${machine.cores} cores, load average from ${Math.min(...machine.load)} to ${Math.max(...machine.load)}`,
		)
}

function judged(row: Row) {
	const ratio = row.ratio ?? row.ours / row.theirs
	return { ...row, ratio, ...(row.goal === undefined ? {} : { met: ratio <= row.goal }) }
}

function lineOf({ name, ours, theirs, unit, ratio, goal, met, p95, note }: ReturnType<typeof judged>): string {
	const verdict = goal === undefined ? '' : `goal ≤ ${goal}  ${met ? 'met' : 'MISSED'}`
	const tail = p95 === undefined ? '' : `, p95 ${round(p95)}`
	const cells = [name.padEnd(58), `${round(ratio)} ×`.padStart(8), ` ${verdict.padEnd(19)}`]
	return `${cells.join(' ')} ${round(ours)} against ${round(theirs)} ${unit}${tail}${note ? `  (${note})` : ''}`
}

/** Three figures are more than these measurements are worth. */
function round(value: number): number {
	return Number(value.toPrecision(3))
}
