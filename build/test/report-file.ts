/** Where a reporter leaves its report for `npm test`, which started the runner. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Report } from './results.ts'

/** Names the file in the runner's environment. */
export const reportVariable = 'PARALLAX_REPORT'

/** Called by a reporter at the end of its run. */
export function leaveReport(report: Report): void {
	const file = process.env[reportVariable]
	if (!file) return
	mkdirSync(dirname(file), { recursive: true })
	writeFileSync(file, JSON.stringify(report))
}

/** @returns the report that a runner left, and removes it; undefined when it left none. */
export function takeReport(file: string): Report | undefined {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as Report
	} catch {
		return undefined
	} finally {
		rmSync(file, { force: true })
	}
}
