/** Slides made from the comparisons that ship: what they say, what they carry, and what the library says anew. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { Library } from '#backend/library/library.ts'
import { readPackFiles } from '#backend/packs/files.ts'
import { type PointSlide, Slide } from '#contract/classroom/presentations.ts'
import type { ComparisonView } from '#contract/library.ts'
import { makeSlides, ownSlide } from '#domain/classroom/making.ts'
import { pointSlide } from '#domain/classroom/point-slide.ts'
import { slidesChanged } from '#domain/classroom/renewal.ts'
import { contentNotesOf } from '#domain/classroom/steps.ts'
import { plainText } from '#domain/documents/inlines.ts'
import { compiledOf } from '../../support/compiled.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const packs = join(import.meta.dirname, '../../../../resources/packs')
let views: ComparisonView[]
/** The comparison on intimate psychotherapy. */
let view: ComparisonView

beforeAll(async () => {
	const library = new Library()
	for (const entry of readdirSync(packs, { withFileTypes: true }))
		if (entry.isDirectory()) library.add(compiledOf(await readPackFiles(join(packs, entry.name))).compiled)
	views = library.comparisons().map(({ id }) => library.comparisonView(id))
	view = library.comparisonView('intimate-psychotherapy-and-sex-therapy')
})

const pointsOf = (slides: readonly Slide[]) => slides.filter((slide): slide is PointSlide => slide.type === 'point')
const copy = <T>(value: T): T => structuredClone(value)
function first<T>(list: readonly T[]): T {
	if (list[0] === undefined) throw new Error('nothing there')
	return list[0]
}

describe('slides from a comparison', () => {
	it('are a title, a slide for each point, and the references', () => {
		const slides = makeSlides(view)
		expect(slides.map(({ type }) => type)).toEqual([
			'title',
			...view.comparison.points.map(() => 'point'),
			'references',
		])
		expect(slides[0]).toMatchObject({
			heading: 'Intimate psychotherapy',
			text: view.comparison.summary,
			notes: expect.stringContaining('sexual violence'),
			contentNotes: [],
		})
		const point = first(pointsOf(slides))
		expect(point).toMatchObject({
			id: 'point-in-bed',
			source: { comparison: view.comparison.id, point: 'in-bed' },
			dimension: 'setting',
			claim: 'The treatment takes place in bed, and whoever helps takes part in it.',
			verdict: 'inaccurate',
			poll: { type: 'verdict', options: [], answer: 'inaccurate' },
			steps: ['vote', 'discuss', 'revote', 'reveal', 'evidence', 'discussion'],
			contentNotes: ['sexual-content', 'sexual-violence'],
		})
		expect(point.poll.question).not.toContain(point.claim)
		expect(point.notes).toContain('- This can be read in the method itself.\n- The exercises of sensate focus')
		expect(point.notes).toContain('*Sources:* Weiner & Avery-Clark, 2014; ')
	})

	it('show up to three depictions that assert the claim, with what the comparison notes of them', () => {
		const point = first(pointsOf(makeSlides(view)))
		expect(point.depictions.map(({ id, stance }) => [id, stance])).toEqual([
			// It carries nothing that the point does not carry itself.
			['strike-back-prescription', 'asserts'],
			['baby-boy-quarrel', 'asserts'],
		])
		expect(point.depictions[1]).toMatchObject({
			work: 'Baby Boy (2001)',
			text: 'Quarrels between these two tend to end in bed, and for the moment that counts as making up.',
		})
		for (const each of views.flatMap((one) => pointsOf(makeSlides(one))))
			expect(each.depictions.length).toBeLessThanOrEqual(3)
	})

	it('take the chosen points, depictions and steps in the chosen order', () => {
		const slides = makeSlides(view, {
			points: ['nothing-said', 'in-bed', 'nothing-said', 'unknown'],
			depictions: { 'in-bed': ['imzadi-lesson', 'antichrist-grief', 'unknown'] },
			steps: ['reveal'],
			pairs: false,
		})
		const points = pointsOf(slides)
		expect(points.map(({ source }) => source.point)).toEqual(['nothing-said', 'in-bed'])
		expect(points[1]?.depictions.map(({ id, stance }) => [id, stance])).toEqual([
			['imzadi-lesson', 'contradicts'],
			['antichrist-grief', 'mixed'],
		])
		for (const { steps, fiction, reality } of points)
			expect([steps, fiction, reality]).toEqual([['reveal'], null, null])
		expect(makeSlides(view, { points: [] }).map(({ type }) => type)).toEqual(['title'])
	})

	it('open the pair of passages amid their neighbours in the section', () => {
		for (const one of views) {
			for (const slide of pointsOf(makeSlides(one))) {
				for (const passage of [slide.fiction, slide.reality]) {
					if (!passage) continue
					const { blocks } = first(one.documents.filter(({ id }) => id === passage.document))
					const at = blocks.findIndex(({ id }) => id === passage.block)
					const shown = passage.blocks.map(({ id }) => blocks.findIndex((block) => block.id === id))
					expect(shown).toContain(at)
					expect(shown.length).toBeLessThanOrEqual(3)
					const section = (index: number) =>
						blocks[index]?.type === 'heading' ? blocks[index].id : blocks[index]?.section
					expect(new Set(shown.map(section))).toEqual(new Set([section(at)]))
				}
			}
		}
		expect(views.flatMap((one) => pointsOf(makeSlides(one))).filter(({ fiction }) => fiction).length).toBeGreaterThan(
			10,
		)
	})

	it('list each reference once, in the order of a list of references', () => {
		const last = makeSlides(view).at(-1)
		if (last?.type !== 'references') throw new Error('no references')
		const cited = new Set(view.comparison.points.flatMap(({ references }) => references))
		expect(new Set(last.references.map(({ id }) => id))).toEqual(cited)
		expect(last.references.length).toBe(cited.size)
		const words = last.references.map(({ entry }) => entry.map(({ text }) => text).join(''))
		expect(words).toEqual([...words].sort((one, other) => one.localeCompare(other, 'en')))
	})

	it('whatever is chosen, fit the contract and never hold a text without the content notes that it has in the library', () => {
		const choice = fc.nat().chain((number) => {
			const one = views[number % views.length] ?? view
			const { points } = one.comparison
			return fc.record({
				one: fc.constant(one),
				points: fc.shuffledSubarray(points.map(({ id }) => id)),
				depictions: fc.record(
					Object.fromEntries(
						points.map(({ id, stances }) => [id, fc.shuffledSubarray(stances.map(({ depiction }) => depiction))]),
					),
					{ requiredKeys: [] },
				),
				pairs: fc.boolean(),
			})
		})
		fc.assert(
			fc.property(choice, ({ one, ...chosen }) => {
				const slides = makeSlides(one, chosen as Parameters<typeof makeSlides>[1])
				expect(new Set(slides.map(({ id }) => id)).size).toBe(slides.length)
				for (const slide of slides) {
					expect(Slide.safeParse(slide).error).toBeUndefined()
					if (slide.type === 'point') expect(contentNotesOf(slide)).toEqual(expect.arrayContaining(carried(slide, one)))
				}
			}),
			{ numRuns: 60 },
		)
	})

	it('have ids that stay, however long the points are called', () => {
		const long = (end: string) => ({ ...first(view.comparison.points), id: `${'very-'.repeat(20)}${end}` })
		const choice = { steps: [], pairs: true }
		const [one, other] = [pointSlide(view, long('long'), choice), pointSlide(view, long('much'), choice)]
		expect(one.id).not.toBe(other.id)
		for (const { id } of [one, other]) expect(id).toMatch(/^point-very-[a-z0-9-]{1,49}$/)
		expect(pointSlide(view, long('long'), choice).id).toBe(one.id)
	})
})

/** Every note of what stands on a slide, found by its words in the library. */
function carried(slide: PointSlide, { comparison, documents }: ComparisonView): string[] {
	const texts = [slide.explanation, ...slide.depictions.map(({ text }) => text)].concat(
		...[slide.fiction, slide.reality].map((passage) => passage?.blocks.map(({ text }) => text) ?? []),
	)
	const stands = (text: string) => texts.some((each) => each !== '' && text.includes(each))
	return [
		...comparison.points.filter((point) => stands(point.explanation)).flatMap(({ contentNotes }) => contentNotes),
		...documents.flatMap(({ blocks }) =>
			blocks.filter(({ inlines }) => stands(plainText(inlines))).flatMap(({ contentNotes }) => contentNotes),
		),
		...documents.flatMap(({ depictions }) =>
			depictions
				.filter(({ id }) => slide.depictions.some((each) => each.id === id))
				.flatMap(({ contentNotes }) => contentNotes),
		),
	]
}

it('an own slide fits the contract and is empty', () => {
	for (const type of ['title', 'text', 'question', 'poll'] as const) {
		const slide = ownSlide(type, 'own')
		expect(slide).toMatchObject({ id: 'own', type, notes: '', contentNotes: [] })
		expect(Slide.safeParse(slide).error).toBeUndefined()
	}
})

describe('slides that the library has changed', () => {
	/** The view as it crosses the line, with its first point changed. */
	function withPoint(change: (point: ComparisonView['comparison']['points'][number]) => void): ComparisonView {
		const other = copy(view)
		change(first(other.comparison.points))
		return other
	}

	it('are none where it says the same, whatever the presenter has worded anew', () => {
		const slides = makeSlides(view).map((slide) => Slide.parse(JSON.parse(JSON.stringify(slide))))
		expect(slidesChanged(slides, copy(view)).size).toBe(0)
		const own = slides.map((slide) => (slide.type === 'point' ? { ...slide, claim: 'Mine', depictions: [] } : slide))
		expect(slidesChanged(own, view).size).toBe(0)
		expect(slidesChanged(makeSlides(view, { pairs: false }), view).size).toBe(0)
	})

	it('are brought up to date, but for what is the presenter’s own', () => {
		const slide = first(pointsOf(makeSlides(view)))
		const own: PointSlide = { ...slide, claim: 'My claim', notes: 'My notes', steps: ['reveal'], minutes: 5 }
		const now = withPoint((point) => {
			Object.assign(point, { claim: 'Other claim', finding: 'Other finding', verdict: 'harmful' })
			Object.assign(point, { contentNotes: [...point.contentNotes, 'death'] })
			for (const each of point.stances) if (each.depiction === 'baby-boy-quarrel') each.note = 'Other note'
		})
		const renewed = slidesChanged([own], now).get(slide.id)
		expect(renewed).toMatchObject({
			...{ claim: 'My claim', notes: 'My notes', steps: ['reveal'], minutes: 5 },
			...{ finding: 'Other finding', verdict: 'harmful', poll: { answer: 'harmful' } },
			depictions: [slide.depictions[0], { text: 'Other note' }],
			contentNotes: ['sexual-content', 'sexual-violence', 'death'],
			explanation: slide.explanation,
		})
		expect(renewed && slidesChanged([renewed], now).size).toBe(0)
	})

	it('get content notes that are new in the library, even on what was worded anew', () => {
		const slide = first(pointsOf(makeSlides(view)))
		const own: PointSlide = {
			...slide,
			contentNotes: ['violence'],
			depictions: slide.depictions.map((depiction) => ({ ...depiction, text: 'Mine' })),
		}
		const now = withPoint((point) => point.contentNotes.push('suicide'))
		for (const document of now.documents)
			for (const depiction of document.depictions)
				if (depiction.id === slide.depictions[0]?.id) depiction.contentNotes.push('self-harm')
		const renewed = slidesChanged([own], now).get(slide.id)
		expect(renewed?.contentNotes).toEqual(['violence', 'sexual-content', 'sexual-violence', 'suicide'])
		expect(renewed?.depictions[0]).toMatchObject({ text: 'Mine', contentNotes: expect.arrayContaining(['self-harm']) })
	})

	it('are only those of this comparison, and of points that are still there', () => {
		const slides = makeSlides(view)
		const other = withPoint((point) => Object.assign(point, { claim: 'Other' }))
		expect([...slidesChanged(slides, other).keys()]).toEqual(['point-in-bed'])
		other.comparison.id = 'another'
		expect(slidesChanged(slides, other).size).toBe(0)
		const gone = copy(view)
		gone.comparison.points.shift()
		expect(slidesChanged(slides, gone).size).toBe(0)
	})
})
