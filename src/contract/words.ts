/** The closed lists of DESIGN.md ("Words", "Content"): tokens in files, JSON and the contract. */
import { z } from './jitless.ts'

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

export const Medium = z.enum(mediums)
export const Treatment = z.enum(treatments)
export const Outcome = z.enum(outcomes)
export const Stance = z.enum(stances)
export const Verdict = z.enum(verdicts)
export const Dimension = z.enum(dimensions)
export const ContentNote = z.enum(contentNotes)
export const Side = z.enum(sides)
export const CreatorRole = z.enum(creatorRoles)

export type Medium = z.infer<typeof Medium>
export type Treatment = z.infer<typeof Treatment>
export type Outcome = z.infer<typeof Outcome>
export type Stance = z.infer<typeof Stance>
export type Verdict = z.infer<typeof Verdict>
export type Dimension = z.infer<typeof Dimension>
export type ContentNote = z.infer<typeof ContentNote>
export type Side = z.infer<typeof Side>
export type CreatorRole = z.infer<typeof CreatorRole>
