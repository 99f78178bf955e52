/** Folders that a test may fill; they are deleted when its file is done. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

const made: string[] = []
afterAll(() => {
	for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** @returns the path of an empty folder. */
export function freshFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'parallax-unit-'))
	made.push(folder)
	return folder
}
