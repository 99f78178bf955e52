/** The card browser: finding, choosing, acting, and the way back; by mouse and by keyboard alone; smooth with very many cards. */
import type { Page } from '@playwright/test'
import type { Client } from '#contract/index.ts'
import { withClient } from '../setup/client.ts'
import { expect, test } from '../setup/e2e.ts'

const draft = (front: string, tags: string[] = [], source?: string) => ({
	type: 'basic' as const,
	fields: [front, 'An answer'],
	tags,
	...(source ? { source: { source, wording: {} } } : {}),
})
async function fill({ cards }: Client): Promise<void> {
	await cards.notes.create({
		deck: 'Sleep',
		notes: [
			draft('What helps sleep?', ['sleep'], 'compare/intimate-psychotherapy-and-sex-therapy/one-night'),
			draft('What are dreams for?', ['sleep', 'dream']),
		],
	})
	await cards.notes.create({ deck: 'Law', notes: [draft('What is an oath?'), draft('Who may testify?')] })
}
/** A file of so many cards, as it is taken in. */
async function fillMany({ cards: { transfer } }: Client, many: number): Promise<void> {
	const lines = Array.from({ length: many }, (_, index) => `Card ${String(index + 1).padStart(5, '0')}\tanswer`)
	const text = Buffer.from(`#separator:tab\n#html:true\n${lines.join('\n')}\n`)
	const { file } = await transfer.begin({ name: 'many.txt', bytes: text.length })
	for (let at = 0; at < text.length; at += 512 * 1024)
		await transfer.part({ file, content: text.subarray(at, at + 512 * 1024).toString('base64') })
	for await (const step of await transfer.import({ file })) if (step.type === 'done') return
}

const grid = (page: Page) => page.getByRole('grid', { name: 'Cards' })
const rows = (page: Page) => grid(page).locator('[role="row"][data-index]')
const row = (page: Page, words: string) => rows(page).filter({ hasText: words })
const status = (page: Page) => page.getByRole('main').getByRole('status').first()
const acts = (page: Page) => page.getByRole('group', { name: 'With the chosen cards' })

test('cards are found, narrowed, looked at and acted on, and all of it undone', async ({ host, open }) => {
	await withClient(host, fill)
	const page = await open('/cards/browse')
	await expect(status(page)).toHaveText('4 cards')
	await expect(grid(page)).toHaveAttribute('aria-rowcount', '5')
	await page.getByRole('searchbox', { name: 'Words on the card' }).fill('what dre')
	await expect(status(page)).toHaveText('1 card found')
	await expect(page).toHaveURL(/words=what/)
	await page.getByRole('button', { name: 'Show all' }).click()
	await page.getByRole('combobox', { name: 'Deck' }).selectOption({ label: 'Law' })
	await expect(status(page)).toHaveText('2 cards found')
	await page.reload()
	await expect(rows(page)).toHaveText([/oath/, /testify/])
	await page.getByRole('combobox', { name: 'Deck' }).selectOption('')
	await page.getByRole('combobox', { name: 'Tag' }).selectOption('sleep')
	await expect(rows(page)).toHaveText([/helps/, /dreams/])
	await grid(page).getByRole('button', { name: 'Card' }).click()
	await expect(grid(page).getByRole('columnheader', { name: 'Card' })).toHaveAttribute('aria-sort', 'ascending')
	await expect(rows(page)).toHaveText([/dreams/, /helps/])
	await page.getByRole('button', { name: 'Show all' }).click()

	await row(page, 'oath').click()
	await expect(page.getByRole('complementary', { name: 'Card in focus' })).toContainText('An answer')
	await row(page, 'oath').locator('.mark').click()
	await row(page, 'testify').click({ modifiers: ['Control'] })
	await expect(status(page)).toHaveText('4 cards, 2 chosen')
	await acts(page).getByRole('button', { name: 'Suspend' }).click()
	await expect(page.getByText('2 cards suspended.')).toBeVisible()
	await expect(row(page, 'Suspended')).toHaveCount(2)
	await page.getByRole('combobox', { name: 'State' }).selectOption('suspended')
	await expect(status(page)).toHaveText('2 cards found')
	await page.getByRole('button', { name: 'Choose all' }).click()
	await expect(status(page)).toHaveText('All 2 cards chosen')
	await acts(page).getByRole('button', { name: 'Move…' }).click()
	const moving = page.getByRole('dialog', { name: 'Move 2 cards' })
	await moving.getByRole('combobox', { name: 'Deck' }).fill('Exam::Law')
	await expect(moving.getByText('it is made')).toBeVisible()
	await moving.getByRole('button', { name: 'Move', exact: true }).click()
	await expect(rows(page).first()).toContainText('Exam › Law')
	await acts(page).getByRole('button', { name: 'Tags…' }).click()
	const tagging = page.getByRole('dialog', { name: 'Tags of 2 cards' })
	await tagging.getByRole('combobox', { name: 'Add' }).fill('exam law')
	await tagging.getByRole('button', { name: 'Change the tags' }).click()
	await expect(page.getByText('2 cards tagged anew.')).toBeVisible()
	await acts(page).getByRole('button', { name: 'Delete' }).click()
	await expect(page.getByText('No card answers what you are looking for.')).toBeVisible()
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
	for (const label of ['2 cards deleted', '2 cards tagged anew', '2 cards moved', '2 cards suspended']) {
		await page.keyboard.press('Control+z')
		await expect(page.getByText(`Undone: ${label}.`)).toBeVisible()
	}
	await page.getByRole('button', { name: 'Show all cards' }).click()
	await expect(status(page)).toHaveText('4 cards')
	await expect(row(page, 'Suspended')).toHaveCount(0)
	await expect(row(page, 'oath')).toContainText('Law')
})

test('everything goes by keyboard alone', async ({ host, open }) => {
	await withClient(host, fill)
	const page = await open('/cards/browse')
	await expect(rows(page)).toHaveCount(4)
	await page.keyboard.press('f')
	await expect(page.getByRole('searchbox', { name: 'Words on the card' })).toBeFocused()
	await rows(page).first().focus()
	await page.keyboard.press('ArrowDown')
	await expect(row(page, 'dreams')).toBeFocused()
	await page.keyboard.press('Shift+ArrowDown')
	await page.keyboard.press('Shift+ArrowDown')
	await expect(status(page)).toHaveText('4 cards, 3 chosen')
	await page.keyboard.press('Shift+ArrowUp')
	await expect(status(page)).toHaveText('4 cards, 2 chosen')
	await page.keyboard.press('b')
	await expect(page.getByText('2 cards buried until tomorrow.')).toBeVisible()
	await expect(row(page, 'Buried')).toHaveCount(2)
	await page.keyboard.press('Escape')
	await expect(status(page)).toHaveText('4 cards')
	await page.keyboard.press('Home')
	await page.keyboard.press(' ')
	await expect(row(page, 'helps')).toHaveAttribute('aria-selected', 'true')
	await page.keyboard.press('s')
	await expect(row(page, 'helps')).toContainText('Suspended')
	await page.keyboard.press('s')
	await expect(row(page, 'helps')).not.toContainText('Suspended')
	await page.keyboard.press('Enter')
	const editing = page.getByRole('dialog', { name: 'Edit the card' })
	await editing.getByRole('textbox', { name: 'Front' }).fill('What helps most?')
	await page.keyboard.press('Control+Enter')
	await expect(row(page, 'helps most')).toBeFocused()
	await page.keyboard.press('Delete')
	await expect(rows(page)).toHaveCount(3)
	await expect(row(page, 'dreams')).toBeFocused()
	await page.keyboard.press('Control+z')
	await expect(rows(page)).toHaveCount(4)
	await page.keyboard.press('Home')
	await expect(acts(page).getByRole('button', { name: 'Passage' })).toBeVisible()
	await page.keyboard.press('o')
	await expect(page).toHaveURL(/compare\/intimate-psychotherapy-and-sex-therapy\?point=one-night/)
})

test('20,000 cards scroll smoothly to the right rows, and all of them are suspended and brought back', async ({
	host,
	open,
}) => {
	test.setTimeout(240_000)
	await withClient(host, (client) => fillMany(client, 20_000))
	const page = await open('/cards/browse?order=text')
	await expect(status(page)).toHaveText('20,000 cards')
	await rows(page).first().focus()
	await page.keyboard.press('End')
	await expect(rows(page).last()).toBeFocused()
	await expect(rows(page).last()).toContainText('Card 20000')
	await expect(rows(page).last()).toHaveAttribute('aria-rowindex', '20001')
	await page.keyboard.press('Home')
	await expect(rows(page).first()).toContainText('Card 00001')
	expect(await rows(page).count(), 'rows in the page').toBeLessThan(80)
	const longest = await grid(page).evaluate(async (element) => {
		const frame = element.parentElement as HTMLElement
		let [worst, last] = [0, performance.now()]
		for (let at = 0; at < 60; at++) {
			frame.scrollTop = (frame.scrollHeight * at) / 60
			const now = await new Promise<number>((done) => requestAnimationFrame(done))
			if (at > 2) worst = Math.max(worst, now - last)
			last = now
		}
		return worst
	})
	// A machine that does other things meanwhile drops some; one that builds all rows takes seconds.
	expect(longest, 'longest frame in milliseconds').toBeLessThan(400)
	await grid(page).evaluate((element) => (element.parentElement as HTMLElement).scrollTo(0, 40 * 12_344))
	await expect(row(page, 'Card 12345')).toBeInViewport()
	await page.keyboard.press('Control+a')
	await expect(status(page)).toHaveText('All 20,000 cards chosen')
	await page.keyboard.press('s')
	await expect(page.getByText('20,000 cards suspended.')).toBeVisible({ timeout: 30_000 })
	await expect(row(page, 'Card 12345')).toContainText('Suspended')
	await page.keyboard.press('Control+z')
	await expect(page.getByText('Undone: 20,000 cards suspended.')).toBeVisible({ timeout: 30_000 })
	await expect(row(page, 'Card 12345')).not.toContainText('Suspended')
})
