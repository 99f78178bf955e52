/** How the closed lists read on screen and in exports. */
import type { Creator, Work } from '#contract/library.ts'
import type { ContentNote, Dimension, Medium, Outcome, Stance, Treatment, Verdict } from '#contract/words.ts'

const mediumLabels: Record<Medium, string> = {
	'anime-manga': 'Anime and manga',
	'comic-books': 'Comic books',
	'fan-works': 'Fan works',
	film: 'Film',
	literature: 'Literature',
	'live-action-tv': 'Live-action television',
	'western-animation': 'Western animation',
	'video-games': 'Video games',
	'visual-novels': 'Visual novels',
	theatre: 'Theatre',
	music: 'Music',
	'radio-podcasts': 'Radio and podcasts',
	'web-original': 'Web original',
	'tabletop-games': 'Tabletop games',
	'mythology-folklore': 'Mythology and folklore',
	other: 'Other',
}
const treatmentLabels: Record<Treatment, string> = {
	straight: 'Played straight',
	subverted: 'Subverted',
	averted: 'Averted',
	inverted: 'Inverted',
	deconstructed: 'Deconstructed',
	reconstructed: 'Reconstructed',
	exaggerated: 'Exaggerated',
	downplayed: 'Downplayed',
	zigzagged: 'Zigzagged',
	parodied: 'Parodied',
	discussed: 'Discussed',
	invoked: 'Invoked',
	lampshaded: 'Lampshaded',
	'played-with': 'Played with',
}
const outcomeLabels: Record<Outcome, string> = {
	works: 'It works',
	partly: 'It helps in part',
	fails: 'It fails',
	worsens: 'It makes things worse',
	unresolved: 'Left unresolved',
}
const dimensionLabels: Record<Dimension, string> = {
	setting: 'Setting',
	practitioner: 'Practitioner',
	method: 'Method',
	mechanism: 'Mechanism',
	onset: 'Onset',
	symptoms: 'Symptoms',
	course: 'Course',
	outcome: 'Outcome',
	risk: 'Risk',
	'consent-and-ethics': 'Consent and ethics',
	law: 'Law',
	'help-seeking': 'Help-seeking',
	stigma: 'Stigma',
}
const stanceLabels: Record<Stance, string> = {
	asserts: 'Asserts the claim',
	contradicts: 'Contradicts the claim',
	mixed: 'Mixed',
	open: 'Leaves it open',
}
const verdictMeanings: Record<Verdict, string> = {
	accurate: 'The claim agrees with the finding.',
	simplified: 'The claim is right in outline and leaves much out.',
	exaggerated: 'Something true is made far larger than it is.',
	inaccurate: 'The claim disagrees with the finding.',
	harmful: 'The claim is wrong, and acting on it can hurt someone.',
}
const contentNoteLabels: Record<ContentNote, string> = {
	'sexual-violence': 'sexual violence',
	'sexual-content': 'sexual content',
	'child-abuse': 'child abuse',
	abuse: 'abuse',
	suicide: 'suicide',
	'self-harm': 'self-harm',
	violence: 'violence',
	'medical-procedure': 'medical procedures',
	'substance-use': 'substance use',
	'eating-disorder': 'eating disorders',
	death: 'death',
	discrimination: 'discrimination',
}

export const mediumLabel = (medium: Medium): string => mediumLabels[medium]
export const treatmentLabel = (treatment: Treatment | null): string =>
	treatment ? treatmentLabels[treatment] : 'Treatment not stated'
export const outcomeLabel = (outcome: Outcome): string => outcomeLabels[outcome]
export const dimensionLabel = (dimension: Dimension): string => dimensionLabels[dimension]
export const stanceLabel = (stance: Stance): string => stanceLabels[stance]
/** @returns what a verdict says of the claim, in a sentence. */
export const verdictMeaning = (verdict: Verdict): string => verdictMeanings[verdict]
export const verdictLabel = (verdict: Verdict): string => verdict.charAt(0).toUpperCase() + verdict.slice(1)
/** @returns content notes as a phrase: `sexual violence, abuse and death`. */
export function contentNotePhrase(notes: readonly ContentNote[]): string {
	const words = notes.map((note) => contentNoteLabels[note])
	return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** @returns a creator's name as spoken: `Lars von Trier`. */
export const creatorName = (creator: Creator): string =>
	'literal' in creator ? creator.literal : [creator.given, creator.family].filter(Boolean).join(' ')

const yearLabel = (year: number) => (year < 0 ? `${-year} BCE` : String(year))

/** @returns the year or years of a work: `2009`, `1989–2021`, `400 BCE`, or `year unknown`. */
export const yearsOf = ({ year, endYear }: Pick<Work, 'year' | 'endYear'>): string => {
	if (year === null) return 'year unknown'
	return endYear === undefined ? yearLabel(year) : `${yearLabel(year)}–${yearLabel(endYear)}`
}

/** @returns who made a work and when: `Lars von Trier, 2009`; what is not known is left out. */
export function byline(work: Work): string {
	const names = [...new Set(work.creators.map(creatorName))]
	const listed = names.length > 3 ? `${names[0]} and others` : names.join(', ')
	return [listed, work.year === null ? '' : yearsOf(work)].filter(Boolean).join(', ')
}
