/** Annotations of a test: on texts made up for it, in a workspace of its own; and random ones. */
import fc from 'fast-check'
import { onTestFinished } from 'vitest'
import { Annotations } from '#backend/annotations/annotations.ts'
import { openAnnotationWork } from '#backend/annotations/work/open.ts'
import type { AnnotationDraft } from '#contract/annotations.ts'
import type { AnnotationWorkClient, Client, WorkerClient } from '#contract/index.ts'
import { highlightColours, motivations, relations } from '#contract/tokens.ts'
import { exportedText, importFile } from '#contract/upload.ts'
import { libraryOf, type TextsBySource } from './texts.ts'
import { type OpenWorkspace, openWorkspace } from './workspaces.ts'

/** @returns annotations of a workspace, over these texts: as a program that starts anew finds them. */
export const annotationsOn = (workspace: OpenWorkspace, texts: TextsBySource) =>
	annotationsOver(workspace, libraryOf(texts))

/** The same over as much of a library as a test has. */
export function annotationsOver(workspace: OpenWorkspace, library: WorkerClient['library']) {
	const { dataDir, gate, annotations: store } = workspace
	const work = openAnnotationWork({ dataDir, library, gate, report: (error) => console.error(error) })
	onTestFinished(() => work.close())
	return new WithFiles(work.client, { store, library, work: work.client, gate })
}

/** Annotations, and whole files of them in one go. */
class WithFiles extends Annotations {
	readonly #work: AnnotationWorkClient

	constructor(work: AnnotationWorkClient, around: ConstructorParameters<typeof Annotations>[0]) {
		super(around)
		this.#work = work
	}
	import = (
		text: string,
		dryRun = false,
		{ signal, told = () => {} }: { signal?: AbortSignal; told?: (share: number) => void } = {},
	) => importFile({ annotations: this.#work } as unknown as Client, text, { dryRun, told }, signal ? { signal } : {})
	export = async (ids?: string[]) => exportedText(await this.#work.export(ids ? { ids } : {}))
	takeBack = (token: number | undefined, again = false) => this.#work.takeBack({ token: token ?? 0, again })
}

/** @returns annotations in a fresh workspace. */
export const freshAnnotations = async (texts: TextsBySource = {}) => annotationsOn(await openWorkspace(), texts)

/** @returns a passage of a text, the first one that reads so. */
export function passage(source: string, text: string, exact: string) {
	const start = text.indexOf(exact)
	if (start < 0) throw new Error(`“${exact}” is not in the text`)
	const end = start + exact.length
	const selector = {
		exact,
		prefix: text.slice(Math.max(0, start - 20), start),
		suffix: text.slice(end, end + 20),
		start,
		end,
	}
	return { source, selector }
}

export const draft = (some: Partial<AnnotationDraft> = {}): AnnotationDraft => ({
	motivation: 'commenting',
	colour: 'green',
	comment: 'So they say.',
	tags: [],
	targets: [],
	...some,
})

const selector = fc
	.record({
		exact: fc.string({ unit: 'binary', minLength: 1, maxLength: 50 }),
		prefix: fc.string({ unit: 'binary', maxLength: 20 }),
		suffix: fc.string({ unit: 'binary', maxLength: 20 }),
		start: fc.nat(10_000),
	})
	.map((parts) => ({ ...parts, end: parts.start + parts.exact.length }))
const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/)
const source = fc
	.tuple(fc.constantFrom('read/*', 'compare/*', 'compare/*/*'), id, id)
	.map(([form, one, other]) => form.replace('*', one).replace('*', other))

/** Any draft that the contract lets through. */
export const anyDraft: fc.Arbitrary<AnnotationDraft> = fc
	.record({
		motivation: fc.constantFrom(...motivations),
		colour: fc.constantFrom(...highlightColours),
		relation: fc.option(fc.constantFrom(...relations), { nil: undefined }),
		comment: fc.string({ unit: 'binary' }),
		tags: fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), { maxLength: 5 }),
		targets: fc.array(fc.record({ source, selector }, { requiredKeys: ['source'] }), { maxLength: 2 }),
	})
	.map(({ relation, ...rest }) => (relation ? { ...rest, relation } : rest))

/** JSON that some other program might put anywhere. */
export const foreign = fc.dictionary(
	fc.stringMatching(/^ex:[a-z]{1,6}$/),
	fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>,
	{ maxKeys: 3 },
)

const iri = fc.stringMatching(/^https:\/\/example\.org\/[a-z0-9/#-]{1,12}$/)
const text = fc.record({
	type: fc.constant('TextualBody'),
	value: fc.string({ unit: 'binary' }),
	format: fc.constantFrom('text/html', 'text/plain', 'text/markdown'),
	purpose: fc.constantFrom('tagging', 'commenting', 'describing'),
})
const withForeign = (part: fc.Arbitrary<object>) =>
	fc.tuple(part, foreign).map(([one, other]) => ({ ...one, ...other }))
const elsewhere = withForeign(
	fc.record({
		source: iri,
		selector: fc.oneof(
			fc.record({ type: fc.constant('CssSelector'), value: fc.string() }),
			fc.record({ type: fc.constant('TextQuoteSelector'), exact: fc.string() }),
			fc.record({ type: fc.constant('TextPositionSelector'), start: fc.constant(3), end: fc.nat().map((n) => n + 3) }),
		),
	}),
)
const time = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((date) => date.toISOString())

/** W3C annotations as other programs make them, each with an id of its own. */
export const w3cAnnotations = fc
	.array(
		withForeign(
			fc.record(
				{
					type: fc.constantFrom('Annotation', ['Annotation', 'ex:Kind']),
					motivation: fc.constantFrom('assessing', 'commenting', ['linking', 'ex:why']),
					created: time,
					modified: time,
					creator: fc.oneof(iri, fc.constant({ type: 'Person', name: 'A reader' })),
					body: fc.oneof(iri, withForeign(text), fc.array(fc.oneof(iri, withForeign(text)), { maxLength: 4 })),
					target: fc.oneof(iri, elsewhere, fc.array(fc.oneof(iri, elsewhere), { minLength: 1, maxLength: 3 })),
				},
				{ requiredKeys: ['type', 'target'] },
			),
		),
		{ maxLength: 6 },
	)
	.map((items) => items.map((item, index) => ({ id: `urn:example:${index}`, ...item })))
