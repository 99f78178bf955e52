/** Faults found while a pack is read: file, line, what is wrong. */
import type { Fault } from '#contract/library.ts'

export class Faults {
	readonly list: Fault[] = []

	/** Notes one fault; `line` counts from 1. */
	add(file: string, line: number, message: string): void {
		this.list.push({ file, line: Math.max(1, line), message })
	}

	/** @returns the faults ordered by file and line, each once. */
	sorted(): Fault[] {
		const seen = new Set<string>()
		return this.list
			.filter((fault) => {
				const key = `${fault.file}:${fault.line}:${fault.message}`
				return !seen.has(key) && seen.add(key)
			})
			.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
	}
}

/** @returns `a, b or c`, for sentences that name what is known. */
export function oneOf(words: readonly string[]): string {
	if (words.length < 2) return words.join('')
	return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
