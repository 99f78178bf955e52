/** References as they read in the default style, APA 7, through citeproc (Citation.js). */
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-csl'
import type { Reference } from '#contract/library.ts'
import type { RawReference } from '#domain/packs/references.ts'

const style = { template: 'apa', lang: 'en-GB' }

/** @returns each reference with its in-text label, its list entry in runs, and its address. */
export function formatReferences(raw: readonly RawReference[]): Reference[] {
	if (!raw.length) return []
	const cite = new Cite(raw.map(({ csl }) => csl))
	return raw.map(({ id, csl }) => {
		const label = String(cite.format('citation', { ...style, entry: [id], format: 'text' }))
		const html = String(cite.format('bibliography', { ...style, entry: [id], format: 'html' }))
		const link = csl.DOI ? `https://doi.org/${String(csl.DOI)}` : csl.URL ? String(csl.URL) : undefined
		return { id, label: label.replace(/^\(|\)$/g, ''), entry: runsOf(html), ...(link ? { link } : {}), csl }
	})
}

/** Takes citeproc's markup apart: italics are kept, everything else is text. */
function runsOf(html: string): Reference['entry'] {
	const inner = /class="csl-entry">([\s\S]*?)<\/div>/.exec(html)?.[1] ?? html
	return inner.split(/(<i>[\s\S]*?<\/i>)/).flatMap((part) => {
		const text = decode(part.replace(/<[^>]+>/g, ''))
		return text ? [{ text, ...(part.startsWith('<i>') ? { emphasis: true as const } : {}) }] : []
	})
}

const decode = (text: string) =>
	text
		.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&amp;', '&')
		.replace(/\s+/g, ' ')
