import { describe, expect, it } from 'vitest'
import { lastLine, type Result, resultLine, settle, summary } from '../../../build/test/results.ts'

const passed: Result = { name: 'a', status: 'passed', seconds: 0.1 }
const failed: Result = { name: 'b', status: 'failed', seconds: 0.2, detail: 'expected 1\nto be 2' }
const skipped: Result = { name: 'c', status: 'skipped', seconds: 0, detail: 'no Electron here' }

describe('the sum of results', () => {
	it('is the last line, with the skipped only where there are any', () => {
		expect(lastLine([passed, passed, failed])).toBe('2 passed, 1 failed')
		expect(lastLine([passed, skipped])).toBe('1 passed, 0 failed, 1 skipped')
	})

	it('names what was skipped and why, and what failed, and ends with the last line', () => {
		expect(summary([passed, failed, skipped]).split('\n')).toEqual([
			'',
			'Skipped:',
			'  c: no Electron here',
			'',
			'Failed:',
			'  b',
			'',
			'1 passed, 1 failed, 1 skipped',
		])
	})

	it('shows a failure with its output', () => {
		expect(resultLine(failed)).toBe('✗ b (0.2 s)\n    expected 1\n    to be 2')
		expect(resultLine(passed)).toBe('✓ a (0.1 s)')
		expect(resultLine(skipped)).toBe('– c: no Electron here (0.0 s)')
	})
})

describe("a runner's report", () => {
	const names = (results: Result[]) => results.map(({ name, status }) => [name, status])

	it('gives its results when all is well', () => {
		expect(settle('vitest', { results: [passed, skipped], errors: [] }, 0)).toEqual([passed, skipped])
		expect(settle('vitest', { results: [passed, failed], errors: [] }, 1)).toEqual([passed, failed])
	})

	it('fails when the runner crashed', () => {
		expect(names(settle('vitest', undefined, 139))).toEqual([['vitest: ended early', 'failed']])
	})

	it('fails when it ran no test', () => {
		expect(names(settle('playwright', { results: [], errors: [] }, 0))).toEqual([['playwright: ran no test', 'failed']])
	})

	it('fails on errors outside of tests, and on a bad end after good tests', () => {
		expect(names(settle('vitest', { results: [passed], errors: ['no such file'] }, 1))).toEqual([
			['a', 'passed'],
			['vitest: an error outside of any test', 'failed'],
		])
		expect(names(settle('vitest', { results: [passed], errors: [] }, 1))).toEqual([
			['a', 'passed'],
			['vitest: failed', 'failed'],
		])
	})

	it('fails a test that was skipped without saying why', () => {
		const { detail: _, ...mute } = skipped
		expect(names(settle('vitest', { results: [mute], errors: [] }, 0))).toEqual([['c', 'failed']])
	})
})
