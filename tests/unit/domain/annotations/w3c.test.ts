/** Annotations as W3C JSON-LD: what is shown of them, and what is left alone when they change. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAnnotations } from '#domain/annotations/file.ts'
import { checkAnnotation } from '#domain/annotations/model.ts'
import { detached, moved, seenOf, writtenOver } from '#domain/annotations/w3c.ts'
import { anyDraft, draft, foreign } from '../../support/annotations.ts'

const file = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'annotations', 'many-forms.json')
const { items, faults } = readAnnotations(readFileSync(file, 'utf8'))
const item = (number: number) => items[number - 1] ?? {}

describe('an annotation of another program', () => {
	it('is taken in every form of the specification', () => {
		expect(faults).toEqual([])
		expect(items).toHaveLength(9)
		expect(item(3)['@context']).toEqual(['http://www.w3.org/ns/anno.jsonld', { ex: 'https://example.org/ns#' }])
	})

	it('shows its first plain text as the comment, its tags, and what of it is ours', () => {
		expect(seenOf(item(2))).toMatchObject({ motivation: 'commenting', comment: 'Comment text', targets: [] })
		expect(seenOf(item(3))).toMatchObject({
			motivation: 'commenting',
			comment: 'Plain words.',
			tags: ['love'],
			targets: [{ source: 'read/sleep-article', quoteOnly: true, selector: { exact: expect.stringMatching(/^Keep/) } }],
			created: Date.UTC(2015, 9, 13, 13),
			modified: Date.UTC(2016, 1, 1, 10, 5, 0, 123),
			hidden: { targets: 1, selectors: 1, bodies: 2 },
		})
		expect(seenOf(item(6))).toMatchObject({ motivation: 'linking', targets: [], hidden: { targets: 1 } })
		expect(seenOf(item(8))).toMatchObject({ motivation: 'commenting', comment: 'No type is told' })
		expect(seenOf(item(9)).targets).toMatchObject([{ at: 1, source: 'compare/one-night' }])
	})

	it('keeps what is foreign when its comment, tags and colour change', () => {
		const before = item(3)
		const after = writtenOver(before, { comment: 'Mine.', tags: ['new'], colour: 'pink' }, 0)
		expect(seenOf(after)).toMatchObject({ comment: 'Mine.', tags: ['new'], colour: 'pink', motivation: 'commenting' })
		const { body, modified, 'parallax:colour': _, ...rest } = after
		const { body: oldBody, modified: __, ...oldRest } = before
		expect(rest).toEqual(oldRest)
		expect(modified).toBe('1970-01-01T00:00:00.000Z')
		const [, html, plain, choice] = oldBody as Record<string, unknown>[]
		expect(body).toEqual([
			html,
			{ ...plain, value: 'Mine.', format: 'text/markdown' },
			choice,
			{ type: 'TextualBody', purpose: 'tagging', value: 'new' },
		])
	})

	it('keeps a motivation that we have no word for, and a body’s short form gives way', () => {
		const { motivation } = writtenOver(item(2), { motivation: 'commenting' }, 0)
		expect(motivation).toEqual(['assessing', 'commenting'])
		const { body, bodyValue } = writtenOver(item(2), { comment: 'Other text' }, 0)
		expect(bodyValue).toBeUndefined()
		expect(body).toEqual([{ type: 'TextualBody', value: 'Other text', format: 'text/markdown' }])
	})

	it('keeps foreign targets behind new ones of ours', () => {
		const { target } = writtenOver(item(9), { targets: [{ source: 'read/other' }] }, 0)
		expect(target).toEqual(['parallax://open/read/other', (item(9).target as unknown[])[0]])
	})
})

describe('an annotation of ours', () => {
	const base = { id: 'urn:uuid:1', type: 'Annotation' }

	it('says the same when it is read again, and follows the model', () => {
		fc.assert(
			fc.property(anyDraft, (content) => {
				const json = writtenOver(base, content, 1000)
				const faults: string[] = []
				checkAnnotation(json, [], (path, message) => faults.push(`${path}: ${message}`))
				expect(faults).toEqual([])
				const { targets, motivation, colour, relation, comment, tags } = seenOf(JSON.parse(JSON.stringify(json)))
				const places = targets.map(({ source, selector }) => ({ source, ...(selector ? { selector } : {}) }))
				const said = { motivation, colour, ...(relation ? { relation } : {}), comment, tags, targets: places }
				expect(said).toEqual(content)
			}),
		)
	})

	it('changes to anything and back without a trace, whatever others have put into it', () => {
		fc.assert(
			fc.property(anyDraft, anyDraft, foreign, (one, other, extra) => {
				const whole = (content: typeof one) => ({ relation: undefined, ...content })
				const first = { ...writtenOver(base, one, 1000), ...extra }
				const back = writtenOver(writtenOver(first, whole(other), 1000), whole(one), 1000)
				expect(seenOf(back)).toEqual(seenOf(first))
				for (const key of Object.keys(extra)) expect(back[key]).toEqual(extra[key])
			}),
		)
	})

	it('has the hash of its text as a state, and a new one where it was moved', () => {
		const selector = { exact: 'sleep', prefix: 'a ', suffix: '', start: 2, end: 7 }
		const targets = [{ source: 'read/a', selector }]
		const json = writtenOver(base, draft({ targets }), 0, () => 'old')
		expect(seenOf(json).targets).toMatchObject([{ text: 'old', selector }])
		const next = moved(json, 0, { ...selector, start: 10, end: 15 }, 'new', 1000)
		expect(seenOf(next).targets).toMatchObject([{ text: 'new', selector: { start: 10, end: 15 } }])
		expect(seenOf(detached(json, 0)).targets).toMatchObject([{ detached: true, selector }])
	})

	it('about nothing in particular is about the notebook, as the model wants a target', () => {
		const json = writtenOver(base, draft(), 0)
		expect(json.target).toEqual(['parallax://open/notes'])
		expect(seenOf(json)).toMatchObject({ targets: [], hidden: { targets: 0 } })
	})
})
