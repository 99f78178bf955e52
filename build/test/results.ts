/** What came out of checks and tests, and how it is summed up. */

export interface Result {
	name: string
	status: 'passed' | 'failed' | 'skipped'
	seconds: number
	/** Why it failed (with the tool's output) or why it was skipped. */
	detail?: string
}

/** What a reporter leaves behind for one run of a test runner. */
export interface Report {
	results: Result[]
	/** Errors that belong to no single test. */
	errors: string[]
}

/**
 * Turns a runner's report into results, and everything that went wrong beside the tests into failures of their own.
 * @param runner its name, for those failures
 * @param report undefined when it left none: it crashed
 * @param code its exit code
 */
export function settle(runner: string, report: Report | undefined, code: number): Result[] {
	const failed = (what: string, detail: string): Result => ({
		name: `${runner}: ${what}`,
		status: 'failed',
		seconds: 0,
		detail,
	})
	if (!report) return [failed('ended early', `It ended with code ${code} and left no report.`)]
	const results = report.results.map((result) =>
		result.status === 'skipped' && !result.detail
			? {
					...result,
					status: 'failed' as const,
					detail: 'It did not run: its set-up failed, or it was skipped without a reason in skip() or its annotation.',
				}
			: result,
	)
	results.push(...report.errors.map((error) => failed('an error outside of any test', error)))
	if (results.length === 0) results.push(failed('ran no test', 'No test file was found, or none has a test in it.'))
	if (code !== 0 && !results.some(({ status }) => status === 'failed')) {
		results.push(failed('failed', `All tests passed, but it ended with code ${code}.`))
	}
	return results
}

/** @returns the very last line: `N passed, N failed`, and how many were skipped if any were. */
export function lastLine(results: readonly Result[]): string {
	const count = (wanted: Result['status']) => results.filter(({ status }) => status === wanted).length
	const skipped = count('skipped')
	return `${count('passed')} passed, ${count('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** @returns the end of the run: what was skipped and why, what failed, and the last line. */
export function summary(results: readonly Result[]): string {
	const lines: string[] = []
	const list = (title: string, wanted: Result['status'], line: (result: Result) => string) => {
		const found = results.filter(({ status }) => status === wanted)
		if (found.length > 0) lines.push('', title, ...found.map(line))
	}
	list('Skipped:', 'skipped', ({ name, detail }) => `  ${name}: ${detail ?? ''}`)
	list('Failed:', 'failed', ({ name }) => `  ${name}`)
	return [...lines, '', lastLine(results)].join('\n')
}

/** @returns a result as one line, with a failure's detail indented below it. */
export function resultLine({ name, status, seconds, detail }: Result): string {
	const mark = { passed: '✓', failed: '✗', skipped: '–' }[status]
	const below = status === 'failed' && detail ? `\n${detail.trim().replace(/^/gm, '    ')}` : ''
	const reason = status === 'skipped' && detail ? `: ${detail}` : ''
	return `${mark} ${name}${reason} (${seconds.toFixed(1)} s)${below}`
}
