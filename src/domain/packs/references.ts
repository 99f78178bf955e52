/** references.json: CSL-JSON entries, checked for what the rest of the program relies on. */
import { CslEntry, isCslKey } from './csl.ts'
import type { Faults } from './faults.ts'
import { jsonPlaces, lineAt } from './json.ts'
import { sentenceOf } from './sentences.ts'

export interface RawReference {
	id: string
	csl: Record<string, unknown>
	/** Line of references.json on which its id stands. */
	line: number
}
export interface References {
	references: RawReference[]
	/** Whether entries were left out because of their faults. */
	partial: boolean
}

/** @returns the entries that can be used; everything else is noted as a fault. */
export function readReferences(file: string, text: string | undefined, faults: Faults): References {
	const none = { references: [], partial: true }
	if (text === undefined) {
		faults.add(file, 1, `the pack has no ${file}`)
		return none
	}
	const places = jsonPlaces(text)
	let entries: unknown
	try {
		entries = JSON.parse(text)
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error)
		faults.add(file, lineAt(text, places.fault ?? 0), `this is not valid JSON: ${message}`)
		return none
	}
	if (!Array.isArray(entries)) {
		faults.add(file, 1, 'the file must hold a list of CSL-JSON entries: [ … ]')
		return none
	}
	const references = entries.flatMap((entry, index): RawReference[] => {
		const place = places.entries[index]
		const line = lineAt(text, place?.id ?? place?.start ?? 0)
		const result = CslEntry.safeParse(entry)
		if (!result.success) {
			for (const issue of result.error.issues)
				faults.add(file, line, `${issue.path.join('.') || 'entry'}: ${sentenceOf(issue)}`)
			return []
		}
		for (const key of Object.keys(result.data))
			if (!isCslKey(key))
				faults.add(
					file,
					line,
					`unknown key “${key}” in “${result.data.id}”; keys of our own stand inside its custom object`,
				)
		return [{ id: result.data.id, csl: result.data, line }]
	})
	return { references, partial: references.length < entries.length }
}
