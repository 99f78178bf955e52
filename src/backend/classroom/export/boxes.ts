/** A page of a file, as boxes on a sheet of 13⅓ × 7½ inches: every format draws the same ones. */

export const sheet = { width: 40 / 3, height: 7.5 }

/** What the content of a page has for itself. */
export const area = { x: 0.8, y: 1.1, w: sheet.width - 1.6, h: 5.55 }

/** What a colour is for; each theme says which it is. */
export type Role =
	| 'paper'
	| 'sheet'
	| 'ink'
	| 'soft'
	| 'line'
	| 'fiction'
	| 'fictionWash'
	| 'reality'
	| 'realityWash'
	| 'warn'

export interface Run {
	text: string
	bold?: true
	italic?: true
	code?: true
	href?: string
	colour?: Role
}
export interface Paragraph {
	runs: Run[]
	/** `•`, or a number with its full stop. */
	bullet?: string
	/** Steps of indentation. */
	indent?: number
	colour?: Role
	/** Space after it, in shares of its size; half of it without a word. */
	after?: number
}

/** Inches from the upper left corner. */
export interface Place {
	x: number
	y: number
	w: number
	h: number
}
export interface TextBox extends Place {
	type: 'text'
	paragraphs: Paragraph[]
	/** Points. */
	size: number
	font: 'serif' | 'sans'
	colour: Role
	bold?: true
	/** Letters set apart, as in a label. */
	spaced?: true
	align?: 'center'
	valign?: 'middle' | 'bottom'
	/** What the page is called; each page has one. */
	title?: true
	fill?: Role
	outline?: Role
	/** Rounded like a pill. */
	round?: true
}
export interface PanelBox extends Place {
	type: 'panel'
	fill: Role
}
export interface PictureBox extends Place {
	type: 'picture'
	image: string
	alt: string
}
export type Box = TextBox | PanelBox | PictureBox

export const line = (text: string, more: Omit<Paragraph, 'runs'> = {}): Paragraph => ({ runs: [{ text }], ...more })

/** Breadth of a letter with the spaces between words, in shares of the size: of Georgia and Arial, the broadest that are used. */
const widthOf = { serif: 0.48, sans: 0.475 }
export const leading = 1.28
/** Breadth of one step of indentation, in shares of the size. */
export const indentation = 1.1

type Set = Pick<TextBox, 'size' | 'font' | 'w'> & { bold?: true | undefined }

/** @returns inches that paragraphs are high, set at that size and width: rather too many than too few */
export function heightOf(paragraphs: readonly Paragraph[], { size, font, w, bold }: Set): number {
	return paragraphs.reduce((sum, { runs, bullet, indent = 0, after = 0.5 }, index) => {
		const em = size / 72
		const room = w - (indent + (bullet ? 1 : 0)) * indentation * em
		const letters = room / (em * widthOf[font] * (bold || runs.every((run) => run.bold) ? 1.08 : 1))
		const lines = linesOf(runs.map(({ text }) => text).join(''), letters)
		return sum + lines * leading * em + (index === paragraphs.length - 1 ? 0 : after * em)
	}, 0)
}

function linesOf(text: string, letters: number): number {
	let [lines, at] = [1, 0]
	for (const word of text.split(/\s+/)) {
		const next = at === 0 ? word.length : at + 1 + word.length
		if (next <= letters) at = next
		else {
			lines += at === 0 ? 0 : 1
			lines += Math.ceil(word.length / letters) - 1
			at = word.length % letters
		}
	}
	return lines
}

/** @returns the largest size from `most` down to `least` at which the paragraphs fit; undefined where none does */
export function sizeFor(
	paragraphs: readonly Paragraph[],
	set: Omit<Set, 'size'> & { h: number },
	most: number,
	least: number,
) {
	for (let size = most; size >= least; size--) if (heightOf(paragraphs, { ...set, size }) <= set.h) return size
	return undefined
}

/** @returns the box with its text at the largest size that fits; at the least where none does */
export function fitted(box: Omit<TextBox, 'type' | 'size'>, most: number, least: number): TextBox {
	return { ...box, type: 'text', size: sizeFor(box.paragraphs, box, most, least) ?? least }
}

/** @returns as many paragraphs as fit, again and again */
export function inPages(paragraphs: readonly Paragraph[], set: Set & { h: number }): Paragraph[][] {
	const pages: Paragraph[][] = [[]]
	for (const paragraph of paragraphs) {
		const last = pages.at(-1) ?? []
		if (last.length > 0 && heightOf([...last, paragraph], set) > set.h) pages.push([paragraph])
		else last.push(paragraph)
	}
	return pages
}
