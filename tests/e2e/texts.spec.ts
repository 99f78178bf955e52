/** Full texts: two readers that follow each other passage by passage, each keeping its place. */
import type { Page } from '@playwright/test'
import { expect, test } from '../setup/e2e.ts'
import { article, comparison, pane } from './places.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const top = (page: Page, side: 'Fiction' | 'Clinical reality') =>
	pane(page, side).evaluate((element) => element.scrollTop)
async function openTexts(open: (path?: string) => Promise<Page>): Promise<Page> {
	const page = await open(`${comparison}?view=texts`)
	await expect(pane(page, 'Fiction').getByText('A character carries')).toBeVisible()
	return page
}
async function wheel(page: Page, side: 'Fiction' | 'Clinical reality', by: number): Promise<void> {
	await pane(page, side).hover()
	await page.mouse.wheel(0, by)
}

test('the other text goes to the passage that answers, unless that is paused', async ({ open }) => {
	const page = await openTexts(open)
	await wheel(page, 'Fiction', 1200)
	await expect.poll(() => top(page, 'Clinical reality')).toBeGreaterThan(50)
	await expect(page.getByRole('navigation', { name: 'Rows' }).locator('[aria-current]')).toHaveCount(1)

	await page.getByRole('button', { name: /scroll the texts together/ }).click()
	const before = await top(page, 'Clinical reality')
	const from = await top(page, 'Fiction')
	await wheel(page, 'Fiction', 1500)
	await expect.poll(() => top(page, 'Fiction')).toBeGreaterThan(from)
	expect(await top(page, 'Clinical reality')).toBe(before)
})

test('a row of the spine brings both texts to its passages', async ({ open }) => {
	const page = await openTexts(open)
	await page.getByRole('navigation', { name: 'Rows' }).getByRole('button', { name: 'Law' }).click()
	await expect(pane(page, 'Clinical reality').locator('[data-current-row]')).toBeInViewport()
	await expect(pane(page, 'Fiction').locator('[data-current-row]')).toBeInViewport()
})

test('each pane keeps its place, after leaving and after a reload', async ({ open }) => {
	const page = await openTexts(open)
	await page.getByRole('button', { name: /scroll the texts together/ }).click()
	await wheel(page, 'Fiction', 900)
	await wheel(page, 'Clinical reality', 500)
	await expect.poll(() => top(page, 'Clinical reality')).toBeGreaterThan(400)
	const places = [await top(page, 'Fiction'), await top(page, 'Clinical reality')]
	await page.getByRole('link', { name: 'Points', exact: true }).click()
	await page.getByRole('link', { name: 'Full texts' }).click()
	const near = (side: 'Fiction' | 'Clinical reality', wanted = 0) =>
		expect.poll(async () => Math.abs((await top(page, side)) - wanted)).toBeLessThan(40)
	await near('Fiction', places[0])
	await near('Clinical reality', places[1])
	await page.reload()
	await near('Fiction', places[0])
	await near('Clinical reality', places[1])
})

test('a text opens where it was left', async ({ open }) => {
	const page = await open(article)
	const reader = page.locator('main')
	await expect(page.getByRole('heading', { name: 'What it is, and what it is not' })).toBeVisible()
	await page.getByRole('button', { name: 'Ethics and law' }).click()
	await expect(page.getByRole('button', { name: 'Ethics and law' })).toHaveAttribute('aria-current', 'true')
	const place = () => reader.evaluate((element) => element.scrollTop)
	await expect.poll(place).toBeGreaterThan(500)
	const left = await place()
	await page.getByRole('link', { name: 'Library' }).click()
	await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible()
	await page.goBack()
	await expect.poll(async () => Math.abs((await place()) - left)).toBeLessThan(40)
})

test('who has moved on before the kept place is known is left where they are', async ({ open, context }) => {
	const page = await open(article)
	const reader = page.locator('main')
	const top = () => reader.evaluate((element) => element.scrollTop)
	await page.getByRole('button', { name: 'Why people come' }).click()
	await expect.poll(top).toBeGreaterThan(300)
	await page.getByRole('link', { name: 'Library' }).click()
	await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible()

	// From here on the answer about the place waits until it is let through.
	const held: (() => void)[] = []
	await context.routeWebSocket(/\/rpc$/, (socket) => {
		const host = socket.connectToServer()
		const asked = new Set<string>()
		const idOf = (message: string) => (JSON.parse(message) as { i: string }).i
		socket.onMessage((message) => {
			if (String(message).includes('positions/read')) asked.add(idOf(String(message)))
			host.send(message)
		})
		host.onMessage((message) => {
			if (asked.has(idOf(String(message)))) held.push(() => socket.send(message))
			else socket.send(message)
		})
	})
	await page.goto(new URL(article, page.url()).href)
	await expect.poll(() => held.length).toBe(1)
	await page.getByRole('button', { name: 'On screen' }).click()
	const chosen = await top()
	expect(chosen).toBeGreaterThan(1000)
	for (const release of held) release()
	await page.getByRole('link', { name: 'Library' }).click()
	await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible()
	// Opened anew: on the way back the window itself knows the place.
	await page.goto(new URL(article, page.url()).href)
	await expect.poll(() => held.length).toBe(2)
	for (const release of held) release()
	await expect.poll(async () => Math.abs((await top()) - chosen), 'the place that was kept').toBeLessThan(40)
})
