/** Playwright's results for `npm test`: a line a test while it runs, and a report at the end. */
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type {
	FullConfig,
	FullResult,
	Reporter,
	Suite,
	TestCase,
	TestError,
	TestResult,
} from '@playwright/test/reporter'
import { root } from '../lib/paths.ts'
import { leaveReport } from './report-file.ts'
import { type Result, resultLine } from './results.ts'

const inWords = ({ message, stack, value, snippet }: TestError): string =>
	stripVTControlCharacters([stack ?? message ?? value, snippet].filter((text) => text).join('\n'))

function resultOf(test: TestCase, run: TestResult | undefined): Result {
	const [, , , ...titles] = test.titlePath()
	const name = `${relative(root, test.location.file).replaceAll('\\', '/')} › ${titles.join(' › ')}`
	const seconds = (run?.duration ?? 0) / 1000
	if (!run) return { name, status: 'failed', seconds, detail: 'It did not run.' }
	if (run.status === 'skipped') {
		const reasons = [...test.annotations, ...run.annotations].filter(({ type }) => type === 'skip' || type === 'fixme')
		const reason = reasons.find(({ description }) => description)?.description
		return { name, status: 'skipped', seconds, ...(reason ? { detail: reason } : {}) }
	}
	if (run.status === test.expectedStatus) return { name, status: 'passed', seconds }
	return { name, status: 'failed', seconds, detail: run.errors.map(inWords).join('\n\n') || run.status }
}

export default class PlaywrightReporter implements Reporter {
	private suite: Suite | undefined
	private readonly errors: string[] = []

	onBegin(_config: FullConfig, suite: Suite): void {
		this.suite = suite
	}

	onTestEnd(test: TestCase, run: TestResult): void {
		console.log(resultLine(resultOf(test, run)))
	}

	onError(error: TestError): void {
		this.errors.push(inWords(error))
		console.log(inWords(error))
	}

	onEnd({ status }: FullResult): void {
		if (status === 'interrupted') return
		const results = (this.suite?.allTests() ?? []).map((test) => resultOf(test, test.results.at(-1)))
		leaveReport({ results, errors: this.errors })
	}

	printsToStdio(): boolean {
		return true
	}
}
