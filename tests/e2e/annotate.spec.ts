/** Marks in the texts: made by pointer and by keyboard, written in, linked and followed, undone, and there again after a reload. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../setup/e2e.ts'
import { article, comparison, coveredPhrase, pane, row, trope } from './places.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const colours = ['yellow', 'green', 'blue', 'pink', 'violet']
/** The texts that are painted, by colour; a passage with several text nodes is one. */
const painted = (page: Page) =>
	page.evaluate((all) => {
		const textOf = (range: AbstractRange) =>
			(range.startContainer as Text).data.slice(range.startOffset, range.endOffset)
		const found = all.map((colour) => [colour, [...(CSS.highlights.get(`mark-${colour}`) ?? [])].map(textOf).join('')])
		return Object.fromEntries(found.filter(([, text]) => text)) as Record<string, string>
	}, colours)
const tools = (page: Page) => page.getByRole('toolbar', { name: 'Mark the passage' })
const card = (page: Page, kind: string) => page.getByRole('dialog', { name: kind, exact: true })
const comment = (page: Page) => page.getByRole('textbox', { name: 'Comment, in Markdown' })
const margin = (page: Page) => page.getByRole('complementary', { name: 'Notes on this text' })
const said = (page: Page) => page.locator('.annotate > [role="status"]')

/** Selects words of a text by dragging over them. */
async function drag(page: Page, within: Locator, words: string): Promise<void> {
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
	await expect(tools(page)).toBeVisible()
}
/** Clicks on the first words of a painted passage. */
async function clickMark(page: Page, colour: string): Promise<void> {
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
const ready = (page: Page) => expect(page.locator('[data-start]').first()).toBeVisible()

test('a highlight by pointer: made in two strokes, changed, undone, redone, found again', async ({ open }) => {
	const page = await open(article)
	await ready(page)
	await drag(page, page.locator('main'), 'helps people whose difficulty')
	await page.keyboard.press('h')
	await expect.poll(() => painted(page)).toEqual({ yellow: 'helps people whose difficulty' })
	await expect(tools(page)).toBeHidden()

	await clickMark(page, 'yellow')
	await expect(card(page, 'Highlight')).toContainText('helps people whose difficulty')
	await card(page, 'Highlight')
		.getByRole('radiogroup', { name: 'Colour' })
		.getByRole('radio')
		.nth(1)
		.check({ force: true })
	await expect.poll(() => painted(page)).toEqual({ green: 'helps people whose difficulty' })
	await page.keyboard.press('Escape')
	await expect(card(page, 'Highlight')).toBeHidden()

	await page.keyboard.press('Control+z')
	await expect.poll(() => painted(page)).toEqual({ yellow: 'helps people whose difficulty' })
	await page.keyboard.press('Control+z')
	await expect.poll(() => painted(page)).toEqual({})
	await page.keyboard.press('Control+Shift+z')
	await page.keyboard.press('Control+y')
	await expect.poll(() => painted(page)).toEqual({ green: 'helps people whose difficulty' })
	await page.reload()
	await expect.poll(() => painted(page)).toEqual({ green: 'helps people whose difficulty' })
})

test('a citation inside a passage is not part of what is marked', async ({ open }) => {
	const page = await open(article)
	await ready(page)
	await page
		.locator('p[data-start]')
		.first()
		.evaluate((element) => getSelection()?.selectAllChildren(element))
	await page.keyboard.press('2')
	await expect.poll(async () => (await painted(page)).green).toContain('other psychotherapies.')
})

test('a note by keyboard alone: sentence by sentence, heard, written, kept without saving', async ({ open }) => {
	const page = await open(article)
	await ready(page)
	const press = (key: string) => page.keyboard.press(key)
	await press('.')
	await press('.')
	await expect(said(page)).toContainText('Psychosexual therapy, also called sex therapy')
	await press('n')
	await expect(comment(page)).toBeFocused()
	await page.keyboard.type('Which **difficulties**?')
	await press('Escape')
	await expect(card(page, 'Note')).toBeHidden()
	await expect(margin(page).getByRole('button')).toContainText('Which difficulties?')

	// On to the next sentence and back: the note is said with its sentence.
	await press('.')
	await expect(said(page)).toContainText('It works by talking')
	await press('q')
	await page.keyboard.type('How?')
	await expect(comment(page)).toHaveValue('How?')
	await press('Escape')
	await press(',')
	await expect(said(page)).toContainText('Note: Which difficulties?')
	await press('Enter')
	await expect(card(page, 'Note')).toBeVisible()
	await expect(comment(page)).toHaveValue('Which **difficulties**?')
	await press('Escape')
	await page.reload()
	await expect(margin(page).getByRole('button')).toHaveCount(2)
	await expect(margin(page)).toContainText('How?')
})

test('Alt with the arrows moves and extends where single letters are off; Enter leads to the tools', async ({
	open,
}) => {
	const page = await open('/settings')
	await page.getByRole('switch', { name: 'Single letters as shortcuts' }).click()
	await page.goto(new URL(article, page.url()).href)
	await ready(page)
	await page.keyboard.press('.')
	await expect(tools(page)).toBeHidden()
	await page.keyboard.press('Alt+ArrowDown')
	await page.keyboard.press('Alt+ArrowDown')
	await page.keyboard.press('Alt+Shift+ArrowDown')
	await expect(said(page)).toContainText(/^Psychosexual therapy.* It works by talking/)
	await page.keyboard.press('Enter')
	await expect(tools(page).getByRole('button', { name: 'Highlight', exact: true })).toBeFocused()
	await page.keyboard.press('Enter')
	await expect
		.poll(async () => (await painted(page)).yellow)
		.toMatch(/^Psychosexual therapy.* other psychotherapies\.$/)
	expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true)
})

test('marks that lie over one another open one by one, the smallest first', async ({ open }) => {
	const page = await open(article)
	await ready(page)
	await drag(page, page.locator('main'), 'helps people whose difficulty')
	await page.keyboard.press('1')
	await expect.poll(async () => (await painted(page)).yellow).toBeTruthy()
	await drag(page, page.locator('main'), 'helps people')
	await page.keyboard.press('3')
	await expect.poll(async () => (await painted(page)).blue).toBe('helps people')
	await clickMark(page, 'blue')
	const marks = page.getByRole('group', { name: 'Marks here' }).getByRole('button')
	await expect(marks).toHaveCount(2)
	await expect(card(page, 'Highlight').getByRole('figure')).toHaveText('helps people')
	await marks.nth(1).click()
	await expect(card(page, 'Highlight').getByRole('figure')).toHaveText('helps people whose difficulty')
})

test('deleting can be undone from the message', async ({ open }) => {
	const page = await open(article)
	await ready(page)
	await page.keyboard.press('.')
	await page.keyboard.press('h')
	await expect.poll(async () => Object.keys(await painted(page))).toEqual(['yellow'])
	await page.keyboard.press('Enter')
	await card(page, 'Highlight').getByRole('button', { name: 'Delete' }).click()
	await expect.poll(() => painted(page)).toEqual({})
	expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true)
	await page.getByRole('button', { name: 'Undo', exact: true }).click()
	await expect.poll(async () => Object.keys(await painted(page))).toEqual(['yellow'])
})

test('a link across the panes: made, drawn, previewed, followed both ways', async ({ open }) => {
	const page = await open(`${comparison}?view=texts`)
	const [fiction, reality] = [pane(page, 'Fiction'), pane(page, 'Clinical reality')]
	await expect(fiction.getByText('A character carries')).toBeVisible()
	await drag(page, fiction, 'the injury is gone')
	await page.keyboard.press('l')
	await expect(page.getByText('Linking from “the injury is gone”')).toBeVisible()
	await drag(page, reality, 'helps people whose difficulty')
	await page.keyboard.press('l')
	const link = card(page, 'Link')
	await expect(link.getByRole('radio', { name: 'Contradicts' })).toBeFocused()
	await page.keyboard.press('ArrowRight')
	await expect(link.getByRole('radio', { name: 'Exaggerates' })).toBeChecked()
	await comment(page).fill('Over night.')
	await page.keyboard.press('Escape')
	await expect(page.locator('[data-link-line]')).toHaveCount(1)

	const sign = fiction.getByRole('button', {
		name: /^Link\. Exaggerates “helps people whose difficulty”: Over night\.$/,
	})
	await sign.focus()
	await expect(fiction.locator('.preview')).toBeVisible()
	await sign.click()
	await link.getByRole('button', { name: 'Psychosexual therapy: go to the passage' }).click()
	await expect(reality).toBeFocused()
	await expect(said(page)).toContainText('helps people whose difficulty')
	await page.keyboard.press('Enter')
	await link.getByRole('button', { name: 'Intimate Psychotherapy: go to the passage' }).click()
	await expect(fiction).toBeFocused()

	// Read alone, the other end opens where it stands.
	await page.goto(new URL(article, page.url()).href)
	await expect(margin(page)).toContainText('Exaggerated by')
	await margin(page).getByRole('button', { name: 'the injury is gone' }).click()
	await expect(page).toHaveURL(new RegExp(`${trope}\\?block=`))
	await expect(said(page)).toContainText('the injury is gone')
	await expect(margin(page)).toContainText('Exaggerates')
})

test('the first end of a link waits while one goes to another text', async ({ open }) => {
	const page = await open(article)
	await ready(page)
	await drag(page, page.locator('main'), 'helps people whose difficulty')
	await page.keyboard.press('l')
	await page.getByRole('link', { name: 'Library' }).click()
	await page
		.getByRole('radio', { name: 'Tropes' })
		.or(page.getByRole('button', { name: /^Tropes/ }))
		.first()
		.click({ force: true })
	await page.getByRole('link', { name: 'Intimate Psychotherapy', exact: true }).first().click()
	await expect(page.getByText('Linking from “helps people whose difficulty”')).toBeVisible()
	await page.keyboard.press('Escape')
	await expect(page.getByText('Linking from')).toBeHidden()
})

test('what is covered is not painted, not quoted and not gone over', async ({ open }) => {
	const page = await open(trope)
	const antichrist = page.getByRole('article', { name: 'Antichrist', exact: true })
	await antichrist.getByRole('button', { name: 'Show: Antichrist' }).click()
	await drag(page, antichrist, coveredPhrase)
	await page.keyboard.press('n')
	await page.keyboard.type('See the scene.')
	await page.keyboard.press('Escape')
	await expect(margin(page)).toContainText(coveredPhrase)
	await antichrist.getByRole('button', { name: 'Cover again: Antichrist' }).click()
	await expect.poll(() => painted(page)).toEqual({})
	await expect(margin(page)).toContainText('A covered passage')
	expect(await page.content()).not.toContain(coveredPhrase)
	await margin(page).getByRole('button').click()
	await expect(antichrist.getByRole('button', { name: 'Show: Antichrist' })).toBeFocused()
})

test('a point takes notes', async ({ open }) => {
	const page = await open(comparison)
	await expect(row(page, 'Setting')).toBeVisible()
	await page.keyboard.press('j')
	await page.keyboard.press('n')
	await expect(comment(page)).toBeFocused()
	await page.keyboard.type('Ask in the seminar.')
	await page.keyboard.press('Escape')
	await expect(row(page, 'Setting').getByRole('button', { name: 'Notes on Setting: 1' })).toBeFocused()
	await page.reload()
	await expect(row(page, 'Setting').getByRole('button', { name: 'Notes on Setting: 1' })).toHaveText('1 note')
})
