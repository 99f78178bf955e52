/** A passage in quotation marks, as a style sets it. */
import type { StyleId } from './styles.ts'

/** Single marks outside for the British style, double ones for the American styles; marks inside are the other kind. */
const british = (style: StyleId) => style === 'harvard'

/** @returns the quote in its marks; `stop` is the full stop that belongs after a citation in brackets. */
export function quoted(exact: string, style: StyleId, bracketed: boolean): { quote: string; stop: string } {
	const words = exact.replace(/\s+/g, ' ').trim()
	const whole = bracketed && /[^.]\.$/.test(words)
	const inner = whole ? words.slice(0, -1) : words
	const quote = british(style)
		? `‘${inner.replace(/‘([^‘]*?)’(?!\p{L})/gu, '“$1”')}’`
		: `“${inner
				.replaceAll('“', '‘')
				.replaceAll('”', '’')
				.replace(/"([^"]*)"/g, '‘$1’')}”`
	return { quote, stop: whole ? '.' : '' }
}
