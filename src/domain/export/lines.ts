/** A template’s Markdown cut into parts that can be read one by one: titles, tables, notes, and what stands between blank lines. */

export type Part =
	| { type: 'title'; text: string }
	| { type: 'table'; head: string[]; rows: string[][] }
	| { type: 'note'; label: string; beside: boolean; lines: string[] }
	/** Paragraphs that stand out from others: how passages bear on each other, a small line of tags. */
	| { type: 'role'; role: 'relation' | 'marks'; lines: string[] }
	| { type: 'markdown'; text: string }

const title = /^\s*#\s+(.*?)\s*#*\s*$/
/** `:::note[My note]`, `:::note[My note]{beside}`, `:::relation` or `:::marks`; `:::` ends it. */
export const noteOpens = /^\s*:::\s*(?:note\s*(?:\[(.*)\])?\s*(\{beside\})?|(relation|marks))\s*$/
export const noteEnds = /^\s*:::\s*$/
const row = /^\s*\|/
const rule = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/
const fence = /^\s*(```|~~~)/
const item = /^\s*(?:[-*+]|\d{1,9}[.)])\s/

/** @returns the parts in reading order. */
export function partsOf(lines: readonly string[]): Part[] {
	const parts: Part[] = []
	const at = (index: number) => lines[index] ?? ''
	const isTable = (index: number) => row.test(at(index)) && rule.test(at(index + 1)) && at(index + 1).includes('|')
	const filled = (from: number) => {
		let next = from
		while (next < lines.length && !at(next).trim()) next++
		return next
	}
	let index = filled(0)
	while (index < lines.length) {
		const line = at(index)
		const [, words] = title.exec(line) ?? []
		const note = noteOpens.exec(line)
		if (words !== undefined) {
			parts.push({ type: 'title', text: words })
			index++
		} else if (note) {
			const from = ++index
			for (let open = 1; index < lines.length; index++) {
				if (noteOpens.test(at(index))) open++
				else if (noteEnds.test(at(index)) && --open === 0) break
			}
			const inner = lines.slice(from, index++)
			const role = note[3] === 'relation' || note[3] === 'marks' ? note[3] : undefined
			if (role) parts.push({ type: 'role', role, lines: inner })
			else parts.push({ type: 'note', label: note[1] ?? '', beside: Boolean(note[2]), lines: inner })
		} else if (isTable(index)) {
			const rows: string[][] = []
			const head = cells(line)
			// Tags on lines of their own leave blank lines between the rows.
			for (index = filled(index + 2); row.test(at(index)) && !isTable(index); index = filled(index + 1))
				rows.push(cells(at(index)))
			parts.push({ type: 'table', head, rows })
		} else {
			const from = index
			const list = item.test(line)
			let code = false
			for (; index < lines.length; index++) {
				const here = at(index)
				if (fence.test(here)) code = !code
				else if (code) continue
				else if (index > from && (title.test(here) || noteOpens.test(here) || noteEnds.test(here) || isTable(index)))
					break
				else if (!here.trim() && !(list && /^\s/.test(at(filled(index))))) break
			}
			// What ends no note here is only a line.
			if (noteEnds.test(line)) index = Math.max(index, from + 1)
			else parts.push({ type: 'markdown', text: lines.slice(from, index).join('\n') })
		}
		index = filled(index)
	}
	return parts
}

const cells = (line: string): string[] =>
	line
		.trim()
		.replace(/^\||\|$/g, '')
		.split(/(?<!\\)\|/)
		.map((cell) => cell.trim())
