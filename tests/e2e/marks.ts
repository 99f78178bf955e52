/** Marks in the texts, as specs see and make them. */
import type { Locator, Page } from '@playwright/test'
import { expect } from '../setup/e2e.ts'

const colours = ['yellow', 'green', 'blue', 'pink', 'violet']
/** The texts that are painted, by colour; a passage with several text nodes is one. */
export const painted = (page: Page) =>
	page.evaluate((all) => {
		const textOf = (range: AbstractRange) =>
			(range.startContainer as Text).data.slice(range.startOffset, range.endOffset)
		const found = all.map((colour) => [colour, [...(CSS.highlights.get(`mark-${colour}`) ?? [])].map(textOf).join('')])
		return Object.fromEntries(found.filter(([, text]) => text)) as Record<string, string>
	}, colours)
export const tools = (page: Page) => page.getByRole('toolbar', { name: 'Mark the passage' })
export const card = (page: Page, kind: string) => page.getByRole('dialog', { name: kind, exact: true })
export const comment = (page: Page) => page.getByRole('textbox', { name: 'Comment, in Markdown' })
export const margin = (page: Page) => page.getByRole('complementary', { name: 'Notes on this text' })
export const said = (page: Page) => page.locator('.annotate > [role="status"]')

/** Selects words of a text by dragging over them. @param forTools whether the tools come up */
export async function drag(page: Page, within: Locator, words: string, forTools = true): Promise<void> {
	await within.getByText(words).first().scrollIntoViewIfNeeded()
	const ends = await within.evaluate((element, wanted) => {
		const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
		for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
			const at = node.data.indexOf(wanted)
			if (at < 0) continue
			const range = document.createRange()
			range.setStart(node, at)
			range.setEnd(node, at + wanted.length)
			const boxes = [...range.getClientRects()]
			const [first, last] = [boxes[0], boxes.at(-1)]
			if (first && last)
				return [
					[first.left + 1, (first.top + first.bottom) / 2],
					[last.right - 1, (last.top + last.bottom) / 2],
				] as const
		}
		return undefined
	}, words)
	if (!ends) throw new Error(`“${words}” is not in the text.`)
	await page.mouse.move(...(ends[0] as [number, number]))
	await page.mouse.down()
	await page.mouse.move(...(ends[1] as [number, number]), { steps: 4 })
	await page.mouse.up()
	if (forTools) await expect(tools(page)).toBeVisible()
}
/** Clicks on the first words of a painted passage. */
export async function clickMark(page: Page, colour: string): Promise<void> {
	const at = await page.evaluate((name) => {
		const [first] = CSS.highlights.get(`mark-${name}`) ?? []
		const range = document.createRange()
		if (!first) return undefined
		range.setStart(first.startContainer, first.startOffset)
		range.setEnd(first.endContainer, first.endOffset)
		const [box] = range.getClientRects()
		return box && { x: box.left + 12, y: (box.top + box.bottom) / 2 }
	}, colour)
	if (!at) throw new Error(`Nothing is painted ${colour}.`)
	await page.mouse.click(at.x, at.y)
}
/** The text is there. */
export const ready = (page: Page) => expect(page.locator('[data-start]').first()).toBeVisible()
