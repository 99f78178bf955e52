/** Presentations over every transport: made, changed, copied, deleted, brought back; their pictures. */
import { describe, expect, it } from 'vitest'
import { makeSlides } from '#domain/classroom/making.ts'
import { png } from '../unit/support/pictures.ts'
import { slidesOfAllTypes, textSlide } from '../unit/support/slides.ts'
import { useProgram } from './support/program.ts'
import { wholeTransports } from './support/transports.ts'

const draft = { title: 'In the classroom', comparison: null, theme: 'light' } as const

describe.each(wholeTransports)('presentations ($name)', (transport) => {
	const program = useProgram(transport)

	it('are made from a comparison, shown, listed, and the windows hear of it', async () => {
		const { library, presentations, workspace } = program().client
		const view = await library.comparison({ id: 'one-night' })
		const told = await workspace.changes()
		const first = told.next()
		const slides = makeSlides(view)
		const made = await presentations.create({ ...draft, comparison: 'one-night', slides })
		expect((await first).value).toEqual({ what: 'presentations', ids: [made.id] })
		await told.return?.()
		expect(made).toMatchObject({ ...draft, comparison: 'one-night', slides })
		expect(await presentations.show({ id: made.id })).toEqual(made)
		const { slides: _, ...entry } = made
		expect(await presentations.list()).toEqual([{ ...entry, slides: 3, contentNotes: ['death'] }])
		await presentations.remove({ id: made.id })
	})

	it('are changed by those who know the latest; nothing is lost', async () => {
		const { presentations } = program().client
		const made = await presentations.create({ ...draft, slides: slidesOfAllTypes() })
		const { id, modified } = made
		const changed = await presentations.change({ id, modified, slides: [textSlide()] })
		expect(changed).toEqual({ ...made, slides: [textSlide()], modified: changed.modified })
		expect(changed.modified).toBeGreaterThan(modified)
		await expect(presentations.change({ id, modified, title: 'Late' })).rejects.toMatchObject({
			code: 'CONFLICT',
			defined: true,
		})
		const twice = presentations.change({ id, modified: changed.modified, slides: [textSlide(), textSlide()] })
		await expect(twice).rejects.toMatchObject({ code: 'BAD_REQUEST' })
		expect(await presentations.show({ id })).toEqual(changed)
		await presentations.remove({ id })
	})

	it('are copied, deleted and brought back', async () => {
		const { presentations } = program().client
		const { id } = await presentations.create({ ...draft, slides: slidesOfAllTypes() })
		const copy = await presentations.duplicate({ id })
		expect(copy).toMatchObject({ ...draft, title: 'In the classroom (copy)', slides: slidesOfAllTypes() })
		await presentations.remove({ id })
		expect((await presentations.list()).map((each) => each.id)).toEqual([copy.id])
		const missing = { code: 'NOT_FOUND', defined: true }
		for (const call of [presentations.show({ id }), presentations.duplicate({ id }), presentations.remove({ id })])
			await expect(call).rejects.toMatchObject(missing)
		expect((await presentations.restore({ id })).id).toBe(id)
		for (const each of [id, copy.id]) await presentations.remove({ id: each })
	})

	it('keep pictures, and refuse what is none with a sentence', async () => {
		const { presentations } = program().client
		const content = png().toString('base64')
		const { id } = await presentations.addImage({ mediaType: 'image/png', content })
		expect(await presentations.image({ id })).toEqual({ mediaType: 'image/png', content })
		const svg = presentations.addImage({ mediaType: 'image/svg+xml', content: btoa('<svg/>') })
		await expect(svg).rejects.toMatchObject({ code: 'BAD_REQUEST', message: 'An SVG is no picture that slides take.' })
		await expect(presentations.image({ id: 'f'.repeat(64) })).rejects.toMatchObject({ code: 'NOT_FOUND' })
	})
})
