/** A CSL-JSON entry as far as a reference list relies on it (docs.citationstyles.org, CSL 1.0.2, appendix IV). */
import { z } from '#contract/jitless.ts'
import { Id } from '#contract/text.ts'

const words = (list: string) => list.trim().split(/\s+/)

const texts = words(
	`abstract annote archive archive_collection archive_location archive-place authority call-number chapter-number citation-key
	citation-number collection-number collection-title container-title container-title-short dimensions division DOI edition event
	event-title event-place genre ISBN ISSN issue jurisdiction keyword language license locator medium number number-of-pages
	number-of-volumes original-publisher original-publisher-place original-title page page-first part part-title PMCID PMID printing
	publisher publisher-place references reviewed-genre reviewed-title scale section source status supplement title-short URL version
	volume volume-title year-suffix shortTitle journalAbbreviation`,
)
const dates = words('accessed available-date event-date issued original-date submitted')
const names = words(
	`author chair collection-editor compiler composer container-author contributor curator director editor editorial-director
	editor-translator executive-producer guest host illustrator interviewer narrator organizer original-author performer producer
	recipient reviewed-author script-writer series-creator translator`,
)

const Part = z.string().trim().min(1).max(500)
const Name = z
	.strictObject({
		family: Part,
		given: Part,
		literal: Part,
		suffix: Part,
		'dropping-particle': Part,
		'non-dropping-particle': Part,
		'comma-suffix': z.union([z.boolean(), z.string(), z.number()]),
		'static-ordering': z.union([z.boolean(), z.string(), z.number()]),
		'parse-names': z.union([z.boolean(), z.string(), z.number()]),
	})
	.partial()
	.refine((name) => name.family || name.literal, 'a name needs family or literal')
const DatePart = z.union([z.int(), z.string().regex(/^-?\d+$/, 'a year, month or day is a number')])
const CslDate = z
	.strictObject({
		'date-parts': z.array(z.array(DatePart).min(1).max(3)).min(1).max(2),
		raw: Part,
		literal: Part,
		season: z.union([z.int(), z.string()]),
		circa: z.union([z.boolean(), z.string(), z.number()]),
	})
	.partial()
	.refine((date) => date['date-parts'] || date.raw || date.literal, 'a date needs date-parts, raw or literal')

const each = <S extends z.ZodType>(keys: readonly string[], schema: S) =>
	Object.fromEntries(keys.map((key) => [key, schema.optional()]))

/** The entry; unknown keys are let through, to be named one by one. */
export const CslEntry = z.looseObject({
	...each(texts, z.union([z.string().max(20_000), z.number()])),
	...each(dates, CslDate),
	...each(names, z.array(Name).min(1)),
	id: Id,
	type: z.string().min(1).max(60),
	title: z.string().trim().min(1).max(1000),
	URL: z
		.string()
		.max(1900)
		.regex(/^https?:\/\//, 'a web address begins with https:// or http://')
		.optional(),
	DOI: z
		.string()
		.max(1900)
		.regex(/^10\.\d+\/\S+$/, 'a DOI begins with 10. and stands without an address before it')
		.optional(),
	categories: z.array(z.string()).optional(),
	custom: z.record(z.string(), z.unknown()).optional(),
})

export const isCslKey = (key: string): boolean => Object.hasOwn(CslEntry.shape, key)
