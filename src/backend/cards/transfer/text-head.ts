/** The lines with `#` at the head of a text, which say how it is to be read (Anki manual, “Text Files”, “File Headers”). */

export interface TextHead {
	separator?: string
	html?: boolean
	tags: string
	columns?: string
	noteType?: string
	deck?: string
	matches: 'update' | 'keep' | 'both'
	/** Columns by what they hold, the first is 0. */
	at: Partial<Record<'noteType' | 'deck' | 'tags' | 'guid', number>>
}

const separators: Readonly<Record<string, string>> = {
	comma: ',',
	semicolon: ';',
	tab: '\t',
	space: ' ',
	pipe: '|',
	colon: ':',
}
const matches: Readonly<Record<string, TextHead['matches']>> = {
	'update current': 'update',
	'keep current': 'keep',
	'keep both': 'both',
}
const columns: Readonly<Record<string, keyof TextHead['at']>> = {
	'notetype column': 'noteType',
	'deck column': 'deck',
	'tags column': 'tags',
	'guid column': 'guid',
}

/** @returns what the head says, and the text below it. */
export function readHead(text: string): { head: TextHead; body: string } {
	const head: TextHead = { tags: '', matches: 'update', at: {} }
	let at = text.startsWith('\ufeff') ? 1 : 0
	for (let first = true; ; first = false) {
		const end = text.indexOf('\n', at)
		const line = text.slice(at, end < 0 ? undefined : end).replace(/\r$/, '')
		const told = /^#([^:]*)(?::([\s\S]*))?$/.exec(line) ?? (first ? /^(tags):(.*)$/.exec(line) : null)
		if (!told) return { head, body: text.slice(at) }
		noted(head, (told[1] ?? '').trim().toLowerCase(), told[2] ?? '')
		if (end < 0) return { head, body: '' }
		at = end + 1
	}
}

function noted(head: TextHead, key: string, value: string): void {
	const word = value.trim()
	const column = columns[key]
	if (column) {
		if (/^[1-9]\d{0,3}$/.test(word)) head.at[column] = Number(word) - 1
	} else if (key === 'separator') {
		const separator =
			separators[word.toLowerCase()] ?? Object.values(separators).find((each) => each === value || each === word)
		if (separator) head.separator = separator
	} else if (key === 'html') head.html = word.toLowerCase() === 'true'
	else if (key === 'tags') head.tags = word
	else if (key === 'columns') head.columns = value
	else if (key === 'notetype' && word) head.noteType = word
	else if (key === 'deck' && word) head.deck = word
	else if (key === 'if matches') head.matches = matches[word.toLowerCase()] ?? 'update'
}
