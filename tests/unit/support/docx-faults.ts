/** What Word is strict about in a .docx file and other readers let pass: it refuses the file, or “repairs” it. */
import { posix } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'

/** @returns the faults of a file, in words; none where Word would open it as it is */
export function docxFaults(bytes: Uint8Array): string[] {
	const parts = partsOf(bytes)
	const document = parts.get('word/document.xml') ?? ''
	return [
		...packageFaults(bytes),
		...unknownStyles(parts),
		...footnoteFaults(document, parts.get('word/footnotes.xml') ?? ''),
		...numberingFaults(document, parts.get('word/numbering.xml') ?? ''),
		...tableFaults(document),
		...[...parts].flatMap(([name, xml]) => outOfOrder(xml).map((fault) => `${name}: ${fault}`)),
	]
}

/** @returns the faults that any Office file may have: of its XML, its content types, its relations */
export function packageFaults(bytes: Uint8Array): string[] {
	const parts = partsOf(bytes)
	return [
		...[...parts]
			.filter(([name]) => /\.(xml|rels)$/.test(name))
			.flatMap(([name, xml]) => malformed(xml).map((fault) => `${name}: ${fault}`)),
		...untyped(parts),
		...[...parts.keys()].flatMap((name) => danglingRelations(name, parts)),
	]
}

const partsOf = (bytes: Uint8Array): Parts =>
	new Map(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]))

type Parts = ReadonlyMap<string, string>

const all = (xml: string, pattern: RegExp): string[] => [...xml.matchAll(pattern)].map(([, found = '']) => found)
const missing = (wanted: readonly string[], known: readonly string[]): string[] =>
	[...new Set(wanted)].filter((id) => !known.includes(id))
const twice = (ids: readonly string[]): string[] => ids.filter((id, index) => ids.indexOf(id) !== index)

/** Tags that do not close each other, signs that XML has no words for, entities that it does not know. */
function malformed(xml: string): string[] {
	const open: string[] = []
	for (const [, close, name = '', rest = ''] of xml.matchAll(
		/<(?![?!])(\/?)([\w:.-]+)((?:"[^"]*"|'[^']*'|[^>"'])*)>/g,
	)) {
		if (close && open.pop() !== name) return [`</${name}> closes nothing`]
		if (!close && !rest.endsWith('/')) open.push(name)
		const attributes = all(rest, /([\w:.-]+)=/g)
		if (twice(attributes).length) return [`<${name}> has ${twice(attributes)} twice`]
	}
	return [
		...open.map((name) => `<${name}> is not closed`),
		...(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(xml) ? ['an & that begins nothing'] : []),
		// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are looked for
		...(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml) ? ['a sign that XML forbids'] : []),
	]
}

function untyped(parts: Parts): string[] {
	const types = parts.get('[Content_Types].xml') ?? ''
	const endings = all(types, /<Default [^>]*Extension="([^"]+)"/g)
	const named = all(types, /<Override [^>]*PartName="\/([^"]+)"/g)
	const bare = [...parts.keys()].filter(
		(name) => !named.includes(name) && !endings.includes(name.split('.').at(-1) ?? ''),
	)
	return [
		...bare.filter((name) => name !== '[Content_Types].xml').map((name) => `${name} has no content type`),
		...missing(named, [...parts.keys()]).map((name) => `a content type for ${name}, which is not there`),
		...twice(named).map((name) => `two content types for ${name}`),
	]
}

/** Relations of a part that lead to nothing, and those that it names and has not. */
function danglingRelations(name: string, parts: Parts): string[] {
	const [folder = '', file = ''] = [name.slice(0, name.lastIndexOf('/') + 1), name.split('/').at(-1)]
	const rels = parts.get(`${folder}_rels/${file}.rels`) ?? ''
	const tags = all(rels, /<Relationship ([^>]+?)\/?>/g)
	const ids = tags.map((tag) => /\bId="([^"]+)"/.exec(tag)?.[1] ?? '')
	const inside = tags.filter((tag) => !tag.includes('TargetMode="External"'))
	const targets = inside.map((tag) => /Target="([^"]+)"/.exec(tag)?.[1] ?? '')
	const used = all(parts.get(name) ?? '', /\br:(?:id|embed)="([^"]+)"/g)
	const places = targets.map((target) => (target.startsWith('/') ? target.slice(1) : posix.normalize(folder + target)))
	return [
		...missing(places, [...parts.keys()]).map((place) => `${name} leads to ${place}, which is not there`),
		...missing(used, ids).map((id) => `${name} names the relation ${id}, which is not there`),
		...twice(ids).map((id) => `${name} has the relation ${id} twice`),
	]
}

function unknownStyles(parts: Parts): string[] {
	const styles = parts.get('word/styles.xml') ?? ''
	// Word has the one that all characters begin with.
	const known = ['DefaultParagraphFont', ...all(styles, /w:styleId="([^"]+)"/g)]
	const wanted = [...parts.values()].flatMap((xml) =>
		all(xml, /<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val="([^"]+)"/g),
	)
	return [
		...missing(wanted, known).map((id) => `the style ${id} is not there`),
		...twice(known).map((id) => `the style ${id} is there twice`),
	]
}

function footnoteFaults(document: string, footnotes: string): string[] {
	const ids = all(footnotes, /<w:footnote [^>]*w:id="([^"]+)"/g)
	const kinds = all(footnotes, /<w:footnote [^>]*w:type="([^"]+)"/g)
	const used = all(document, /<w:footnoteReference [^>]*w:id="([^"]+)"/g)
	return [
		...missing(used, ids).map((id) => `footnote ${id} is not there`),
		...twice(ids).map((id) => `footnote ${id} is there twice`),
		...missing(['separator', 'continuationSeparator'], kinds).map((kind) => `footnotes have no ${kind}`),
	]
}

function numberingFaults(document: string, numbering: string): string[] {
	const lists = all(numbering, /<w:num [^>]*w:numId="([^"]+)"/g)
	const kinds = all(numbering, /<w:abstractNum [^>]*w:abstractNumId="([^"]+)"/g)
	return [
		...missing(all(document, /<w:numId w:val="([^"]+)"/g), lists).map((id) => `the list ${id} is not there`),
		...missing(all(numbering, /<w:abstractNumId w:val="([^"]+)"/g), kinds).map(
			(id) => `the kind of list ${id} is not there`,
		),
		...twice([...lists]).map((id) => `the list ${id} is there twice`),
	]
}

/** A row needs a cell for each column, and a cell ends with a paragraph. */
function tableFaults(document: string): string[] {
	return all(document, /(<w:tbl>[\s\S]*?<\/w:tbl>)/g).flatMap((table) => {
		const columns = all(table, /(<w:gridCol)/g).length
		const rows = all(table, /<w:tr>([\s\S]*?)<\/w:tr>/g)
		const odd = rows.filter((row) => all(row, /(<w:tc>)/g).length !== columns)
		const open = all(table, /<w:tc>([\s\S]*?)<\/w:tc>/g).filter((cell) => !/<\/w:p>$|<w:p\/>$/.test(cell))
		return [
			...odd.map(() => `a row has not ${columns} cells`),
			...open.map(() => 'a cell does not end with a paragraph'),
		]
	})
}

/** What the schema has in one order only. */
const orders = {
	pPr: 'pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind contextualSpacing jc outlineLvl rPr'.split(
		' ',
	),
	sectPr: 'headerReference footerReference footnotePr type pgSz pgMar pgNumType cols titlePg docGrid'.split(' '),
	tcPr: 'tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign'.split(' '),
}
function outOfOrder(xml: string): string[] {
	return Object.entries(orders).flatMap(([name, order]) =>
		all(xml, new RegExp(`<w:${name}>([\\s\\S]*?)</w:${name}>`, 'g')).flatMap((inner) => {
			const places = childrenOf(inner).map((child) => order.indexOf(child))
			const known = places.filter((place) => place >= 0)
			return known.some((place, index) => index && place < (known[index - 1] ?? 0))
				? [`<w:${name}> has ${childrenOf(inner).join(', ')} in this order`]
				: []
		}),
	)
}

/** Names of the elements right inside. */
function childrenOf(xml: string): string[] {
	const names: string[] = []
	let depth = 0
	for (const [, close, name = '', rest = ''] of xml.matchAll(/<(\/?)w:(\w+)((?:"[^"]*"|[^>"])*)>/g)) {
		if (close) depth--
		else {
			if (!depth) names.push(name)
			if (!rest.endsWith('/')) depth++
		}
	}
	return names
}
