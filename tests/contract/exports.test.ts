/** Exports over every transport: looked at, made, saved where the reader says, with what references lack filled in. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ExportStep, SaveStep } from '#contract/exports.ts'
import { useProgram } from './support/program.ts'
import { wholeTransports } from './support/transports.ts'

const thought = { motivation: 'commenting', colour: 'yellow', comment: 'A thought' } as const

describe.each(wholeTransports)('exports ($name)', (transport) => {
	const program = useProgram(transport)

	it('exports notes: says how many and what their references lack, then makes the file in steps', async () => {
		const { annotations, exports } = program().client
		const request = { scope: {}, format: 'csv', layout: 'notes', style: 'apa' } as const
		expect(await exports.check(request)).toEqual({ notes: 0, lacks: [] })
		const run = async (other = {}) => {
			const steps: ExportStep[] = []
			for await (const step of await exports.run({ ...request, ...other })) steps.push(step)
			return steps
		}
		await expect(run()).rejects.toMatchObject({ code: 'NOT_FOUND' })
		const { id } = await annotations.create({ ...thought, tags: [], targets: [] })
		const last = (await run()).at(-1)
		expect(last).toMatchObject({ type: 'done', mediaType: 'text/csv' })
		expect(last?.type === 'done' && Buffer.from(last.content, 'base64').toString()).toContain('A thought')
		const linked = (await run({ format: 'jsonld' })).at(-1)
		expect(linked).toMatchObject({ type: 'done', name: 'Notes from Parallax.jsonld', mediaType: 'application/ld+json' })
		expect(linked?.type === 'done' && JSON.parse(Buffer.from(linked.content, 'base64').toString())).toMatchObject({
			items: [{ id, type: 'Annotation' }],
		})
		expect(await exports.preview({ ...request, format: 'jsonld' })).toMatchObject({
			shown: { type: 'text', text: expect.stringContaining(id) },
			whole: true,
		})
		expect(await exports.preview(request)).toMatchObject({
			shown: { type: 'table', rows: [{ length: 14 }] },
			whole: true,
		})
		const { shown } = await exports.preview({ ...request, format: 'docx' })
		expect(shown.type === 'page' && shown.html).toMatch(/^<!doctype html>.*A thought/s)
		await annotations.remove({ ids: [id] })
		await expect(run({ format: 'jsonld' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
	})

	it('saves an export where the reader says, and shows it there', async () => {
		const { client, folder, acts } = program()
		const { annotations, exports } = client
		const { id } = await annotations.create({ ...thought, tags: [], targets: [] })
		const save = async (format: 'csv' | 'md') => {
			const steps: SaveStep[] = []
			const request = { scope: {}, format, layout: 'notes', style: 'apa' } as const
			for await (const step of await exports.save(request)) steps.push(step)
			return steps.at(-1)
		}
		const saved = await save('csv')
		const file = `${folder}/Notes from Parallax.csv`
		expect(saved).toMatchObject({ type: 'saved', name: 'Notes from Parallax.csv', bytes: readFileSync(file).length })
		await exports.show({ file: saved?.type === 'saved' ? saved.file : -1 })
		expect(acts).toEqual([`show ${file}`])
		await expect(exports.show({ file: 7 })).rejects.toMatchObject({ code: 'UNAVAILABLE' })
		expect(await save('md')).toEqual({ type: 'declined' })
		await annotations.remove({ ids: [id] })
	})

	it('keeps what a reference lacks for every export, until it is taken back', async () => {
		const { annotations, exports, library } = program().client
		const { text: whole } = await library.text({ source: 'read/one-night-cure' })
		const start = whole.indexOf('The captain sleeps')
		const selector = { exact: 'The captain sleeps', prefix: '', suffix: ' through', start, end: start + 18 }
		const { id } = await annotations.create({
			...thought,
			tags: [],
			targets: [{ source: 'read/one-night-cure', selector }],
		})
		const request = { scope: {}, format: 'md', layout: 'notes', style: 'apa' } as const
		const text = async () => {
			const { shown } = await exports.preview(request)
			return shown.type === 'text' ? shown.text : ''
		}
		const [lack] = (await exports.check(request)).lacks
		if (!lack) throw new Error('the fixture lacks nothing: choose another passage')
		expect(lack.value).toBe('')
		const { item, field } = lack
		expect(await exports.fillIn({ item, field, value: 'Somebody Known' })).toEqual({ value: '' })
		expect((await exports.check(request)).lacks).toContainEqual({ ...lack, value: 'Somebody Known' })
		expect(await text()).toContain('Known')
		expect(await exports.fillIn({ item, field, value: '' })).toEqual({ value: 'Somebody Known' })
		expect(await text()).not.toContain('Known')
		await annotations.remove({ ids: [id] })
	})
})
