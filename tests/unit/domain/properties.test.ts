/** What holds for any pack, made up by fast-check; tests/slow runs the same for longer. */
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { canonicalText } from '#domain/documents/canonical.ts'
import { plainText } from '#domain/documents/inlines.ts'
import { readBody } from '#domain/documents/markdown.ts'
import { readPack } from '#domain/packs/compile.ts'
import { jsonPlaces } from '#domain/packs/json.ts'
import { citedBody, garbage, misreading, spoiltFile } from '../support/fuzz.ts'
import { lighthouse } from '../support/pack.ts'

vi.setConfig({ testTimeout: 60_000 })

const bodyOf = (markdown: string) =>
	readBody(markdown, { document: 'x', allowDepictions: true, firstLine: 1, fault: () => {} })

describe('reading a pack', () => {
	it('never throws, and names lines that exist', () => {
		fc.assert(
			fc.property(spoiltFile, ([path, text]) => {
				expect(misreading(path, text)).toBeUndefined()
			}),
			{ numRuns: 100 },
		)
	})

	it('gives the same result again, whatever the order of the files', () => {
		const once = JSON.stringify(readPack(lighthouse))
		const shuffled = fc.shuffledSubarray([...lighthouse], { minLength: lighthouse.size })
		fc.assert(
			fc.property(shuffled, (files) => JSON.stringify(readPack(new Map(files))) === once),
			{ numRuns: 10 },
		)
	})
})

describe('canonical text', () => {
	it('gives every block back by its offsets, whatever the Markdown', () => {
		fc.assert(
			fc.property(garbage, (markdown) => {
				const { blocks } = bodyOf(markdown)
				const text = canonicalText({ blocks })
				expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual(
					blocks.map(({ inlines }) => plainText(inlines)),
				)
				expect(new Set(blocks.map(({ id }) => id)).size === blocks.length || /\{#/.test(markdown)).toBe(true)
			}),
			{ numRuns: 200 },
		)
	})

	it('is the same with citations and without', () => {
		fc.assert(
			fc.property(citedBody, ({ cited, without }) => {
				expect(canonicalText(bodyOf(cited))).toBe(canonicalText(bodyOf(without)))
			}),
		)
	})
})

describe('places in JSON', () => {
	const isJson = (text: string) => {
		try {
			JSON.parse(text)
			return true
		} catch {
			return false
		}
	}

	it('has a fault exactly where JSON.parse has one', () => {
		const near = fc
			.tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', '1', 'x', '\n', '\\', ':'))
			.map(([text, at, shard]) => text.slice(0, at % (text.length + 1)) + shard + text.slice(at % (text.length + 1)))
		fc.assert(
			fc.property(fc.oneof(near, garbage, fc.json()), (text) => {
				expect(jsonPlaces(text).fault === undefined).toBe(isJson(text))
			}),
			{ numRuns: 500 },
		)
	})

	it('finds each entry of a list and the id that is its own', () => {
		const entry = fc.record({ id: fc.string(), nested: fc.record({ id: fc.string() }), n: fc.json() })
		fc.assert(
			fc.property(fc.array(entry), fc.constantFrom(0, 1, '\t'), (entries, indent) => {
				const text = JSON.stringify(entries, null, indent)
				const { entries: places } = jsonPlaces(text)
				expect(places.map(({ start, id = 0 }) => [text[start], text.slice(id, id + 4)])).toEqual(
					entries.map(() => ['{', '"id"']),
				)
			}),
		)
	})
})
