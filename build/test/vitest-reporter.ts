/** Vitest's results for `npm test`: a line a file while it runs, and a report at the end. */
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import { leaveReport } from './report-file.ts'
import { type Result, resultLine } from './results.ts'

interface Failure {
	message?: string
	stack?: string
	diff?: string
}

const inWords = ({ message, stack, diff }: Failure): string =>
	[stack ?? message, diff].filter((text) => text).join('\n')

function resultOf(test: TestCase): Result {
	const { state, errors } = test.result()
	const name = `${test.module.relativeModuleId} › ${test.fullName}`
	const seconds = (test.diagnostic()?.duration ?? 0) / 1000
	if (state === 'passed') return { name, status: 'passed', seconds }
	if (state === 'pending') return { name, status: 'failed', seconds, detail: 'It did not end.' }
	if (state === 'failed') return { name, status: 'failed', seconds, detail: (errors ?? []).map(inWords).join('\n\n') }
	const { note } = test.result() as { note?: string }
	return { name, status: 'skipped', seconds, ...(note ? { detail: note } : {}) }
}

const resultsOf = (module: TestModule): Result[] => [...module.children.allTests()].map(resultOf)

export default class VitestReporter implements Reporter {
	onTestModuleEnd(module: TestModule): void {
		const results = resultsOf(module)
		const failed = results.filter(({ status }) => status === 'failed')
		const status = failed.length > 0 || !module.ok() ? 'failed' : 'passed'
		const name = `${module.relativeModuleId}: ${results.length} tests`
		console.log(resultLine({ name, status, seconds: module.diagnostic().duration / 1000 }))
		for (const result of failed) console.log(resultLine(result))
	}

	onTestRunEnd(modules: readonly TestModule[], unhandled: readonly Failure[]): void {
		const ofFiles = modules.flatMap((module) =>
			module.errors().map((error) => `${module.relativeModuleId}: ${inWords(error)}`),
		)
		const ofSuites = modules.flatMap((module) =>
			[...module.children.allSuites()].flatMap((suite) =>
				suite.errors().map((error) => `${module.relativeModuleId} › ${suite.fullName}: ${inWords(error)}`),
			),
		)
		const errors = [...ofFiles, ...ofSuites, ...unhandled.map(inWords)]
		for (const error of errors) console.log(error)
		leaveReport({ results: modules.flatMap(resultsOf), errors })
	}
}
