/** References as they read in the default style, APA 7, through citeproc (Citation.js). */
import { Cite, plugins } from '@citation-js/core'
import '@citation-js/plugin-csl'
import type { Reference } from '#contract/library.ts'
import type { RawReference } from '#domain/packs/references.ts'
import { runsOfMarkup } from '../citations/markup.ts'

const style = { template: 'apa', lang: 'en-GB' }

/**
 * Formats all references of a pack together, so that two works of one author and year are told apart (2014a, 2014b).
 * @returns each reference with its in-text label, its list entry in runs, and its address
 */
export function formatReferences(raw: readonly RawReference[]): Reference[] {
	if (!raw.length) return []
	const cite = new Cite(raw.map(({ csl }) => csl))
	const entries = new Map(cite.format('bibliography', { ...style, format: 'html', asEntryArray: true }))
	const labels = labelsOf(cite, raw)
	return raw.map(({ id, csl }, index) => {
		const link = csl.DOI ? `https://doi.org/${String(csl.DOI)}` : csl.URL ? String(csl.URL) : undefined
		return { id, label: labels[index] ?? id, entry: runsOf(entries.get(id) ?? ''), ...(link ? { link } : {}), csl }
	})
}

/** Each reference as cited on its own, without brackets. */
function labelsOf(cite: Cite, raw: readonly RawReference[]): string[] {
	const engine = plugins.config.get('@csl').engine(cite.data, style.template, style.lang, 'text')
	const citations = raw.map(({ id }) => ({ citationItems: [{ id }], properties: { noteIndex: 0 } }))
	return engine.rebuildProcessorState(citations, 'text', []).map(([, , text]) => text.replace(/^\(|\)$/g, ''))
}

/** The entry of a list as a window shows it: italics are kept, everything else is text. */
const runsOf = (html: string): Reference['entry'] =>
	runsOfMarkup(html).map(({ text, emphasis }) => ({ text, ...(emphasis && { emphasis }) }))
