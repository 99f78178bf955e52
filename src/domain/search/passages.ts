/** The passages of a pack: what the index holds, so that a hit opens at its place. */
import type { Block, Document } from '#contract/document.ts'
import type { Comparison, Work } from '#contract/library.ts'
import type { Passage } from '#contract/search.ts'
import type { ContentNote } from '#contract/words.ts'
import { plainText } from '../documents/inlines.ts'
import { decadeOf } from '../library/facets.ts'
import { byline, dimensionLabel } from '../words/labels.ts'

interface Parts {
	documents: readonly Document[]
	comparisons: readonly Comparison[]
	works: readonly Work[]
}

/** @returns points and findings, depictions, sections, and the documents and comparisons themselves. */
export function passagesOf({ documents, comparisons, works }: Parts): Passage[] {
	return [
		...comparisons.flatMap(fromComparison),
		...documents.flatMap((document) => [
			aboutDocument(document),
			...fromSections(document),
			...fromDepictions(document, works),
		]),
	]
}

function fromComparison(comparison: Comparison): Passage[] {
	const about: Passage = {
		id: comparison.id,
		kind: 'comparison',
		side: 'fiction',
		title: comparison.title,
		context: '',
		text: comparison.summary,
		contentNotes: [],
		spoiler: false,
		place: { view: 'compare', comparison: comparison.id },
		topics: comparison.topics,
	}
	return [
		about,
		...comparison.points.flatMap((point): Passage[] => {
			const id = `${comparison.id}#${point.id}`
			const shared = {
				title: dimensionLabel(point.dimension),
				context: comparison.title,
				spoiler: false,
				place: { view: 'compare' as const, comparison: comparison.id, point: point.id },
				topics: comparison.topics,
			}
			// Claim and finding are worded to stand uncovered; the explanation carries the point's content notes.
			return [
				{ ...shared, id: `${id}:claim`, kind: 'point', side: 'fiction', text: point.claim, contentNotes: [] },
				{ ...shared, id: `${id}:finding`, kind: 'finding', side: 'reality', text: point.finding, contentNotes: [] },
				{
					...shared,
					id: `${id}:evidence`,
					kind: 'finding',
					side: 'reality',
					text: point.explanation,
					contentNotes: point.contentNotes,
				},
			]
		}),
	]
}

const sideOf = (document: Document) => (document.kind === 'trope' ? 'fiction' : 'reality')

function aboutDocument(document: Document): Passage {
	return {
		id: document.id,
		kind: document.kind,
		side: sideOf(document),
		title: document.title,
		// Other names are found as well; a line's length is all that a context may have.
		context: document.aliases.join(', ').slice(0, 500),
		text: document.summary,
		contentNotes: [],
		spoiler: false,
		place: { view: 'read', document: document.id },
		topics: document.topics,
	}
}

/** Runs of a section's blocks that carry the same content notes, so that one flagged paragraph does not cover its neighbours. */
function fromSections(document: Document): Passage[] {
	const runs: { section: string | undefined; notes: ContentNote[]; blocks: Block[] }[] = []
	for (const block of document.blocks) {
		if (block.type === 'heading' || block.depiction) continue
		const last = runs.at(-1)
		const same = last && last.section === block.section && String(last.notes) === String(block.contentNotes)
		if (same) last.blocks.push(block)
		else runs.push({ section: block.section, notes: block.contentNotes, blocks: [block] })
	}
	return runs.flatMap(({ section, notes, blocks }): Passage[] => {
		const first = blocks[0]
		if (!first) return []
		const heading = document.blocks.find((block) => block.type === 'heading' && block.id === section)
		return [
			{
				id: `${document.id}#${first.id}`,
				kind: 'section',
				side: sideOf(document),
				title: heading ? plainText(heading.inlines) : document.title,
				context: document.title,
				text: blocks.map((block) => plainText(block.inlines)).join('\n'),
				contentNotes: notes,
				spoiler: false,
				place: { view: 'read', document: document.id, block: first.id },
				topics: document.topics,
			},
		]
	})
}

function fromDepictions(document: Document, works: readonly Work[]): Passage[] {
	return document.depictions.map((depiction) => {
		const work = works.find((candidate) => candidate.id === depiction.work)
		const first = document.blocks.find((block) => block.depiction === depiction.id)
		return {
			id: depiction.id,
			kind: 'depiction',
			side: 'fiction',
			title: work?.title ?? depiction.work,
			context: work ? byline(work) : document.title,
			text: depiction.text,
			contentNotes: depiction.contentNotes,
			spoiler: depiction.spoiler,
			place: { view: 'read', document: document.id, ...(first ? { block: first.id } : {}) },
			...(work ? { medium: work.medium, decade: decadeOf(work.year) } : {}),
			topics: document.topics,
		}
	})
}
