/** Cards from what was read: a highlight, a link, a point. What is made here is a suggestion that the reader looks over. */
import type { Annotation, Selector, Source } from '#contract/annotations.ts'
import type { CardOrigin, NoteDraft } from '#contract/cards/notes.ts'
import type { Comparison, Point } from '#contract/library.ts'
import type { ContentNote } from '#contract/words.ts'
import { namedBy } from '../annotations/sources.ts'
import { relationLabels } from '../words/annotation-labels.ts'
import { verdictLabel, verdictMeaning } from '../words/labels.ts'

/** A passage that a card is made from. */
export interface CardPassage {
	source: Source
	selector: Selector
	/** The block that it begins in. */
	block?: string
	side: 'fiction' | 'reality'
	/** Title of the text or comparison, and of the section that it stands in. */
	title: string
	section?: string
	/** What it rests on, as reference entries in Markdown. */
	references: readonly string[]
	contentNotes: readonly ContentNote[]
}

/** @returns what cards of an annotation are made from: its passages, else the point that it is about; nothing for a free note. */
export function originOf({ id, targets }: Pick<Annotation, 'id' | 'targets'>): CardOrigin | undefined {
	if (targets.some(({ selector }) => selector)) return { from: 'annotation', id }
	const named = targets.map(({ source }) => namedBy(source)).find(({ kind }) => kind === 'point')
	return named?.kind === 'point' ? { from: 'point', comparison: named.comparison, point: named.point } : undefined
}

/** @returns the card that sets a point's claim against its finding. @param references as entries in Markdown */
export function pointDraft(comparison: Pick<Comparison, 'id'>, point: Point, references: readonly string[]): NoteDraft {
	const wording = pointWording(point)
	return {
		type: 'contrast',
		fields: [wording.Claim, wording.Verdict, wording.Finding, wording.Why, joined(references)],
		tags: [comparison.id],
		contentNotes: [...point.contentNotes],
		source: { source: `compare/${comparison.id}/${point.id}`, wording },
	}
}

/** @returns what a point says, field by field of a contrast card; where it changes, cards made from it are stale. */
export const pointWording = ({ claim, verdict, finding, explanation }: Point) => ({
	Claim: literal(claim),
	Verdict: `**${verdictLabel(verdict)}.** ${verdictMeaning(verdict)}`,
	Finding: literal(finding),
	Why: literal(explanation),
})

/**
 * @param passages of its targets, in their order; none of those that are lost
 * @returns a basic card and a cloze for a mark, a contrast card for a link; nothing for what has no passage
 */
export function annotationDrafts(annotation: Annotation, passages: readonly CardPassage[]): NoteDraft[] {
	const [first, second] = passages
	if (!first) return []
	const common = {
		tags: annotation.tags.map((tag) => tag.trim().replaceAll(/\s+/g, '-')),
		contentNotes: [...new Set(passages.flatMap(({ contentNotes }) => contentNotes))],
	}
	if (second) return [linkDraft(annotation, first, second, common)]
	const quote = literal(first.selector.exact)
	const about = first.section ?? first.title
	const asked = annotation.motivation === 'questioning' && annotation.comment
	const reference = joined(first.references)
	const source = (field: string) => sourceOf(annotation, first, { [field]: quote })
	return [
		{
			...common,
			type: 'basic',
			fields: [
				asked || `${literal(about)}: what ${first.side === 'fiction' ? 'does fiction show' : 'is known'}?`,
				quote,
				reference,
			],
			source: source('Back'),
		},
		{
			...common,
			type: 'cloze',
			fields: [withProposedGap(quote), asked ? '' : annotation.comment, reference],
			source: source('Text'),
		},
	]
}

function linkDraft(
	annotation: Annotation,
	first: CardPassage,
	second: CardPassage,
	common: Pick<NoteDraft, 'tags' | 'contentNotes'>,
): NoteDraft {
	const [fiction, reality] = first.side === 'reality' && second.side === 'fiction' ? [second, first] : [first, second]
	const relation = annotation.relation ? `**${relationLabels[annotation.relation]}** the evidence.` : ''
	return {
		...common,
		type: 'contrast',
		fields: [
			literal(fiction.selector.exact),
			relation,
			literal(reality.selector.exact),
			annotation.comment,
			joined([...reality.references, ...fiction.references]),
		],
		source: sourceOf(annotation, reality, { Finding: literal(reality.selector.exact) }),
	}
}

const sourceOf = ({ id }: Annotation, { source, selector, block }: CardPassage, wording: Record<string, string>) => ({
	source,
	selector,
	...(block ? { block } : {}),
	annotation: id,
	wording,
})

const joined = (references: readonly string[]): string => [...new Set(references)].join('\n\n')

/** Text that Markdown takes word for word. */
export const literal = (text: string): string =>
	text.replaceAll(/[\\`*_[\]<>~]|&(?=#?\w+;)|^[#+-]/gm, '\\$&').replaceAll(/\n+/g, '\n\n')

/** @returns the words of what was made literal, or of a verdict, as they are read. */
export const spoken = (markdown: string): string =>
	markdown.replaceAll(/(?<!\\)\*\*/g, '').replaceAll(/\\([\\`*_[\]<>~&#+-])/g, '$1')

/** @returns a passage with one gap to begin with: its figure, or else its longest word. */
export function withProposedGap(text: string): string {
	const figure = /\d[\d.,–-]*(?:\s?%|\sper cent)?(?=$|[\s).,;:])/.exec(text)
	const words = [...text.matchAll(/\p{L}[\p{L}’'-]{3,}/gu)]
	const longest = words.reduce<RegExpExecArray | undefined>(
		(best, word) => (word[0].length > (best?.[0].length ?? 0) ? word : best),
		undefined,
	)
	const gap = figure ?? longest
	if (!gap) return `{{c1::${text}}}`
	const answer = gap[0].replace(/[.,]$/, '')
	return `${text.slice(0, gap.index)}{{c1::${answer}}}${text.slice(gap.index + answer.length)}`
}

/** @returns a note's fields with the new wording where the reader had left the old one as it was. */
export function retold(
	fields: readonly string[],
	names: readonly string[],
	old: Record<string, string>,
	now: Record<string, string>,
): string[] {
	return fields.map((field, index) => {
		const name = names[index] ?? ''
		const [before, after] = [old[name], now[name]]
		return before && after ? field.replace(before, () => after) : field
	})
}
