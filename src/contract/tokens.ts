/** The closed lists of DESIGN.md ("Words", "Content"), as plain data: a window can use them without the schemas. */

export const mediums = [
	'anime-manga',
	'comic-books',
	'fan-works',
	'film',
	'literature',
	'live-action-tv',
	'western-animation',
	'video-games',
	'visual-novels',
	'theatre',
	'music',
	'radio-podcasts',
	'web-original',
	'tabletop-games',
	'mythology-folklore',
	'other',
] as const
export const treatments = [
	'straight',
	'subverted',
	'averted',
	'inverted',
	'deconstructed',
	'reconstructed',
	'exaggerated',
	'downplayed',
	'zigzagged',
	'parodied',
	'discussed',
	'invoked',
	'lampshaded',
	'played-with',
] as const
export const outcomes = ['works', 'partly', 'fails', 'worsens', 'unresolved'] as const
export const stances = ['asserts', 'contradicts', 'mixed', 'open'] as const
export const verdicts = ['accurate', 'simplified', 'exaggerated', 'inaccurate', 'harmful'] as const
export const dimensions = [
	'setting',
	'practitioner',
	'method',
	'mechanism',
	'onset',
	'symptoms',
	'course',
	'outcome',
	'risk',
	'consent-and-ethics',
	'law',
	'help-seeking',
	'stigma',
] as const
export const contentNotes = [
	'sexual-violence',
	'sexual-content',
	'child-abuse',
	'abuse',
	'suicide',
	'self-harm',
	'violence',
	'medical-procedure',
	'substance-use',
	'eating-disorder',
	'death',
	'discrimination',
] as const
export const sides = ['fiction', 'reality', 'own'] as const
export const creatorRoles = [
	'author',
	'director',
	'writer',
	'creator',
	'artist',
	'developer',
	'publisher',
	'showrunner',
	'composer',
	'host',
] as const
/** Why an annotation was made, in W3C's words. */
export const motivations = ['highlighting', 'commenting', 'questioning', 'linking'] as const
/** What a link's first passage does with its second. */
export const relations = ['contradicts', 'exaggerates', 'simplifies', 'supports', 'omits', 'asks'] as const
/** Colours of marks; what each means, a reader may name. */
export const highlightColours = ['yellow', 'green', 'blue', 'pink', 'violet'] as const
/** What a notebook is narrowed by, and grouped by. */
export const noteFacetKeys = ['state', 'kind', 'colour', 'tag', 'document'] as const
export const groupings = ['date', 'document', 'comparison', 'tag', 'colour', 'relation'] as const
/** What reference managers read. */
export const referenceFormats = ['bib', 'ris', 'csl-json'] as const
/** What a room is asked: which of two, which verdict, which of several, a word of one's own. */
export const pollTypes = ['myth-or-fact', 'verdict', 'choice', 'word'] as const
/** The steps that a slide may have, in their order; every slide begins with `open`. */
export const slideSteps = ['open', 'vote', 'discuss', 'revote', 'reveal', 'evidence', 'discussion'] as const
export const slideThemes = ['light', 'dark'] as const
/** What a presentation is exported as: its slides or a handout with notes as PDF, slides whose text stays text as PPTX. */
export const presentationFormats = ['slides', 'handout', 'pptx'] as const
/** Formats and layouts of exports, and the styles that they are cited in. */
export const exportFormats = ['md', 'md-obsidian', 'html', 'docx', 'pdf', 'csv', 'jsonld', ...referenceFormats] as const
export const exportLayouts = ['notes', 'paired', 'text', 'depictions'] as const
export const citationStyles = ['apa', 'mla', 'chicago', 'chicago-notes', 'harvard'] as const
