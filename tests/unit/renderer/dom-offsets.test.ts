// @vitest-environment happy-dom
/** From the page to the canonical text and back: citations are skipped, what is covered is never taken in. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { isShown, offsetOf, rangesOf, runsIn, stretchOf } from '#renderer/composables/dom-offsets.ts'

// happy-dom has none.
vi.stubGlobal(
	'StaticRange',
	class {
		constructor(init: StaticRangeInit) {
			Object.assign(this, init)
		}
	},
)

/** The canonical text; its second block is covered, and so not in the page. */
const text = 'Love heals all.\nThe covered end.\nIt takes weeks of work.'
const covered = { start: 16, end: 32 }
const third = covered.end + 1
let root: HTMLElement
beforeEach(() => {
	document.body.innerHTML = `<main>
		<p data-start="0">Love <em>heals</em><span data-citation> <span role="button">(Doe, 1999)</span></span> all.</p>
		<div data-block="covered"><button>Show</button></div>
		<p data-start="${third}">It takes <strong>weeks</strong> of work.</p>
	</main>`
	root = document.querySelector('main') as HTMLElement
})
const read = (ranges: readonly StaticRange[]) =>
	ranges
		.map(({ startContainer, startOffset, endOffset }) => startContainer.textContent?.slice(startOffset, endOffset))
		.join('')
function select(from: string, at: number, to: string, end: number) {
	const nodeOf = (words: string) => runsIn(root).find(({ node }) => node.data.includes(words))?.node as Text
	const range = document.createRange()
	range.setStart(nodeOf(from), at)
	range.setEnd(nodeOf(to), end)
	return stretchOf(runsIn(root), range)
}

describe('the runs of a page', () => {
	it('say what of the canonical text each text node shows', () => {
		for (const { node, start, end } of runsIn(root)) expect(node.data).toBe(text.slice(start, end))
		expect(runsIn(root)).toHaveLength(6)
	})
	it('come in the order of the text, whatever that of the page', () => {
		root.prepend(...root.querySelectorAll(`[data-start="${third}"]`))
		const starts = runsIn(root).map(({ start }) => start)
		expect(starts).toEqual(starts.toSorted((a, b) => a - b))
	})
})

describe('from the text to the page', () => {
	it('a stretch is shown by its text nodes, without the citation between them', () => {
		expect(read(rangesOf(runsIn(root), { start: 2, end: 14 }))).toBe('ve heals all')
	})
	it('a covered stretch has no ranges and is not shown', () => {
		expect(rangesOf(runsIn(root), covered)).toEqual([])
		expect(isShown(runsIn(root), covered)).toBe(false)
		expect(isShown(runsIn(root), { start: 0, end: text.length })).toBe(false)
		expect(isShown(runsIn(root), { start: third, end: text.length })).toBe(true)
	})
})

describe('from the page to the text', () => {
	it('a selection over a citation is the text without it', () => {
		const stretch = select('Love', 2, 'all', 4)
		expect(stretch && text.slice(stretch.start, stretch.end)).toBe('ve heals all')
		expect(stretch?.cut).toBe(false)
	})
	it('a selection over covered text ends before it', () => {
		expect(select('Love', 0, 'weeks', 5)).toEqual({ start: 0, end: 15, cut: true })
	})
	it('a caret is an offset, unless it stands beside the text', () => {
		const run = runsIn(root)[4]
		expect(offsetOf(runsIn(root), run?.node ?? null, 2)).toBe(text.indexOf('weeks') + 2)
		expect(offsetOf(runsIn(root), root.querySelector('button')?.firstChild ?? null, 0)).toBeUndefined()
	})
	it('a selection of nothing but a citation is none', () => {
		const range = document.createRange()
		range.selectNodeContents(root.querySelector('[role="button"]') as HTMLElement)
		expect(stretchOf(runsIn(root), range)).toBeUndefined()
	})
})
