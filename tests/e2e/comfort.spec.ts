/** Reading comfort: spacing, the reading ruler, back and forward, where one was in a text, and paper. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../setup/e2e.ts'
import { article, comparison, coveredPhrase, pane, row, trope } from './places.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const band = (page: Page) => page.locator('.ruler .band')
const bandTop = (page: Page) => band(page).evaluate((element) => element.getBoundingClientRect().top)
const scrolled = (page: Page) => page.locator('main').evaluate((element) => element.scrollTop)
const tools = (page: Page) => page.getByRole('region', { name: 'Reading', exact: true })
const style = (text: Locator, name: 'letterSpacing' | 'wordSpacing' | 'fontSize' | 'maxWidth') =>
	text.evaluate((element, key) => Number.parseFloat(getComputedStyle(element)[key]) || 0, name)

async function openArticle(open: (path?: string) => Promise<Page>): Promise<Page> {
	const page = await open(article)
	await expect(page.getByText('helps people whose difficulty')).toBeVisible()
	// Lines break anew when the letters come.
	await page.evaluate(() => document.fonts.ready.then(() => undefined))
	return page
}

test.describe('spacing', () => {
	test('letters and words move apart together, and a line keeps its characters', async ({ open }) => {
		const page = await openArticle(open)
		const text = page.getByText('helps people whose difficulty')
		const reading = page.locator('.reading').last()
		const before = await style(reading, 'maxWidth')
		await tools(page).getByRole('button', { name: 'How the text looks' }).click()
		const slider = page.getByRole('slider', { name: 'Letter and word spacing' })
		await slider.press('End')
		await expect(slider).toHaveAttribute('aria-valuetext', '12%')
		const size = await style(text, 'fontSize')
		expect(await style(text, 'letterSpacing')).toBeCloseTo(size * 0.12, 1)
		expect(await style(text, 'wordSpacing')).toBeCloseTo(size * 0.16, 1)
		expect((await style(reading, 'maxWidth')) / before).toBeCloseTo((0.5 + 0.12 * 1.22) / 0.5, 1)
		await page.reload()
		await expect.poll(() => style(text, 'letterSpacing')).toBeGreaterThan(1)
	})

	test('the menu beside a text is closed by Escape, which gives the focus back', async ({ open }) => {
		const page = await openArticle(open)
		const opener = tools(page).getByRole('button', { name: 'How the text looks' })
		await opener.focus()
		await page.keyboard.press('Enter')
		await expect(page.getByRole('slider', { name: 'Text size' })).toBeVisible()
		await page.keyboard.press('Escape')
		await expect(opener).toBeFocused()
	})
})

test.describe('the reading ruler', () => {
	test('comes and goes by its key, says so, and moves line by line', async ({ open }) => {
		const page = await openArticle(open)
		await page.keyboard.press('r')
		await expect(band(page)).toBeVisible()
		await expect(page.getByRole('status').filter({ hasText: 'Reading ruler on.' })).toBeVisible()
		const height = async () => (await band(page).boundingBox())?.height ?? 0
		// Two lines of reading text, or of the summary above it.
		expect(await height()).toBeGreaterThan(40)
		const tops = [await bandTop(page)]
		for (let n = 0; n < 3; n += 1) {
			await page.keyboard.press('ArrowDown')
			// A key is let go of before the page has drawn what it does.
			await expect.poll(() => bandTop(page)).toBeGreaterThan(tops.at(-1) ?? 0)
			tops.push(await bandTop(page))
		}
		await page.keyboard.press('ArrowUp')
		await expect.poll(() => bandTop(page)).toBe(tops[2])
		// Lower down the text comes up to the ruler.
		for (let n = 0; n < 25; n += 1) await page.keyboard.press('ArrowDown')
		await expect.poll(() => scrolled(page)).toBeGreaterThan(200)
		expect(await bandTop(page)).toBeLessThan(500)
		await page.keyboard.press('r')
		await expect(band(page)).toHaveCount(0)
	})

	test('follows the pointer, which goes through it', async ({ open }) => {
		const page = await openArticle(open)
		await page.keyboard.press('r')
		const citation = page.getByRole('button', { name: /^Reference: / }).first()
		await citation.hover()
		const over = await citation.boundingBox()
		await expect.poll(async () => Math.abs((await bandTop(page)) - (over?.y ?? 0))).toBeLessThan(20)
		await citation.click()
		await expect(page.getByRole('dialog', { name: 'Reference' })).toBeVisible()
	})

	test('goes to what has the focus, and does not dim it', async ({ open }) => {
		const page = await openArticle(open)
		await tools(page).getByRole('button', { name: 'How the text looks' }).click()
		await page.getByText('Window', { exact: true }).click()
		await page.keyboard.press('Escape')
		await expect(page.locator('.veil-part')).toHaveCount(2)
		const citation = page.getByRole('button', { name: /^Reference: / }).nth(2)
		const focused = () => citation.evaluate((element) => element === document.activeElement)
		for (let n = 0; n < 12 && !(await focused()); n += 1) await page.keyboard.press('Tab')
		await expect(citation).toBeFocused()
		const box = await citation.boundingBox()
		await expect.poll(async () => Math.abs((await bandTop(page)) - (box?.y ?? 0))).toBeLessThan(30)
		// The pointer leads the ruler away: the focus stands above the veil.
		await page.mouse.move(700, 120)
		const order = await citation.evaluate((element) => Number(getComputedStyle(element).zIndex))
		const veil = await page
			.locator('.veil-part')
			.first()
			.evaluate((element) => Number(getComputedStyle(element).zIndex))
		expect(order).toBeGreaterThan(veil)
	})

	test('lies in the one of two texts that is being read', async ({ open }) => {
		const page = await open(`${comparison}?view=texts`)
		await expect(pane(page, 'Fiction').getByText('A character carries')).toBeVisible()
		await page.keyboard.press('r')
		const left = async () => (await band(page).boundingBox())?.x ?? -1
		await pane(page, 'Clinical reality').hover()
		const reality = (await pane(page, 'Clinical reality').boundingBox())?.x ?? 0
		await expect.poll(left).toBe(reality)
		await page.keyboard.press('[')
		await page.keyboard.press('ArrowDown')
		await expect.poll(left).toBe((await pane(page, 'Fiction').boundingBox())?.x)
	})

	test('its letter does nothing once single letters are switched off', async ({ open }) => {
		const page = await open('/settings')
		await page.getByRole('switch', { name: 'Single letters as shortcuts' }).click()
		await page.getByText('Band', { exact: true }).click()
		await page.goto(new URL(article, page.url()).href)
		await expect(band(page)).toBeVisible()
		await page.keyboard.press('r')
		const top = await bandTop(page)
		await page.keyboard.press('ArrowDown')
		await expect.poll(() => bandTop(page)).toBeGreaterThan(top)
	})
})

test.describe('back and forward', () => {
	const back = (page: Page) => page.getByRole('button', { name: 'Back', exact: true })
	const forward = (page: Page) => page.getByRole('button', { name: 'Forward', exact: true })

	test('are there only where there is somewhere to go, by button and by key', async ({ open }) => {
		const page = await open()
		await expect(back(page)).toHaveAttribute('aria-disabled', 'true')
		await expect(forward(page)).toHaveAttribute('aria-disabled', 'true')
		await back(page).click({ force: true })
		await expect(page.getByRole('heading', { level: 1 })).toContainText('What the story says')
		await page.getByRole('link', { name: 'Library' }).click()
		await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible()
		await page.getByRole('link', { name: 'Help', exact: true }).click()
		await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible()
		await page.keyboard.press('Alt+ArrowLeft')
		await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible()
		await expect(forward(page)).toHaveAttribute('aria-disabled', 'false')
		await page.keyboard.press('Alt+ArrowRight')
		await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible()
		await expect(forward(page)).toHaveAttribute('aria-disabled', 'true')
		await back(page).click()
		await back(page).click()
		await expect(back(page)).toHaveAttribute('aria-disabled', 'true')
	})

	test('lead to the same place in a text, though its address names another', async ({ open }) => {
		const page = await open(`${article}?block=ethics-and-law`)
		await page.getByRole('button', { name: 'Why people come' }).click()
		await expect(page.getByRole('heading', { name: 'Why people come' })).toBeInViewport()
		const place = await scrolled(page)
		await page.getByRole('link', { name: 'Library' }).click()
		await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible()
		await page.keyboard.press('Alt+ArrowLeft')
		await expect(page.getByRole('heading', { level: 1, name: 'Psychosexual therapy' })).toBeAttached()
		await expect.poll(async () => Math.abs((await scrolled(page)) - place)).toBeLessThan(5)
	})

	test('lead to the same place in a list, and to the rows that were open', async ({ open }) => {
		const page = await open('/library?kind=reference')
		await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
		await page.getByRole('main').hover()
		await page.mouse.wheel(0, 900)
		await expect.poll(() => scrolled(page)).toBeGreaterThan(500)
		const place = await scrolled(page)
		await page.getByRole('link', { name: 'Help', exact: true }).click()
		await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible()
		await page.keyboard.press('Alt+ArrowLeft')
		await expect.poll(() => scrolled(page)).toBe(place)

		await page.goto(new URL(comparison, page.url()).href)
		await row(page, 'Method')
			.getByRole('button', { name: /depictions/ })
			.click()
		await row(page, 'Method').getByRole('link', { name: 'Open the article at this point' }).click()
		await expect(page.getByRole('heading', { level: 1, name: 'Psychosexual therapy' })).toBeAttached()
		await page.keyboard.press('Alt+ArrowLeft')
		await expect(row(page, 'Method')).toContainText('For discussion.')
		await expect(row(page, 'Setting')).not.toContainText('For discussion.')
	})
})

test.describe('where you were', () => {
	const places = (page: Page) => page.getByRole('dialog', { name: 'Where you were' })
	const openPlaces = (page: Page) => tools(page).getByRole('button', { name: 'Where you were' }).click()
	/** Opens the list anew until it names the place: it takes some seconds in a passage. */
	const toHave = (page: Page, name: RegExp) =>
		expect(async () => {
			await page.keyboard.press('Escape')
			await openPlaces(page)
			await expect(places(page).getByRole('button', { name })).toBeVisible({ timeout: 500 })
		}).toPass()

	test('names the passages one stayed at, and leads back to them', async ({ open }) => {
		const page = await openArticle(open)
		await openPlaces(page)
		await expect(places(page)).toContainText('Passages you stay at for a few seconds are listed here.')
		await page.keyboard.press('Escape')
		await page.getByRole('button', { name: 'Ethics and law' }).click()
		await expect(page.getByRole('heading', { name: 'Ethics and law' })).toBeInViewport()
		await toHave(page, /^Ethics and law .*just now .*The American Psychological Association/)
		await page.keyboard.press('Escape')
		await page.getByRole('button', { name: 'What it is, and what it is not' }).click()
		await expect(page.getByRole('heading', { name: 'Ethics and law' })).not.toBeInViewport()
		await openPlaces(page)
		await places(page)
			.getByRole('button', { name: /^Ethics and law/ })
			.click()
		await expect(places(page)).toHaveCount(0)
		await expect(page.getByRole('heading', { name: 'Ethics and law' })).toBeInViewport()
		// The way there is a stop like any other.
		await page.keyboard.press('Alt+ArrowLeft')
		await expect(page.getByRole('heading', { name: 'What it is, and what it is not' })).toBeInViewport()
	})

	test('in a comparison, lists points and both texts, and goes with the history', async ({ open }) => {
		const page = await open(`${comparison}?point=nobodys-business`)
		await toHave(page, /^Points · Law/)
		await page.keyboard.press('Escape')
		await page.getByRole('link', { name: 'Matrix' }).click()
		await openPlaces(page)
		await places(page)
			.getByRole('button', { name: /^Points · Law/ })
			.click()
		await expect(row(page, 'Law')).toBeInViewport()
		await page.getByRole('link', { name: 'Full texts' }).click()
		await page.getByRole('navigation', { name: 'Rows' }).getByRole('button', { name: 'Law' }).click()
		await toHave(page, /^Psychosexual therapy · Ethics and law/)
		await page.keyboard.press('Escape')
		await page.getByRole('link', { name: 'Home', exact: true }).click()
		await page.getByRole('button', { name: 'Clear the list' }).click()
		await expect(page.getByText('The list of recent texts is empty.')).toBeVisible()
		await page.goto(new URL(`${comparison}?view=matrix`, page.url()).href)
		await openPlaces(page)
		await expect(places(page)).toContainText('Passages you stay at')
	})
})

test.describe('on paper', () => {
	const print = (page: Page) => page.emulateMedia({ media: 'print' })

	test('a text stands alone, with where it comes from and its references', async ({ open }) => {
		const page = await openArticle(open)
		await page.keyboard.press('r')
		await page.getByRole('button', { name: 'Ethics and law' }).click()
		await expect.poll(() => scrolled(page)).toBeGreaterThan(1000)
		const place = await scrolled(page)
		await print(page)
		await expect(page.getByText(/version .*Printed from Parallax on/)).toBeVisible()
		await expect(page.getByRole('heading', { name: 'References' })).toBeVisible()
		for (const gone of [
			page.locator('.rail'),
			page.getByRole('navigation', { name: 'Contents' }),
			page.locator('.ruler'),
			tools(page),
		])
			await expect(gone).toBeHidden()
		expect(await page.locator('main').evaluate((element) => element.scrollHeight > element.clientHeight)).toBe(false)
		await page.emulateMedia({ media: 'screen' })
		await expect(page.getByText('Printed from Parallax')).toHaveCount(0)
		await expect.poll(() => scrolled(page)).toBe(place)
	})

	test('what is covered stays covered, and says so', async ({ open }) => {
		const page = await open(trope)
		await expect(page.getByRole('button', { name: /^Show: / }).first()).toBeAttached()
		await print(page)
		await expect(page.getByText('Covered, and so not printed.').first()).toBeVisible()
		await expect(page.getByText(coveredPhrase)).toHaveCount(0)
		await expect(page.getByRole('button', { name: /^Show: / })).toHaveCount(0)
	})

	test('points have all their evidence and their verdicts by word; the screen stays as it was', async ({ open }) => {
		const page = await open(comparison)
		await row(page, 'Method')
			.getByRole('button', { name: /depictions/ })
			.click()
		await expect(page.getByText('For discussion.')).toHaveCount(1)
		await print(page)
		await expect(page.getByText('For discussion.')).toHaveCount(14)
		await expect(row(page, 'Setting').getByText('Inaccurate', { exact: true })).toBeVisible()
		await expect(page.getByRole('button')).toHaveCount(0)
		await page.emulateMedia({ media: 'screen' })
		await expect(page.getByText('For discussion.')).toHaveCount(1)
	})

	test('the Print button waits until the page is ready', async ({ open }) => {
		const page = await open(comparison)
		await expect(row(page, 'Setting')).toBeVisible()
		await page.evaluate(() => {
			window.print = () => {
				document.title = `${document.querySelectorAll('.question').length} printed`
				dispatchEvent(new Event('afterprint'))
			}
		})
		await tools(page).getByRole('button', { name: 'Print' }).click()
		await expect(page).toHaveTitle('14 printed')
		await expect(page.getByText('For discussion.')).toHaveCount(0)
	})

	test('full texts stand whole, one after the other; the matrix has its verdicts by word', async ({ open }) => {
		const page = await open(`${comparison}?view=texts`)
		await expect(pane(page, 'Fiction').getByText('A character carries')).toBeVisible()
		await print(page)
		for (const side of ['Fiction', 'Clinical reality'] as const)
			expect(await pane(page, side).evaluate((one) => one.scrollHeight > one.clientHeight + 1)).toBe(false)
		const box = async (side: 'Fiction' | 'Clinical reality') =>
			(await pane(page, side).boundingBox()) ?? { y: 0, height: 0 }
		const fiction = await box('Fiction')
		expect((await box('Clinical reality')).y).toBeGreaterThanOrEqual(fiction.y + fiction.height)
		await expect(page.getByRole('heading', { name: 'References' })).toHaveCount(2)
		await expect(page.getByRole('navigation')).toHaveCount(0)
		await page.emulateMedia({ media: 'screen' })
		await page.getByRole('link', { name: 'Matrix' }).click()
		await print(page)
		await expect(page.getByRole('grid').getByText('Harmful', { exact: true }).first()).not.toHaveClass(
			/visually-hidden/,
		)
		await expect(page.getByText('Asserts the claim', { exact: true }).first()).toBeVisible()
	})
})
