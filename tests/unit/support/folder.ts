/** Folders that a test may fill; each is deleted when its test is over. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** @returns the path of an empty folder. Call it in a test or before each one. */
export function freshFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'parallax-unit-'))
	onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
	return folder
}
