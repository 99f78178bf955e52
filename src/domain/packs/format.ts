/** The pack format as schemas: what each file of a pack may hold (resources/packs/README.md says it in words). */
import { z } from '#contract/jitless.ts'
import { Creator, Topic } from '#contract/library.ts'
import { Id, Line } from '#contract/text.ts'
import { ContentNote, Dimension, Medium, Stance, Verdict } from '#contract/words.ts'

const Paragraph = z.string().trim().min(1).max(5000)
const Ids = z.array(Id)
const Year = z.int().min(-3000).max(2200)

export const PackFile = z.strictObject({
	id: Id,
	title: Line.min(1),
	version: z
		.string()
		.max(40)
		.regex(/^\d+\.\d+\.\d+$/, 'a version reads like 1.0.0'),
	language: z
		.string()
		.max(20)
		.regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'a language reads like en or en-GB'),
	licence: z.string().min(1).max(60).describe('An SPDX id, such as CC-BY-4.0.'),
	description: Paragraph.describe('One or two sentences.'),
	authors: z.array(z.strictObject({ name: Line })).min(1),
	sources: z.array(
		z.strictObject({
			title: Line,
			author: Line.optional(),
			url: z
				.url({ protocol: /^https?$/, error: 'a web address begins with https:// or http://' })
				.max(2000)
				.optional(),
			note: Paragraph.optional(),
		}),
	),
})

export const TopicsFile = z.array(Topic)

/** Whether each is a title of the work, or of its episode or album, with other capitals. */
const areTitles = ({
	title,
	series,
	sentenceCase = [],
}: {
	title: string
	series?: string | undefined
	sentenceCase?: string[] | undefined
}) => sentenceCase.every((form) => `${title}\n${series}`.toLowerCase().includes(form.toLowerCase()))

export const WorksFile = z.array(
	z
		.strictObject({
			id: Id,
			title: Line.min(1),
			originalTitle: Line.optional(),
			sentenceCase: z
				.array(Line)
				.optional()
				.describe('Its title, its episode’s, its album’s, where APA and Harvard print other capitals: Six feet under.'),
			creators: z.array(Creator),
			year: Year.nullable().describe('Of first publication; null when it could not be verified.'),
			endYear: Year.optional().describe('For series that ran on.'),
			medium: Medium,
			series: Line.optional(),
			unverified: z.literal(true).optional().describe('Known from the source text alone.'),
			note: Paragraph.optional(),
		})
		.refine(areTitles, {
			path: ['sentenceCase'],
			message: 'each must be the title, or one that stands in series, with other capitals',
		}),
)

const frontMatter = {
	id: Id,
	title: Line.min(1),
	summary: Paragraph.describe('One or two sentences.'),
	topics: Ids.describe('Ids of topics.yaml.'),
	contentNotes: z.array(ContentNote).describe('What the document as a whole is about; may be empty.'),
}
export const ArticleFrontMatter = z.strictObject(frontMatter)
export const TropeFrontMatter = z.strictObject({
	...frontMatter,
	aliases: z.array(Line).default([]).describe('Other names of the trope.'),
	related: z.array(z.strictObject({ title: Line, id: Id.optional(), note: Paragraph })).default([]),
})

/** `document#heading` or `document#depiction`. */
export const PassageAddress = z
	.string()
	.regex(/^[a-z0-9-]+#[a-z0-9-]+$/, 'a passage reads like document#heading or document#depiction')
	.describe('document#heading or document#depiction')

export const ComparisonFile = z.strictObject({
	id: Id,
	title: Line.min(1),
	summary: Paragraph,
	tropes: Ids.min(1).describe('Ids of documents in tropes/.'),
	articles: Ids.min(1).describe('Ids of documents in articles/.'),
	topics: Ids,
	contentNotes: z.array(ContentNote),
	points: z
		.array(
			z.strictObject({
				id: Id,
				dimension: Dimension,
				claim: Paragraph.describe('What fiction says, in one sentence.'),
				finding: Paragraph.describe('What evidence supports, in one sentence.'),
				explanation: Paragraph.describe('How the finding is known and what its limits are.'),
				references: Ids.describe('Ids of references.json; at least one.'),
				verdict: Verdict.describe('How the claim fares against the finding.'),
				question: Paragraph.describe('A question worth discussing in class.'),
				contentNotes: z.array(ContentNote).default([]),
				passages: z.strictObject({
					fiction: z.array(PassageAddress).min(1),
					reality: z.array(PassageAddress).min(1),
				}),
				stances: z
					.record(z.string(), z.union([Stance, z.strictObject({ stance: Stance, note: Paragraph.optional() })]))
					.describe('By depiction; one that is not named leaves the point open.'),
			}),
		)
		.min(1),
})
export type ComparisonFile = z.infer<typeof ComparisonFile>

/** The files of a pack by the schema that each one follows; editors get these as JSON Schemas. */
export const fileSchemas = {
	pack: PackFile,
	topics: TopicsFile,
	works: WorksFile,
	article: ArticleFrontMatter,
	trope: TropeFrontMatter,
	comparison: ComparisonFile,
} as const
