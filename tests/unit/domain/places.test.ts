/** What a place in a text is called, and what of it is never told. */
import { describe, expect, it } from 'vitest'
import type { Block } from '#contract/document.ts'
import { firstWords, placeName } from '#domain/documents/places.ts'

const block = (id: string, text: string, more: Partial<Block> = {}): Block => ({
	id,
	type: 'paragraph',
	inlines: [{ type: 'text', text }],
	start: 0,
	end: 0,
	contentNotes: [],
	...more,
})
const document = {
	blocks: [
		block('intro', 'Before any heading.'),
		block('causes', 'Causes', { type: 'heading', level: 2 }),
		block('causes-1', 'One two three four five six seven eight nine ten.'),
		block('flagged', 'What is covered.', { contentNotes: ['violence'] }),
		block('film', 'A film', { type: 'heading', level: 3 }),
		block('told', 'How it ends.', { depiction: 'the-film' }),
	],
}

describe('the name of a place', () => {
	it('is its heading and how the passage begins', () => {
		expect(placeName(document, 'causes-1')).toEqual({
			section: 'causes',
			heading: 'Causes',
			words: 'One two three four five six seven eight nine…',
		})
		expect(placeName(document, 'causes')).toEqual(placeName(document, 'causes-1'))
	})

	it('stands for itself where no heading is above', () => {
		expect(placeName(document, 'intro')).toEqual({ section: 'intro', words: 'Before any heading.' })
	})

	it('has no words at a heading with none of its own under it', () => {
		expect(placeName(document, 'film')).toEqual({ section: 'film', heading: 'A film' })
		expect(placeName({ blocks: document.blocks.slice(0, 2) }, 'causes')).toEqual({
			section: 'causes',
			heading: 'Causes',
		})
	})

	it('tells nothing of what may be covered', () => {
		expect(placeName(document, 'flagged')).toEqual({ section: 'causes', heading: 'Causes' })
		expect(placeName(document, 'told')).toEqual({ section: 'film', heading: 'A film', depiction: 'the-film' })
	})

	it('is none once the text has no such passage', () => {
		expect(placeName(document, 'gone')).toBeUndefined()
	})
})

it('short passages are shown whole', () => {
	expect(firstWords('Nine words at most are shown of a passage')).toBe('Nine words at most are shown of a passage')
})
