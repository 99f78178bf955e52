/** How facets and their values read. */
import type { Topic } from '#contract/library.ts'
import type { PassageKind } from '#contract/search.ts'
import type { Medium, Outcome, Treatment, Verdict } from '#contract/words.ts'
import { unknownDecade } from '#domain/library/facets.ts'
import { mediumLabel, outcomeLabel, treatmentLabel, verdictLabel } from '#domain/words/labels.ts'

export const facetTitles = {
	kind: 'Kind',
	medium: 'Medium',
	treatment: 'Treatment',
	verdict: 'Verdict of its points',
	topic: 'Topic',
	outcome: 'Outcome',
	decade: 'Decade',
}

const kinds: Record<PassageKind, string> = {
	point: 'Claim',
	finding: 'Finding',
	depiction: 'Depiction',
	section: 'Section',
	article: 'Article',
	trope: 'Trope',
	comparison: 'Comparison',
}
export const passageKindLabel = (kind: PassageKind): string => kinds[kind]

/** @param topics those of the library, for their titles */
export function facetLabel(key: keyof typeof facetTitles, value: string, topics: readonly Topic[]): string {
	if (key === 'kind') return passageKindLabel(value as PassageKind)
	if (key === 'medium') return mediumLabel(value as Medium)
	if (key === 'treatment') return treatmentLabel(value as Treatment)
	if (key === 'verdict') return verdictLabel(value as Verdict)
	if (key === 'outcome') return outcomeLabel(value as Outcome)
	if (key === 'decade') return value === unknownDecade ? 'Year unknown' : `${value}s`
	return topics.find((topic) => topic.id === value)?.title ?? value
}
