/** Files of annotations: everything comes back from an export, and a wrong file is refused by line and path. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageOf, readAnnotations } from '#domain/annotations/file.ts'
import { writtenOver } from '#domain/annotations/w3c.ts'
import { anyDraft, w3cAnnotations } from '../../support/annotations.ts'

const context = 'http://www.w3.org/ns/anno.jsonld'
const good = { '@context': context, id: 'urn:x', type: 'Annotation', target: 'https://example.org' }
const faultsOf = (json: unknown) => readAnnotations(JSON.stringify(json, null, '\t')).faults

describe('export and import', () => {
	it('are each other’s undoing, for what others made', () => {
		fc.assert(
			fc.property(w3cAnnotations, (items) => {
				const there = JSON.parse(JSON.stringify(items))
				expect(readAnnotations(pageOf(there))).toEqual({ items: there, faults: [] })
			}),
		)
	})

	it('are each other’s undoing, for ours', () => {
		fc.assert(
			fc.property(fc.array(anyDraft, { maxLength: 4 }), (drafts) => {
				const items = drafts.map((draft, n) => writtenOver({ id: `urn:x:${n}`, type: 'Annotation' }, draft, n))
				expect(readAnnotations(pageOf(items))).toEqual({ items: JSON.parse(JSON.stringify(items)), faults: [] })
			}),
		)
	})

	it('keep the meaning of foreign words, and repeat nothing', () => {
		const around = [context, { ex: 'https://example.org/ns#' }]
		const { '@context': _, ...item } = good
		const page = { '@context': around, id: 'urn:page', type: 'AnnotationPage', items: [item] }
		const { items } = readAnnotations(JSON.stringify(page))
		expect(items).toEqual([{ '@context': around, ...item }])
		const again = readAnnotations(pageOf(items)).items
		expect(again).toEqual(items)
		expect(readAnnotations(pageOf([item])).items).toEqual([item])
	})
})

describe('what is taken', () => {
	const second = { ...good, id: 'urn:y' }
	it.each([
		['one annotation', good, 1],
		['a list', [good, second], 2],
		[
			'a collection',
			{
				'@context': context,
				type: 'AnnotationCollection',
				total: 2,
				first: { items: [good], next: { items: [second] } },
			},
			2,
		],
		['an empty collection', { '@context': context, type: 'AnnotationCollection', total: 0 }, 0],
	])('%s', (_, json, count) => {
		const { items, faults } = readAnnotations(JSON.stringify(json))
		expect(faults).toEqual([])
		expect(items).toHaveLength(count)
	})
})

describe('what is refused', () => {
	const target = (selector: object) => ({ ...good, target: [{ source: 'https://example.org', selector }] })
	it.each<[string, unknown, number, string, RegExp]>([
		['another kind of file', { a: 1 }, 1, '@context', /anno\.jsonld/],
		['a text', 'annotation', 1, '', /must be an annotation/],
		['another type', { ...good, type: 'Note' }, 4, 'type', /AnnotationPage/],
		['no id', { ...good, id: undefined }, 1, 'id', /required/],
		['an id that is no address', { ...good, id: 'one two' }, 3, 'id', /address/],
		['no target', { ...good, target: undefined }, 1, 'target', /at least one/],
		['an empty list of targets', { ...good, target: [] }, 5, 'target', /at least one/],
		['a target without an address', { ...good, target: [{ type: 'Image' }] }, 6, 'target[0].id', /required/],
		['two bodies', { ...good, bodyValue: 'x', body: 'https://e.org' }, 6, 'bodyValue', /only one/],
		['a text without its text', { ...good, body: { type: 'TextualBody' } }, 6, 'body.value', /required/],
		['a local time', { ...good, created: '2026-01-01T10:00:00+01:00' }, 6, 'created', /UTC/],
		['a day that is none', { ...good, created: '2026-13-01T10:00:00Z' }, 6, 'created', /UTC/],
		['a quote without words', target({ type: 'TextQuoteSelector' }), 8, 'target[0].selector.exact', /required/],
		['a selector of no kind', target({ exact: 'x' }), 8, 'target[0].selector.type', /required/],
		[
			'a place before the text',
			target({ type: 'TextPositionSelector', start: -1, end: 3 }),
			10,
			'target[0].selector.start',
			/whole number/,
		],
		[
			'an end before the start',
			target({ type: 'TextPositionSelector', start: 4, end: 3 }),
			11,
			'target[0].selector.end',
			/before the start/,
		],
		[
			'a range with one end',
			target({ type: 'RangeSelector', startSelector: 'https://e.org/a' }),
			8,
			'target[0].selector.endSelector',
			/required/,
		],
		['the same id twice', [good, good], 10, '[1].id', /another annotation/],
		[
			'pages elsewhere',
			{ '@context': context, type: 'AnnotationCollection', first: 'https://e.org/1' },
			4,
			'first',
			/somewhere else/,
		],
	])('%s', (_, json, line, path, message) => {
		expect(faultsOf(json)[0]).toEqual({ line, path, message: expect.stringMatching(message) })
	})

	it('what is no JSON, at its line', () => {
		expect(readAnnotations('{\n\t"a": 1,\n\t"b" 2\n}').faults).toMatchObject([{ line: 3, path: '' }])
	})

	it('all of it, when one is wrong', () => {
		const { items, faults } = readAnnotations(JSON.stringify([good, { ...good, id: 7 }]))
		expect([items, faults.length]).toEqual([[], 1])
	})

	it('what is nested without measure', () => {
		const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`
		const text = JSON.stringify(good).replace(/}$/, `,"ex:deep":${deep}}`)
		expect(readAnnotations(text).faults).toMatchObject([{ message: expect.stringContaining('levels') }])
	})
})
