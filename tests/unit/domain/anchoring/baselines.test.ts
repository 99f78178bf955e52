/** tests/fixtures/anchoring: documents before and after an update; its README says how to add one. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Anchor, anchorAll } from '#domain/anchoring/anchor.ts'
import { selectorOf } from '#domain/anchoring/selectors.ts'

interface Expected {
	quote: string
	at?: number
	expect: 'anchored' | 'certain' | 'review' | 'orphan'
	found?: string
	to?: number
}

const folder = join(import.meta.dirname, '../../../fixtures/anchoring')
const names = readdirSync(folder, { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? [each.name] : []))

/** @returns where the words stand for the nth time. @throws when they do not */
function placeOf(text: string, words: string, nth = 0): number {
	let at = text.indexOf(words)
	for (let n = 0; n < nth && at !== -1; n++) at = text.indexOf(words, at + 1)
	if (at === -1) throw new Error(`The text does not have “${words}” ${nth + 1} times.`)
	return at
}

const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ')

function outcome(anchor: Anchor | undefined, wanted: Expected['expect']): string {
	if (anchor?.state === 'anchored') return wanted === 'certain' ? 'certain' : 'anchored'
	return anchor?.state === 'moved' ? (anchor.certain ? 'certain' : 'review') : 'orphan'
}

describe.each(names)('%s', (name) => {
	const read = (file: string) => readFileSync(join(folder, name, file), 'utf8')
	const [oldText, text] = [read('old.txt'), read('new.txt')]
	const expected = JSON.parse(read('expected.json')) as Expected[]
	const selectors = expected.map(({ quote, at }) => {
		const start = placeOf(oldText, quote, at)
		return selectorOf(oldText, start, start + quote.length)
	})
	const anchors = anchorAll(text, selectors, { oldText })

	it.each(expected.map((each, index) => [each.quote, index] as const))('%s', (quote, index) => {
		const { expect: wanted, found, to } = expected[index] as Expected
		const anchor = anchors[index]
		expect(outcome(anchor, wanted)).toBe(wanted)
		if (!anchor || anchor.state === 'orphan') return
		const words = plain(text.slice(anchor.start, anchor.end))
		expect(words).toBe(plain(found ?? quote))
		if (wanted !== 'review') {
			const before = plain(text.slice(0, anchor.start))
			expect(before.length).toBe(placeOf(plain(text), words, to))
		}
	})

	it('is never certain of anything else without the old text', () => {
		for (const [index, anchor] of anchorAll(text, selectors).entries()) {
			if (anchor.state !== 'moved' || !anchor.certain) continue
			expect(plain(anchor.found)).toBe(plain(expected[index]?.quote ?? ''))
			expect(expected[index]?.expect).not.toBe('orphan')
		}
	})
})
