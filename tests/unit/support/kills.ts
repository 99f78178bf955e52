/** A writer killed at a moment of its own choosing, and what is left of its work. */
import { expect } from 'vitest'
import { startChild } from './child.ts'
import { withDatabase } from './workspaces.ts'

/**
 * Starts a process that writes and says what it has written, kills it once it has said a random number of words, and expects
 * all of it to be there and the data file to be whole.
 * @returns how many writes it acknowledged
 */
export async function killWhileWriting(dataDir: string, round: number): Promise<number> {
	const child = startChild('writer.ts', dataDir, `round-${round}`)
	const enough = String(Math.floor(Math.random() * 120))
	await child.line((line) => line === enough)
	await child.kill()
	const acknowledged = child.lines.filter((line) => /^\d+$/.test(line)).map((line) => `/round-${round}/${line}`)
	const kept = withDatabase(dataDir, (database) => {
		expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
		return new Set(
			database
				.prepare('SELECT address FROM visit')
				.all()
				.map(({ address }) => address),
		)
	})
	expect(acknowledged.filter((address) => !kept.has(address))).toEqual([])
	return acknowledged.length
}
