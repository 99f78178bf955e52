/** The notes on a text as they stand beside it. */
import type { Annotation, Source, Target } from '#contract/annotations.ts'

export interface MarginNote {
	annotation: Annotation
	target: Target
	/** Which of its targets that is. */
	index: number
}

/** @returns the notes on a source, in the order of its text; what was let go is none of them. */
export const marginNotes = (annotations: readonly Annotation[], source: Source): MarginNote[] =>
	annotations
		.flatMap((annotation) =>
			annotation.targets.flatMap((target, index) =>
				target.source === source && target.state !== 'detached' ? [{ annotation, target, index }] : [],
			),
		)
		.sort((a, b) => (a.target.selector?.start ?? 0) - (b.target.selector?.start ?? 0))
