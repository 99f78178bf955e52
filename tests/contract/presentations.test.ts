/** Presentations over every transport: made, changed, copied, deleted, brought back; their pictures. */
import { randomBytes } from 'node:crypto'
import { unzipSync } from 'fflate'
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

	it('are exported in steps, with their pictures; asked where, and cancelled', async () => {
		const { presentations } = program().client
		const content = png(200, 100).toString('base64')
		const { id: image } = await presentations.addImage({ mediaType: 'image/png', content })
		const slides = [...slidesOfAllTypes(), textSlide('picture', { text: `![A plot](image:${image})` })]
		const { id } = await presentations.create({ ...draft, slides })
		const shares: number[] = []
		let file: Record<string, Uint8Array> = {}
		for await (const step of await presentations.export({ id, format: 'pptx' })) {
			if (step.type === 'progress') shares.push(step.share)
			else {
				expect(step.name).toBe('In the classroom.pptx')
				file = unzipSync(Buffer.from(step.content, 'base64'))
			}
		}
		expect(shares).toEqual([...shares].sort((one, other) => one - other))
		expect(Object.keys(file).filter((path) => path.startsWith('ppt/slides/slide'))).toHaveLength(11)
		expect(Buffer.from(file['ppt/media/image-11-1.png'] ?? []).toString('base64')).toBe(content)
		const asked = []
		for await (const step of await presentations.save({ id, format: 'pptx' })) asked.push(step)
		// The host of these tests saves nothing but tables.
		expect(asked).toEqual([{ type: 'declined' }])
		const stop = new AbortController()
		const seen: string[] = []
		const cancelled = (async () => {
			for await (const step of await presentations.export({ id, format: 'pptx' }, { signal: stop.signal })) {
				seen.push(step.type)
				stop.abort()
			}
		})()
		await expect(cancelled).rejects.toThrow()
		expect(seen).not.toContain('done')
		await presentations.remove({ id })
		const gone = presentations.export({ id, format: 'pptx' }).then((steps) => steps.next())
		await expect(gone).rejects.toMatchObject({ code: 'NOT_FOUND', defined: true })
	})
})

describe('presentations (library in a worker)', () => {
	const [transport] = wholeTransports
	if (!transport) throw new Error('no transport')
	const program = useProgram(transport, true)

	it('are exported with more pictures than a window may send at once', async () => {
		const { presentations } = program().client
		const ids: string[] = []
		for (const red of [1, 2, 3]) {
			// Random pixels do not get smaller.
			const content = noisy(red).toString('base64')
			ids.push((await presentations.addImage({ mediaType: 'image/png', content })).id)
		}
		const slides = ids.map((image) => textSlide(`picture-${image.slice(0, 8)}`, { text: `![](image:${image})` }))
		const { id } = await presentations.create({ ...draft, slides })
		let bytes = 0
		for await (const step of await presentations.export({ id, format: 'pptx' }))
			if (step.type === 'done') bytes = step.content.length
		expect(bytes).toBeGreaterThan(1_500_000)
		await presentations.remove({ id })
	})
})

/** A picture of half a million bytes: what is after its end is of no matter. */
const noisy = (seed: number) => Buffer.concat([png(seed, 1), randomBytes(500_000)])
