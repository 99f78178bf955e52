/** Any text beside any other: chosen, swapped, replaced, closed, followed; and the address of every state. */
import type { Page } from '@playwright/test'
import { expect, test } from '../setup/e2e.ts'
import { article, comparison, marked, row, search, trope } from './places.ts'

test.use({ contextOptions: { reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] } })

const texts = {
	trope: 'Intimate Psychotherapy',
	article: 'Psychosexual therapy',
	other: 'Electroconvulsive therapy today',
}
const beside = '/beside?panes=intimate-psychotherapy,psychosexual-therapy'
const three = `${beside},modern-ect`

const pane = (page: Page, title: string) => page.getByRole('region', { name: new RegExp(`: ${title}$`) })
const reader = (page: Page, title: string) => pane(page, title).locator('.pane')
const top = (page: Page, title: string) => reader(page, title).evaluate((element) => element.scrollTop)
const picker = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name })
const places = (page: Page) =>
	page.locator('main section.side').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
const order = async (page: Page) => (await page.locator('main section.side h2').allTextContents()).join(' | ')
const expectOrder = (page: Page, ...titles: string[]) => expect.poll(() => order(page)).toBe(titles.join(' | '))

/** Copies the address by its button. @returns what is on the clipboard */
async function copied(page: Page): Promise<string> {
	await page.evaluate(() => navigator.clipboard.writeText(''))
	await page.getByRole('button', { name: 'Copy address' }).click()
	await expect(page.getByText('The address is on the clipboard.').first()).toBeVisible()
	const read = () => page.evaluate(() => navigator.clipboard.readText())
	await expect.poll(read).not.toBe('')
	return await read()
}
/** Opens an address in a window of its own. */
async function opened(page: Page, address: string): Promise<Page> {
	const fresh = await page.context().newPage()
	await fresh.goto(address)
	await expect(fresh.getByRole('heading', { level: 1 })).toBeVisible()
	return fresh
}

test('from Read, another text is chosen and both stand side by side, the fiction on the left', async ({ open }) => {
	const page = await open(article)
	await page.getByRole('button', { name: 'Set beside…' }).click()
	const dialog = picker(page, 'Set beside')
	await expect(dialog.getByRole('group', { name: 'Open lately' }).getByRole('option')).toHaveCount(1)
	await expect(dialog.getByRole('group', { name: 'Articles' }).getByRole('option')).not.toHaveCount(0)
	await dialog.getByRole('group', { name: 'Tropes' }).getByRole('option', { name: texts.trope }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${texts.trope} beside ${texts.article}`)
	expect(await places(page)).toEqual([`Fiction, left: ${texts.trope}`, `Clinical reality, right: ${texts.article}`])
	await page.getByRole('link', { name: 'Home', exact: true }).click()
	await page
		.getByRole('link', { name: `${texts.trope} beside ${texts.article}` })
		.last()
		.click()
	await expectOrder(page, texts.trope, texts.article)
})

test('the same by keyboard: chosen, one more, moved with the focus in it, closed, gone back', async ({ open }) => {
	const page = await open(trope)
	await expect(page.getByRole('heading', { level: 1, name: texts.trope })).toBeFocused()
	await page.keyboard.press('b')
	await expect(picker(page, 'Set beside').getByRole('textbox')).toBeFocused()
	await page.keyboard.type('electro')
	await expect(picker(page, 'Set beside').getByRole('option')).toHaveCount(1)
	await page.keyboard.press('Enter')
	await expectOrder(page, texts.trope, texts.other)
	await expect(page.getByText('No points in common: each text scrolls on its own.')).toBeVisible()

	await page.keyboard.press('b')
	await expect(picker(page, 'Set beside').getByRole('textbox')).toBeFocused()
	await page.keyboard.type('psychosexual')
	await page.keyboard.press('ArrowDown')
	await page.keyboard.press('Enter')
	await expectOrder(page, texts.trope, texts.other, texts.article)
	await expect(reader(page, texts.article)).toBeFocused()

	await page.keyboard.press('<')
	await expectOrder(page, texts.trope, texts.article, texts.other)
	await expect(reader(page, texts.article)).toBeFocused()
	await expect(page.getByRole('status').filter({ hasText: 'now on the middle' })).toBeAttached()
	await page.keyboard.press('[')
	await expect(reader(page, texts.trope)).toBeFocused()
	await page.keyboard.press('>')
	await expectOrder(page, texts.article, texts.trope, texts.other)
	await expect(reader(page, texts.trope)).toBeFocused()
	await page.goBack()
	await expectOrder(page, texts.trope, texts.article, texts.other)
	await expect(reader(page, texts.trope)).toBeFocused()

	await page.getByRole('button', { name: `Close: ${texts.article}` }).press('Enter')
	await expectOrder(page, texts.trope, texts.other)
	await expect(reader(page, texts.trope)).toBeFocused()
	await page.getByRole('button', { name: `Close: ${texts.other}` }).press('Enter')
	await expect(page).toHaveURL(/\/read\/intimate-psychotherapy$/)
})

test('what a pane shows can be replaced, and a pane keeps its place when it is moved', async ({ open }) => {
	const page = await open(three)
	await expect(reader(page, texts.other).getByRole('heading').first()).toBeVisible()
	await reader(page, texts.other).hover()
	await page.mouse.wheel(0, 700)
	await expect.poll(() => top(page, texts.other)).toBeGreaterThan(600)
	const before = await top(page, texts.other)
	await page.getByRole('button', { name: `Move to the left: ${texts.other}` }).click()
	await expectOrder(page, texts.trope, texts.other, texts.article)
	expect(Math.abs((await top(page, texts.other)) - before)).toBeLessThan(2)
	await expect(page.getByRole('button', { name: `Move to the left: ${texts.other}` })).toBeFocused()
	await page.getByRole('button', { name: `Move to the left: ${texts.other}` }).click()
	await expect(page.getByRole('button', { name: `Move to the right: ${texts.other}` })).toBeFocused()

	await page.getByRole('button', { name: `Choose another text in place of: ${texts.trope}` }).click()
	await picker(page, /In place of/)
		.getByRole('option', { name: 'The hidden killer within' })
		.first()
		.click()
	await expectOrder(page, texts.other, 'The hidden killer within', texts.article)
	await expect(reader(page, 'The hidden killer within')).toBeFocused()
	expect(Math.abs((await top(page, texts.other)) - before)).toBeLessThan(2)
})

test('texts with points in common follow each other, a third one scrolls on its own', async ({ open }) => {
	const page = await open(three)
	const rows = page.getByRole('navigation', { name: 'Rows' })
	await expect(pane(page, texts.other)).toContainText('Scrolls on its own')
	await rows.getByRole('button', { name: 'Law' }).click()
	await expect(reader(page, texts.trope).locator('[data-current-row]')).toBeInViewport()
	await expect(reader(page, texts.article).locator('[data-current-row]')).toBeInViewport()
	expect(await top(page, texts.other)).toBe(0)
	await expect(page).toHaveURL(/point=/)
	const before = await top(page, texts.article)
	await reader(page, texts.trope).hover()
	await page.mouse.wheel(0, -2500)
	await expect.poll(() => top(page, texts.article)).not.toBe(before)
	expect(await top(page, texts.other)).toBe(0)
	// The chosen row is over once one has read on.
	await expect(page).not.toHaveURL(/point=/)
})

test('sections and marks are each pane’s own', async ({ open }) => {
	const page = await open(beside)
	await page.getByRole('button', { name: /scroll the texts together/ }).click()
	await page.getByRole('combobox', { name: `Section of ${texts.article}` }).selectOption('Ethics and law')
	await expect.poll(() => top(page, texts.article)).toBeGreaterThan(500)
	expect(await top(page, texts.trope)).toBe(0)
	await reader(page, texts.trope).focus()
	await page.keyboard.press('f')
	await expect(page.getByRole('searchbox', { name: `Words to find in ${texts.trope}` })).toBeFocused()
	await page.keyboard.type('love')
	await expect.poll(() => marked(page)).toBeGreaterThan(3)
	const inTrope = await marked(page)
	await page.keyboard.press('Enter')
	await page.keyboard.press('Enter')
	await page.getByRole('button', { name: `Find in this text: ${texts.article}` }).click()
	await page.keyboard.type('law')
	await expect.poll(() => marked(page)).toBeGreaterThan(inTrope)
	await expect(page).toHaveURL(/find=love&find=law/)
	await page.keyboard.press('Escape')
	await expect.poll(() => marked(page)).toBe(inTrope)
	await expect(reader(page, texts.article)).toBeFocused()
})

test('two places of one text stand apart', async ({ open }) => {
	const page = await open('/beside?panes=modern-ect,modern-ect')
	const [left, right] = [page.locator('section.left .pane'), page.locator('section.right .pane')]
	await expect(left.getByRole('heading').first()).toBeVisible()
	await right.hover()
	await page.mouse.wheel(0, 900)
	const at = (one: typeof left) => one.evaluate((element) => element.scrollTop)
	await expect.poll(() => at(right)).toBeGreaterThan(800)
	expect(await at(left)).toBe(0)
	await page.getByRole('button', { name: /^Move to the left/ }).click()
	await expect.poll(() => at(left)).toBeGreaterThan(800)
	expect(await at(right)).toBe(0)
})

test('a text that is not in the library is said so, and another one can be chosen', async ({ open }) => {
	const page = await open('/beside?panes=no-such-text,modern-ect')
	await expect(page.getByRole('alert')).toContainText('This text is not in the library.')
	await page.getByRole('button', { name: 'Choose another text', exact: true }).click()
	await picker(page, 'Set beside').getByRole('option', { name: texts.trope }).first().click()
	await expectOrder(page, texts.trope, texts.other)
	await page.goto(new URL('/beside', page.url()).href)
	await expect(page.getByRole('button', { name: 'Choose a text' })).toHaveCount(2)
})

test('a window with little width shows one text at a time, and the others still follow', async ({ open }) => {
	const page = await open(three)
	await page.setViewportSize({ width: 640, height: 400 })
	const tabs = page.getByRole('navigation', { name: 'Texts' })
	await expect(tabs.getByRole('button')).toHaveText([texts.trope, texts.article, texts.other])
	await expect(reader(page, texts.trope)).toBeVisible()
	await expect(reader(page, texts.article)).toBeHidden()
	await page.getByRole('navigation', { name: 'Rows' }).getByRole('button', { name: 'Law' }).click()
	await tabs.getByRole('button', { name: texts.article }).click()
	await expect(reader(page, texts.article).locator('[data-current-row]')).toBeInViewport()
	await page.keyboard.press(']')
	await expect(reader(page, texts.other)).toBeFocused()
})

test('the address of full texts opens the same again: texts, order, places, marks, row, sync', async ({ open }) => {
	const page = await open(`${comparison}?view=texts`)
	await expectOrder(page, texts.trope, texts.article)
	await page.keyboard.press('b')
	await picker(page, 'Set beside').getByRole('option', { name: texts.other }).first().click()
	await page.getByRole('button', { name: `Move to the left: ${texts.other}` }).click()
	await page.getByRole('navigation', { name: 'Rows' }).getByRole('button', { name: 'Law' }).click()
	await page.getByRole('button', { name: /scroll the texts together/ }).click()
	await page.getByRole('combobox', { name: `Section of ${texts.other}` }).selectOption({ index: 3 })
	await pane(page, texts.article)
		.getByRole('button', { name: /^Find in this text/ })
		.click()
	await page.keyboard.type('law')
	await expect(page).toHaveURL(/find=law/)
	const titles = [texts.trope, texts.other, texts.article]
	await expect.poll(() => top(page, texts.other)).toBeGreaterThan(300)
	const tops = await Promise.all(titles.map((title) => top(page, title)))
	const address = await copied(page)
	expect(address).not.toContain('token')
	// Nobody else's settings and places: those of the address count.
	await page.getByRole('button', { name: /scroll the texts together/ }).click()
	for (const title of titles) await reader(page, title).evaluate((element) => element.scrollTo(0, 0))

	const fresh = await opened(page, address)
	await expectOrder(fresh, ...titles)
	for (const [index, title] of titles.entries())
		await expect.poll(async () => Math.abs((await top(fresh, title)) - (tops[index] ?? 0)), title).toBeLessThan(200)
	await expect(fresh.getByRole('button', { name: /scroll the texts together/ })).toHaveAttribute(
		'aria-pressed',
		'false',
	)
	await expect(fresh.getByRole('navigation', { name: 'Rows' }).getByRole('button', { name: 'Law' })).toHaveAttribute(
		'aria-current',
		'true',
	)
	await expect(fresh.getByRole('searchbox', { name: `Words to find in ${texts.article}` })).toHaveValue('law')
	// To the block: what is left of it above the edge may differ by a line.
	const toTheBlock = (text: string) => text.replace(/\.\d+(?=[,&])/g, '')
	expect(toTheBlock(await copied(fresh)), 'and its address is the same').toBe(toTheBlock(address))
})

test('the address of Points opens with the same rows open at the same place', async ({ open }) => {
	const page = await open(`${comparison}?point=one-night`)
	await row(page, 'Setting')
		.getByRole('button', { name: /depictions/ })
		.click()
	await page.locator('[data-block="one-night"] [data-toggle]').click()
	await row(page, 'Law')
		.getByRole('button', { name: /depictions/ })
		.click()
	const opens = (on: Page) =>
		on
			.locator('[data-toggle][aria-expanded="true"]')
			.evaluateAll((all) => all.map((one) => one.closest('[data-block]')?.getAttribute('data-block')))
	await expect.poll(() => opens(page)).toHaveLength(2)
	const fresh = await opened(page, await copied(page))
	await expect.poll(() => opens(fresh)).toEqual(await opens(page))
	await page.reload()
	await expect.poll(() => opens(page)).toEqual(await opens(fresh))
})

test('the address of the matrix opens with its order, medium and chosen cell', async ({ open }) => {
	const page = await open(`${comparison}?view=matrix`)
	await page.getByRole('combobox', { name: 'Order' }).selectOption('year')
	await page.getByRole('combobox', { name: 'Medium' }).selectOption('film')
	await page.locator('[data-cell="2-3"]').click()
	const detail = (on: Page) => on.getByRole('complementary', { name: 'The chosen cell' })
	const said = await detail(page).textContent()
	const fresh = await opened(page, await copied(page))
	await expect(fresh.locator('[data-cell="2-3"]')).toHaveAttribute('aria-selected', 'true')
	expect(await detail(fresh).textContent()).toBe(said)
	await expect(fresh.getByRole('combobox', { name: 'Order' })).toHaveValue('year')
})

test('the address of a text opens it where it was read, and can be pasted into the search', async ({ open }) => {
	const page = await open(article)
	await page.getByRole('button', { name: 'Ethics and law' }).click()
	await expect(page.getByRole('button', { name: 'Ethics and law' })).toHaveAttribute('aria-current', 'true')
	const address = await copied(page)
	const fresh = await opened(page, address)
	await expect(fresh.getByRole('heading', { name: 'Ethics and law' })).toBeInViewport()
	expect(await copied(fresh)).toBe(address)

	for (const pasted of [
		address,
		`parallax://open${new URL(address).pathname}${new URL(address).search}`,
		`http://127.0.0.1:1${three}`,
	]) {
		await fresh.getByRole('link', { name: 'Home', exact: true }).click()
		await fresh.keyboard.press('Control+k')
		await search(fresh).getByRole('searchbox').fill(pasted)
		await expect(search(fresh).getByRole('status')).toHaveText('This is an address of Parallax. Enter opens it.')
		await fresh.keyboard.press('Enter')
		await expect(search(fresh)).toBeHidden()
		await expect(fresh.getByRole('heading', { name: 'Ethics and law' }).first()).toBeAttached()
		await expect(fresh).toHaveURL(pasted.includes('beside') ? /\/beside/ : /\/read\//)
	}
	await fresh.keyboard.press('Control+k')
	await search(fresh).getByRole('searchbox').fill('https://example.org/read/modern-ect')
	await expect(search(fresh).getByText('This is an address of Parallax.')).toHaveCount(0)
})
