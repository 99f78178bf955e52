/** Annotations leave and come in: nothing is lost on the way, nothing half taken. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageOf } from '#domain/annotations/file.ts'
import { draft, freshAnnotations, passage, w3cAnnotations } from '../../support/annotations.ts'

const samples = readFileSync(join(import.meta.dirname, '../../../fixtures/annotations/many-forms.json'), 'utf8')
const text =
	'Keeping regular hours helps most people with lasting insomnia.\nA single good night settles nothing by itself.'
const texts = { 'read/sleep-article': text, 'compare/one-night': '' }

describe('import', () => {
	it('takes every form in, says what it cannot show, and gives all of it back', async () => {
		const annotations = await freshAnnotations(texts)
		const { added, warnings } = await annotations.import(samples, false)
		expect(added).toBe(9)
		expect(warnings).toEqual([
			expect.stringMatching(/^\d+ targets outside Parallax are kept/),
			expect.stringMatching(/^1 selector of another kind is kept/),
			expect.stringMatching(/^\d+ bodies of other kinds are kept/),
		])
		const listed = await annotations.list(['read/sleep-article'])
		expect(listed).toMatchObject([
			{ comment: 'Plain words.', targets: [{ state: 'anchored', selector: { start: 0 } }] },
		])
		const once = await annotations.export()
		const other = await freshAnnotations(texts)
		await other.import(once, false)
		expect(await other.export()).toBe(once)
	})

	it('and export are each other’s undoing', async () => {
		await fc.assert(
			fc.asyncProperty(w3cAnnotations, async (items) => {
				const page = pageOf(items as Record<string, unknown>[])
				const annotations = await freshAnnotations()
				await annotations.import(page, false)
				expect(await annotations.export()).toBe(page)
			}),
			{ numRuns: 15 },
		)
	}, 60_000)

	it('changes nothing when one is wrong, and says where', async () => {
		const annotations = await freshAnnotations(texts)
		const wrong = samples.replace('"created": "2015-10-13T13:00:00Z"', '"created": "yesterday"')
		await expect(annotations.import(wrong, false)).rejects.toMatchObject({
			code: 'BAD_REQUEST',
			message: expect.stringMatching(/^Line 27 \(items\[2\]\.created\): this must be a date/),
		})
		expect(await annotations.list(undefined)).toEqual([])
	})

	it('leaves what is there and not older, and changes what is older', async () => {
		const annotations = await freshAnnotations(texts)
		const made = await annotations.create(draft(), 5000)
		const page = await annotations.export()
		const dated = (when: number) =>
			page
				.replace(/"modified": "[^"]*"/, `"modified": "${new Date(when).toISOString()}"`)
				.replace('So they say.', 'Other.')
		for (const when of [4000, 5000])
			expect(await annotations.import(dated(when), false)).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
		expect(await annotations.list(undefined)).toEqual([made])
		expect(await annotations.import(dated(6000), false)).toMatchObject({ added: 0, changed: 1, unchanged: 0 })
		expect(await annotations.list(undefined)).toEqual([{ ...made, comment: 'Other.', modified: 6000 }])
	})

	it('brings back what was deleted', async () => {
		const annotations = await freshAnnotations(texts)
		const made = await annotations.create(draft())
		const page = await annotations.export()
		annotations.remove([made.id])
		expect(await annotations.import(page, false)).toMatchObject({ added: 1 })
		expect(await annotations.list(undefined)).toEqual([made])
	})

	it('finds marks in a text that is another one here, and says so where it does not', async () => {
		const there = await freshAnnotations(texts)
		const marks = ['regular hours helps most people', 'A single good night'].map((exact) =>
			passage('read/sleep-article', text, exact),
		)
		for (const mark of marks) await there.create(draft({ targets: [mark] }))
		const here = await freshAnnotations({ 'read/sleep-article': `First of all.\n${text.split('\n')[0]}` })
		const { warnings } = await here.import(await there.export(), false)
		expect(warnings).toEqual(['1 passage was not found in the texts; the quotes are kept.'])
		const states = (await here.list(undefined)).map(({ targets }) => targets[0]?.state)
		expect(states).toEqual(['anchored', 'orphan'])
	})

	it('stores nothing when it is only asked what it would do', async () => {
		const annotations = await freshAnnotations(texts)
		const dry = await annotations.import(samples, true)
		expect(await annotations.list(undefined)).toEqual([])
		expect(await annotations.import(samples, false)).toEqual({ ...dry, token: 1 })
	})
})
