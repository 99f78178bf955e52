/** references.json: CSL-JSON entries, checked for what the rest of the program relies on. */
import { z } from '#contract/jitless.ts'
import { Id } from '#contract/text.ts'
import type { Faults } from './faults.ts'

export interface RawReference {
	id: string
	csl: Record<string, unknown>
	/** Line of references.json on which its id stands. */
	line: number
}

// The variables of CSL 1.0.2 (docs.citationstyles.org, appendix IV) that a reference may carry, beside id, type and custom.
const variables = new Set(
	`abstract annote archive archive_collection archive_location archive-place authority call-number chapter-number citation-key
	citation-number collection-number collection-title container-title container-title-short dimensions division DOI edition event
	event-title event-place genre ISBN ISSN issue jurisdiction keyword language license locator medium number number-of-pages
	number-of-volumes original-publisher original-publisher-place original-title page page-first part part-title PMCID PMID printing
	publisher publisher-place references reviewed-genre reviewed-title scale section source status supplement title title-short URL
	version volume volume-title year-suffix accessed available-date event-date issued original-date submitted author chair
	collection-editor compiler composer container-author contributor curator director editor editorial-director editor-translator
	executive-producer guest host illustrator interviewer narrator organizer original-author performer producer recipient
	reviewed-author script-writer series-creator translator categories shortTitle journalAbbreviation`.split(/\s+/),
)

const Entry = z.looseObject({
	id: Id,
	type: z.string().min(1).max(60),
	title: z.string().min(1).max(1000),
	custom: z.record(z.string(), z.unknown()).optional(),
})

/** @returns the entries that can be used; everything else is noted as a fault. */
export function readReferences(file: string, text: string | undefined, faults: Faults): RawReference[] {
	if (text === undefined) {
		faults.add(file, 1, `the pack has no ${file}`)
		return []
	}
	let entries: unknown
	try {
		entries = JSON.parse(text)
	} catch (error) {
		const position = /position (\d+)/.exec(String(error))?.[1]
		const line = position ? text.slice(0, Number(position)).split('\n').length : 1
		faults.add(file, line, `this is not valid JSON: ${error instanceof Error ? error.message : String(error)}`)
		return []
	}
	if (!Array.isArray(entries)) {
		faults.add(file, 1, 'the file must hold a list of CSL-JSON entries: [ … ]')
		return []
	}
	const lines = idLines(text)
	return entries.flatMap((entry, index): RawReference[] => {
		const line = lines[index] ?? 1
		const result = Entry.safeParse(entry)
		if (!result.success) {
			for (const issue of result.error.issues)
				faults.add(file, line, `${issue.path.join('.') || 'entry'}: ${issue.message}`)
			return []
		}
		for (const key of Object.keys(result.data))
			if (!['id', 'type', 'custom'].includes(key) && !variables.has(key))
				faults.add(
					file,
					line,
					`unknown key “${key}” in “${result.data.id}”; keys of our own stand inside its custom object`,
				)
		return [{ id: result.data.id, csl: result.data, line }]
	})
}

/** Lines of the entries' own ids, in order: those at the least depth in which an "id" key occurs. */
function idLines(text: string): number[] {
	const found: { line: number; depth: number }[] = []
	let depth = 0
	let line = 1
	for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}\n]/g)) {
		const [token, colon] = match
		if (token === '{') depth++
		else if (token === '}') depth--
		else if (token === '\n') line++
		else if (colon && token.startsWith('"id"')) found.push({ line, depth })
		if (token.length > 1) line += token.split('\n').length - 1
	}
	return found.filter((entry) => entry.depth === 1).map((entry) => entry.line)
}
