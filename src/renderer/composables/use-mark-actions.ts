/** What can be done with the passage at hand: highlighted, noted, asked about, linked, made a card of. */
import type { Annotation, AnnotationDraft, HighlightColour, Motivation } from '#contract/annotations.ts'
import { selectorOf } from '#domain/anchoring/selectors.ts'
import { overlap, type Stretch } from '#domain/annotations/passages.ts'
import { useAnnotations } from '../stores/annotations.ts'
import { useCardMaking } from '../stores/card-making.ts'
import { useMarking } from '../stores/marking.ts'
import { useNotices } from '../stores/notices.ts'
import type { AnnotatedText } from './use-annotated-texts.ts'

/** A passage of a text in the page. */
export interface PassageInText extends Stretch {
	text: AnnotatedText
	/** It was selected over covered text, and ends before it. */
	cut: boolean
}

/**
 * @param passage that is selected, or where the cursor is
 * @param told with what was made, and whether there is more to say of it
 * @returns actions; each returns false when there is no passage
 */
export function useMarkActions(
	passage: () => PassageInText | undefined,
	made: (annotation: Annotation, more: boolean) => void,
) {
	const annotations = useAnnotations()
	const marking = useMarking()
	const making = useCardMaking()
	const notices = useNotices()

	function targetOf({ text, start, end, cut }: PassageInText) {
		if (cut) notices.say('The selection reaches over covered text. The mark ends before it.')
		return { source: text.source, selector: selectorOf(text.text, start, end) }
	}
	async function create(
		draft: Partial<AnnotationDraft> & Pick<AnnotationDraft, 'motivation' | 'targets'>,
		more: boolean,
	) {
		const annotation = await annotations.create({ colour: marking.colour, comment: '', tags: [], ...draft })
		if (annotation) made(annotation, more)
		return annotation
	}

	/** The highlight of just this passage. */
	const highlightOf = ({ text, start, end }: PassageInText) =>
		text.marks.find(
			({ annotation, ...mark }) => annotation.motivation === 'highlighting' && mark.start === start && mark.end === end,
		)?.annotation

	/** Highlights the passage; one that is highlighted already only changes its colour. */
	function highlight(colour: HighlightColour = marking.colour): boolean {
		const at = passage()
		if (!at) return false
		marking.colour = colour
		const same = highlightOf(at)
		if (!same) void create({ motivation: 'highlighting', targets: [targetOf(at)] }, false)
		else if (same.colour === colour) made(same, true)
		else void annotations.change(same.id, { colour }).then(() => made({ ...same, colour }, false))
		return true
	}
	/** Makes a note or a question, to be written at once; of a passage that is highlighted its highlight becomes one. */
	function write(motivation: Extract<Motivation, 'commenting' | 'questioning'>): boolean {
		const at = passage()
		if (!at) return false
		const same = highlightOf(at)
		if (same)
			void annotations
				.change(same.id, { motivation }, { begins: true })
				.then((kept) => kept && made({ ...same, motivation }, true))
		else void create({ motivation, targets: [targetOf(at)] }, true)
		return true
	}
	/** Takes the passage as one end of a link; with the other end the link is made. @returns `first` or `second` */
	function link(): 'first' | 'second' | false {
		const at = passage()
		if (!at) return false
		const first = marking.from
		if (!first) {
			marking.from = targetOf(at)
			return 'first'
		}
		if (first.source === at.text.source && overlap(first.selector, at)) {
			notices.say('A link needs two passages. Select another one for its other end.')
			return 'first'
		}
		marking.from = undefined
		void create({ motivation: 'linking', relation: marking.relation, targets: [first, targetOf(at)] }, true)
		return 'second'
	}
	/** Offers cards of the passage: of the mark that stands on just this passage, else of a highlight that is made for them. */
	function card(): boolean {
		const at = passage()
		if (!at) return false
		const same = at.text.marks.find(
			({ annotation, start, end }) => start === at.start && end === at.end && annotation.targets.length === 1,
		)?.annotation
		if (same) making.make({ from: 'annotation', id: same.id })
		else
			void create({ motivation: 'highlighting', targets: [targetOf(at)] }, false).then(
				(mark) => mark && making.make({ from: 'annotation', id: mark.id }, mark.id),
			)
		return true
	}
	return { highlight, write, link, card }
}
