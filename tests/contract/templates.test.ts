/** Templates of exports over every transport: copied, changed, tried, deleted, brought back. */
import { describe, expect, it } from 'vitest'
import { useProgram } from './support/program.ts'
import { wholeTransports } from './support/transports.ts'

describe.each(wholeTransports)('templates ($name)', (transport) => {
	const program = useProgram(transport)

	it('copies, changes, tries, deletes and brings back templates of exports', async () => {
		const { exports, templates, workspace } = program().client
		const shipped = await templates.list()
		expect(shipped.map(({ id }) => id)).toEqual(['notes', 'paired', 'text', 'depictions'])
		expect(shipped.every((one) => one.shipped && one.text && !one.faults.length)).toBe(true)
		const told = await workspace.changes()
		const first = told.next()
		const made = await templates.create({ basedOn: 'notes' })
		expect((await first).value).toEqual({ what: 'templates', ids: [made.id] })
		await told.return?.()
		expect(made).toMatchObject({
			title: 'Notes in order (copy)',
			text: shipped[0]?.text,
			basedOn: 'notes',
			shipped: false,
		})
		const wrong = await templates.change({ id: made.id, title: 'Mine', text: '# Mine\n\n{{ titel }}' })
		expect(wrong.faults).toEqual([
			{ line: 3, column: 4, sentence: 'There is nothing called “titel” here. Did you mean “title”?' },
		])
		expect(await templates.check({ text: wrong.text })).toEqual(wrong.faults)
		expect((await templates.list()).at(-1)).toEqual(wrong)
		const request = { scope: {}, format: 'md', layout: made.id, style: 'apa' } as const
		const run = async (more: { layout?: string; template?: string } = {}) => {
			let text = ''
			for await (const step of await exports.run({ ...request, ...more }))
				if (step.type === 'done') text = Buffer.from(step.content, 'base64').toString()
			return text
		}
		await expect(run()).rejects.toMatchObject({ code: 'BAD_REQUEST', message: expect.stringContaining('line 3') })
		await templates.change({ id: made.id, text: '# Mine\n\n{{ title }}' })
		expect(await run()).toBe('# Notes from Parallax\n\n## Mine\n\nNotes from Parallax\n')
		expect(await run({ template: 'Only this.' })).toBe('# Notes from Parallax\n\nOnly this.\n')
		await expect(run({ layout: 'nothing' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
		expect(await templates.remove({ id: made.id })).toEqual({ removed: 1 })
		expect(await templates.remove({ id: made.id })).toEqual({ removed: 0 })
		await expect(run()).rejects.toMatchObject({ code: 'NOT_FOUND' })
		await expect(templates.change({ id: made.id, title: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
		expect(await templates.restore({ id: made.id })).toMatchObject({ title: 'Mine' })
		await templates.remove({ id: made.id })
		for (const refused of [templates.change({ id: 'notes', text: '' }), templates.remove({ id: 'notes' })])
			await expect(refused).rejects.toMatchObject({ code: 'CONFLICT' })
		await expect(templates.create({ basedOn: 'nothing' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
	})

	it('shows how a template would look, with made-up notes or the reader’s', async () => {
		const { templates } = program().client
		const preview = { from: 'sample', style: 'apa' } as const
		for (const { text } of await templates.list()) {
			const shown = await templates.preview({ ...preview, text })
			expect(shown.sections.length).toBeGreaterThan(0)
			expect(shown.references.entries.length).toBeGreaterThan(0)
		}
		const footnotes = await templates.preview({
			text: '{{ points[0].sources | cite }}',
			from: 'sample',
			style: 'chicago-notes',
		})
		expect(footnotes.sections[0]?.blocks).toMatchObject([
			{ type: 'paragraph', runs: [{ type: 'footnote', number: 1 }] },
		])
		const own = await templates.preview({ text: '{{ notes | size }}', from: 'notes', style: 'apa' })
		expect([own.notes, own.sections]).toEqual([
			0,
			[{ blocks: [{ type: 'paragraph', runs: [{ type: 'text', text: '0' }] }] }],
		])
		await expect(templates.preview({ ...preview, text: '{% if %}' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
		const endless = '{% for a in (1..9000) %}{% for b in (1..9000) %}{% assign c = a %}{% endfor %}{% endfor %}'
		await expect(templates.preview({ ...preview, text: endless })).rejects.toMatchObject({
			message: expect.stringContaining('does not come to an end'),
		})
		// The program answers on.
		expect(await templates.check({ text: 'x' })).toEqual([])
	})
})
