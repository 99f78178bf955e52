/** Fields as HTML that is safe to show, whoever wrote them. */
import { micromark } from 'micromark'
import sanitize from 'sanitize-html'

type Markup = 'markdown' | 'html'

/** What a card may hold: text, tables, pictures of the workspace. No scripts, no style, nothing from elsewhere. */
const allowed: sanitize.IOptions = {
	allowedTags: [
		...['p', 'br', 'hr', 'div', 'span', 'blockquote', 'pre', 'code', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
		...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
		...[
			'b',
			'strong',
			'i',
			'em',
			'u',
			's',
			'del',
			'ins',
			'sub',
			'sup',
			'mark',
			'small',
			'q',
			'cite',
			'abbr',
			'ruby',
			'rt',
			'rp',
		],
		...['a', 'img', 'details', 'summary', 'footer'],
	],
	allowedAttributes: {
		a: ['href', 'title'],
		img: ['data-media', 'alt', 'title', 'width', 'height'],
		td: ['colspan', 'rowspan'],
		th: ['colspan', 'rowspan', 'scope'],
		'*': ['lang', 'dir'],
	},
	allowedClasses: { span: ['gap'], p: ['side', 'ask', 'verdict'] },
	allowedSchemes: ['https', 'http', 'mailto', 'parallax'],
	allowProtocolRelative: false,
	transformTags: {
		// Pictures are named, not addressed: the window asks for them by name. What lies elsewhere is not fetched.
		img: (tagName, { src = '', ...attributes }) => {
			const away = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(src)
			return { tagName, attribs: { ...attributes, ...(away || !src ? {} : { 'data-media': nameOf(src) }) } }
		},
	},
	exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !attribs['data-media'],
}

/** Anki writes names of files into addresses, some of them with per cent signs. */
function nameOf(address: string): string {
	try {
		return decodeURIComponent(address)
	} catch {
		return address
	}
}

/** @returns HTML without anything that runs, styles or fetches. */
export const safeHtml = (html: string): string => sanitize(html, allowed)

/** @returns a field as HTML, not yet safe. HTML in Markdown is text like any other. */
export function fieldHtml(field: string, markup: Markup): string {
	if (markup === 'html') return field
	const html = micromark(field).trim()
	// One paragraph is a phrase: `{{Front}}` may stand within a line.
	const single = /^<p>([\s\S]*)<\/p>$/.exec(html)?.[1]
	return single !== undefined && !single.includes('<p>') ? single : html
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** What makes more of a line than its letters. Most first fields have none of it, and reading Markdown takes a hundred times as long. */
const marked = { markdown: /[\\`*_[\]<>#&{}~\n\r]|^\s*(?:[-+=]|\d+[.)])/, html: /[<>&{}]/ }

/** @returns the words of a field in one line; gaps filled in, a picture as its other text. */
export function plainField(field: string, markup: Markup): string {
	if (!marked[markup].test(field)) return field.replaceAll(/[\s ]+/g, ' ').trim()
	const spaced = fieldHtml(field, markup)
		.replaceAll(/\{\{c[\d,]+::/g, '')
		.replaceAll(/(?:::[^{}]*)?\}\}/g, '')
		.replaceAll(/<(?:br|\/?(?:p|div|li|h\d|tr|td|th|hr))\b[^>]*>/gi, ' ')
	return sanitize(spaced, { allowedTags: [], allowedAttributes: {} })
		.replaceAll(/&(?:amp|lt|gt|quot);/g, (entity) => entities[entity] ?? entity)
		.replaceAll(/[\s ]+/g, ' ')
		.trim()
}
