/** The types that ship, as they are called and look in Anki: the same shape, with fields in HTML. */
import { noteTypes, type ShippedNoteType } from '#domain/cards/note-types.ts'
import { keyOf } from './anki-types.ts'
import type { IncomingType } from './incoming.ts'

/** @returns the name of a type that ships, outside. */
export const nameOutside = (key: ShippedNoteType): string => `Parallax: ${noteTypes[key].name}`

/** @returns all of them. */
export const twins = (): IncomingType[] =>
	(Object.keys(noteTypes) as ShippedNoteType[]).map((key) => {
		const shape = { ...noteTypes[key], name: nameOutside(key) }
		return {
			...shape,
			markup: 'html',
			key: keyOf(shape),
			origin: JSON.stringify({ type: { css: look }, fields: [], templates: [] }),
		}
	})

/** How our cards look in Anki, by day and by night. */
export const look = `.card {
	max-width: 34em;
	margin: 0 auto;
	padding: 1.5em 1em;
	font: 20px/1.5 Georgia, 'Source Serif 4', serif;
	text-align: left;
	color: #22201c;
	background: #fbfaf7;
}
.card.nightMode { color: #e8e4da; background: #1d1c1a; }
.side, .ask, footer { font: 15px/1.4 system-ui, sans-serif; opacity: 0.75; }
.verdict { font-weight: bold; }
.cloze { font-weight: bold; color: #0f6b66; }
.nightMode .cloze { color: #6fc7bf; }
hr { margin: 1em 0; border: 0; border-top: 1px solid currentColor; opacity: 0.3; }
img { max-width: 100%; height: auto; }
blockquote { margin: 0; padding-left: 1em; border-left: 3px solid currentColor; }
`
