/** What goes to the clipboard: passages with their citations, reference lists; as plain text and with italics. */
import type { Target } from '#contract/annotations.ts'
import type { Copied } from '#contract/citations.ts'
import type { Document } from '#contract/document.ts'
import type { Point } from '#contract/library.ts'
import { namedBy, pointText } from '#domain/annotations/sources.ts'
import { distinct, referencesAt, worksAt } from '#domain/citations/at.ts'
import type { Cite } from '#domain/citations/items.ts'
import { lacksOf } from '#domain/citations/missing.ts'
import { quoted } from '#domain/citations/quotes.ts'
import { citesInNotes, type StyleId } from '#domain/citations/styles.ts'
import { canonicalText } from '#domain/documents/canonical.ts'
import { placeIn } from '#domain/documents/place-in.ts'
import { placeWords } from '#domain/export/locators.ts'
import { Failure } from '../failure.ts'
import type { Library } from '../library/library.ts'
import { citeAll } from './cite.ts'
import type { MarkedText } from './markup.ts'
import { itemOf, sourcesOf } from './shelf.ts'

type Passage = Pick<Target, 'source' | 'selector'>
/** Words of a text, and all that stands behind them: the text itself with the place in it first. */
interface Quote {
	exact: string
	cites: Cite[]
}

/**
 * A passage in quotation marks with its citation, and the references under it. The words are those of a text in a pack, so that is
 * cited, with section and paragraph; the works that it tells and the references that it rests on are cited beside it.
 * @throws Failure NOT_FOUND when the library does not have the text
 */
export async function citePassages(
	library: Library,
	passages: readonly Passage[],
	style: StyleId,
	stylesFolder: string,
): Promise<Copied> {
	const quotes = passages.flatMap((passage) => quotesOf(library, passage))
	const items = distinct(quotes.flatMap(({ cites }) => cites)).flatMap(({ id }) => itemOf(library, id) ?? [])
	const { citations, list } = await citeAll(
		items,
		quotes.map(({ cites }) => cites),
		style,
		stylesFolder,
	)
	const lines = quotes.flatMap(({ exact }, index): MarkedText[][] => {
		const { quote, stop } = quoted(exact, style, !citesInNotes(style))
		const citation = citations[index] ?? []
		if (citesInNotes(style)) return [[{ text: quote }], citation]
		return [[{ text: `${quote} ` }, ...citation, { text: stop }]]
	})
	return { ...written([...lines, ...list.map(({ runs }) => runs)]), lacks: lacksOf(items, style) }
}

/** @returns the reference list of these. @throws Failure NOT_FOUND when the library does not have one of them */
export async function citeList(
	library: Library,
	ids: readonly string[],
	style: StyleId,
	stylesFolder: string,
): Promise<Copied> {
	const items = sourcesOf(library, ids)
	const { list } = await citeAll(
		items,
		items.map(({ id }) => [{ id }]),
		style,
		stylesFolder,
	)
	return { ...written(list.map(({ runs }) => runs)), lacks: lacksOf(items, style) }
}

function quotesOf(library: Library, { source, selector }: Passage): Quote[] {
	const named = namedBy(source)
	if (named.kind === 'text') {
		const entry = library.entry(named.document)
		if (entry.kind !== 'article' && entry.kind !== 'trope') throw notQuotable()
		return [inDocument(entry.item, selector)]
	}
	const entry = library.entry(named.comparison)
	const point =
		entry.kind === 'comparison' && named.kind === 'point'
			? entry.item.points.find(({ id }) => id === named.point)
			: undefined
	if (!point) throw notQuotable()
	return inPoint(library, named.comparison, point, selector)
}

const notQuotable = () =>
	new Failure('BAD_REQUEST', 'There is no passage here to copy.', 'Select some words, then copy them.')

function inDocument(document: Document, selector: Passage['selector']): Quote {
	if (!selector) throw notQuotable()
	const { exact, start, end } = selector
	const whole = { id: document.id }
	// Where the text has changed since the passage was marked, nobody knows where it stood.
	if (canonicalText(document).slice(start, end) !== exact) return { exact, cites: [whole] }
	const locator = placeWords(placeIn(document, start))
	const passage = { start, end }
	const behind = [...worksAt(document, passage), ...referencesAt(document, passage)]
	return { exact, cites: [{ ...whole, ...(locator && { locator }) }, ...behind] }
}

/** The claim rests on the works that assert it, everything else on the references. */
function inPoint(library: Library, comparison: string, point: Point, selector: Passage['selector']): Quote[] {
	const locator = { id: comparison }
	const works = point.stances.flatMap(({ depiction, stance }): Cite[] => {
		const entry = library.entries.get(depiction)
		return stance === 'asserts' && entry?.kind === 'depiction' ? [{ id: entry.item.work }] : []
	})
	const claim = (exact: string) => ({ exact, cites: [locator, ...distinct(works)] })
	const finding = (exact: string) => ({ exact, cites: [locator, ...point.references.map((id) => ({ id }))] })
	if (!selector) return [claim(point.claim), finding(point.finding)]
	const { exact, start, end } = selector
	const inClaim = pointText(point).slice(start, end) === exact && start < point.claim.length
	return [inClaim ? claim(exact) : finding(exact)]
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function written(lines: readonly (readonly MarkedText[])[]): Pick<Copied, 'text' | 'html'> {
	const filled = lines.filter((runs) => runs.length)
	const markup = ({ text, emphasis }: MarkedText) => (emphasis ? `<i>${escaped(text)}</i>` : escaped(text))
	return {
		text: filled.map((runs) => runs.map(({ text }) => text).join('')).join('\n'),
		html: filled.map((runs) => `<p>${runs.map(markup).join('')}</p>`).join('\n'),
	}
}
