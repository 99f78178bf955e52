/** What an export is made from, in plain words: whoever keeps the notes fills this in. */
import type { Block as TextBlock } from '#contract/document.ts'
import type { Dimension, Medium, Outcome, Side, Stance, Treatment, Verdict } from '#contract/words.ts'
import type { Cite, CslItem } from '../citations/items.ts'

/** A passage that a note speaks of. */
export interface ExportPassage {
	/** Id of the document. */
	document: string
	title: string
	side: Side
	/** Word for word. */
	quote: string
	/** The heading that it stands under. */
	section?: string
	/** Which paragraph of the section, from 1: there are no pages. */
	paragraph?: number
	/** Offsets into the document’s canonical text. */
	start?: number
	end?: number
	/** The work that it tells, or the references that it rests on. */
	cites: readonly Cite[]
	/** `parallax://…` */
	back: string
}

export interface ExportNote {
	id: string
	kind: 'highlight' | 'comment' | 'question' | 'link' | 'note'
	/** Title of a free note. */
	title?: string
	/** None for a free note, two for a link: fiction first. */
	passages: readonly ExportPassage[]
	/** How the first passage of a link bears on the second. */
	relation?: string
	/** Markdown. */
	comment?: string
	tags: readonly string[]
	/** Colour token, and what the reader calls it. */
	colour?: { token: string; name: string }
	/** Id of the point that it belongs to. */
	point?: string
	/** When it was made, ISO. */
	at: string
	back: string
}

/** A work’s take on a point. */
export interface ExportDepiction {
	id: string
	work: string
	year: string
	medium: Medium
	trope: string
	treatment: Treatment | null
	outcome: Outcome
	stance?: Stance
	text: string
	cites: readonly Cite[]
	back: string
}

export interface ExportPoint {
	id: string
	comparison: string
	dimension: Dimension
	claim: string
	finding: string
	explanation?: string
	verdict: Verdict
	/** What the finding rests on. */
	references: readonly Cite[]
	depictions: readonly ExportDepiction[]
	back: string
}

/** A document that is exported whole. */
export interface ExportText {
	id: string
	title: string
	kind: 'article' | 'trope'
	blocks: readonly TextBlock[]
	/** The work of each depiction, by the depiction’s id. */
	depictions: Readonly<Record<string, Cite>>
	back: string
}

export interface ExportInput {
	title: string
	subtitle?: string
	/** The day of the export, `2026-11-22`. */
	date: string
	language: string
	notes: readonly ExportNote[]
	points: readonly ExportPoint[]
	texts: readonly ExportText[]
	depictions: readonly ExportDepiction[]
	/** Every source that is cited, works and references alike. */
	items: readonly CslItem[]
}
