/** What went wrong, for a report that the reader may send: `logs/desktop.log` in the workspace. Never what the reader wrote. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The log and the one before it together stay below twice this size, in bytes. */
const largest = 256 * 1024
/** Longest single entry, in characters: a stack may be endless. */
const longestEntry = 8_000

export type Log = (what: string, error?: unknown) => void

/** @returns a function that adds an entry with the time. It never throws: a full disk must not turn one failure into two. */
export function openLog(dataDir: string): Log {
	const folder = join(dataDir, 'logs')
	const file = join(folder, 'desktop.log')
	return (what, error) => {
		const entry = `${new Date().toISOString()} ${what}${error === undefined ? '' : `: ${asText(error)}`}`
		try {
			mkdirSync(folder, { recursive: true })
			if (sizeOf(file) > largest) renameSync(file, join(folder, 'desktop.old.log'))
			appendFileSync(file, `${entry.slice(0, longestEntry)}\n`)
		} catch {
			// Whoever started the app may read its standard error: what happened, without names of files.
			console.error(what)
		}
	}
}

/** @returns the same log, which falls silent after so many entries: for what a page could do without end. */
export function limited(log: Log, entries: number): Log {
	let left = entries
	return (what, error) => {
		if (left-- > 0) log(what, error)
	}
}

const asText = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))
const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0
