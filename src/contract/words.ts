/** Schemas and types of the closed lists: tokens in files, JSON and the contract. */
import { z } from './jitless.ts'
import {
	contentNotes,
	creatorRoles,
	dimensions,
	mediums,
	outcomes,
	sides,
	stances,
	treatments,
	verdicts,
} from './tokens.ts'

export * from './tokens.ts'

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
