/**
 * `npm test`: every check and every test, cheapest first, all of them even when one fails. Its last line is
 * `N passed, N failed`. With `--slow` it runs tests/slow instead.
 */
import { globSync } from 'node:fs'
import { ensureBuilt } from './ensure.ts'
import { root } from './lib/paths.ts'
import { runNode } from './lib/run.ts'
import { ensureBrowser } from './test/browser.ts'
import { type Check, checks } from './test/checks.ts'
import { type Result, resultLine, summary } from './test/results.ts'
import { runPlaywright, runVitest } from './test/runners.ts'

const results: Result[] = []
const start = performance.now()
if (process.argv.includes('--slow')) await runSlow()
else await runAll()
console.log(`\n${((performance.now() - start) / 1000).toFixed(0)} s in all`)
console.log(summary(results))
process.exitCode = results.some(({ status }) => status === 'failed') ? 1 : 0

async function runAll(): Promise<void> {
	await runChecks(checks)
	await build()
	results.push(...(await runVitest(['pure', 'unit', 'contract'])))
	await endToEnd(['e2e', 'electron'])
}

async function runSlow(): Promise<void> {
	const has = (ending: string) => globSync(`tests/slow/**/*${ending}`, { cwd: root }).length > 0
	await build()
	// Vitest says itself when there is no test at all.
	if (has('.test.ts') || !has('.spec.ts')) results.push(...(await runVitest(['slow'])))
	if (has('.spec.ts')) await endToEnd(['slow'])
}

/** Two at a time: they are single-threaded, and two cores is what there is at least. */
async function runChecks(todo: readonly Check[]): Promise<void> {
	const waiting = [...todo]
	const work = async () => {
		for (let check = waiting.shift(); check; check = waiting.shift()) {
			const { code, output, seconds } = await runNode(check.args)
			record({ name: check.name, status: code === 0 ? 'passed' : 'failed', seconds, detail: output })
		}
	}
	await Promise.all([work(), work()])
}

async function build(): Promise<void> {
	const from = performance.now()
	const failure = await ensureBuilt({ say: () => {} }).catch((error: Error) => error.message)
	const seconds = (performance.now() - from) / 1000
	record(
		failure
			? { name: 'build', status: 'failed', seconds, detail: failure }
			: { name: 'build', status: 'passed', seconds },
	)
}

async function endToEnd(projects: string[]): Promise<void> {
	const missing = await ensureBrowser()
	if (missing) record({ name: 'a browser for the end-to-end tests', status: 'failed', seconds: 0, detail: missing })
	else results.push(...(await runPlaywright(projects)))
}

function record(result: Result): void {
	console.log(resultLine(result))
	results.push(result)
}
