/** What a student does with cards, from the first highlight to the tenth review: the same steps in every host. */
import { expect, type Page } from '@playwright/test'
import { drag, painted, tools } from '../e2e/marks.ts'
import { pane } from '../e2e/places.ts'

/** What differs between the hosts. */
interface CardJourney {
	page: Page
	/** Closes the program in order and starts it again on the same workspace. @returns its page */
	restart(): Promise<Page>
}

const words = 'helps people whose difficulty'
const question = 'Whom does sex therapy help?'
const dialog = (page: Page) => page.getByRole('dialog')
const message = (page: Page, text: string) => page.locator('.message', { hasText: text })
const left = (page: Page) => page.getByRole('main').locator('dl').first()
const face = (page: Page) => page.getByRole('article', { name: /^Card/ })

/** Walks the whole way: ten cards are made and answered, with a step back and a restart between. */
export async function walkTheCardJourney(host: CardJourney): Promise<void> {
	await highlightToCard(host.page)
	await pointsToCards(host.page)
	await studyTo(host.page, 5)
	await takeOneBack(host.page)
	const page = await host.restart()
	await page.getByRole('link', { name: 'Cards', exact: true }).click()
	await expect(page.getByRole('link', { name: /^Study 5 cards/ })).toBeVisible()
	await page.getByRole('link', { name: /^Study 5 cards/ }).click()
	await studyTo(page, 5)
	await expect(page.getByRole('heading', { name: 'Done for today' })).toBeVisible()
	await expect(page.getByText('You answered 5 cards.')).toBeVisible()
}

async function highlightToCard(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Library', exact: true }).click()
	await page.getByRole('main').getByRole('link', { name: 'Intimate psychotherapy', exact: true }).first().click()
	await page.getByRole('link', { name: 'Full texts' }).click()
	await drag(page, pane(page, 'Clinical reality'), words)
	await page.keyboard.press('h')
	await expect.poll(() => painted(page)).toEqual({ yellow: words })
	await drag(page, pane(page, 'Clinical reality'), words)
	await tools(page).getByRole('button', { name: 'Make a card' }).click()
	await dialog(page).getByRole('textbox', { name: 'Front' }).fill(question)
	await expect(dialog(page).getByRole('region', { name: 'Preview' })).toContainText(question)
	await dialog(page).getByRole('button', { name: 'Make 1 card' }).click()
	await expect(message(page, '1 card made.')).toBeVisible()
}

async function pointsToCards(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Make a deck…' }).click()
	await dialog(page).getByRole('button', { name: 'Choose none' }).click()
	for (let at = 0; at < 9; at++) await dialog(page).getByRole('checkbox').nth(at).check()
	await dialog(page).getByRole('button', { name: 'Make 9 cards' }).click()
	await expect(message(page, '9 cards made.')).toBeVisible()
	await page.getByRole('link', { name: 'Cards', exact: true }).click()
	await page.getByRole('link', { name: /^Study 10 cards/ }).click()
}

/** Answers cards, each known well enough that it does not come back today. */
async function studyTo(page: Page, count: number): Promise<void> {
	for (let done = 0; done < count; done++) {
		await expect(face(page)).toBeVisible()
		const before = await left(page).textContent()
		await showAnswer(page)
		await page.keyboard.press('4')
		await expect
			.poll(async () => (await left(page).count()) === 0 || (await left(page).textContent()) !== before)
			.toBe(true)
	}
}

/** Space uncovers a card that has content notes, then shows its answer. */
async function showAnswer(page: Page): Promise<void> {
	const answered = page.getByRole('region', { name: 'Back' })
	if (await page.getByRole('article', { name: 'Card, covered' }).count()) {
		await page.keyboard.press('Space')
		await expect(page.getByRole('article', { name: 'Card, covered' })).toHaveCount(0)
	}
	await page.keyboard.press('Space')
	await expect(answered).toBeVisible()
}

/** Undo of one review is exactly one review. */
async function takeOneBack(page: Page): Promise<void> {
	const before = await left(page).textContent()
	await page.keyboard.press('u')
	await expect(page.getByText('The last answer was taken back.')).toBeVisible()
	await expect.poll(() => left(page).textContent()).not.toBe(before)
	await showAnswer(page)
	await page.keyboard.press('4')
	await expect.poll(() => left(page).textContent()).toBe(before)
}
