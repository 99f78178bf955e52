/** Cards that come from reading: made, looked over, undone, found to be there already, followed to their source. */
import type { Page } from '@playwright/test'
import { makeStaleCard, said as now } from '../setup/cards.ts'
import { withClientOf } from '../setup/client.ts'
import { expect, test } from '../setup/e2e.ts'
import { card, comment, drag, painted, ready, tools } from './marks.ts'
import { article, comparison, pane, row } from './places.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const words = 'helps people whose difficulty'
const dialog = (page: Page) => page.getByRole('dialog')
const field = (page: Page, name: string) => dialog(page).getByRole('textbox', { name, exact: true })
const preview = (page: Page) => dialog(page).getByRole('region', { name: 'Preview' })
const message = (page: Page, text: string) => page.locator('.message', { hasText: text })
const undo = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true }).last().click()
/** What is kept. */
const kept = (page: Page) =>
	withClientOf(page, async (client) => {
		const decks = await client.cards.decks.list()
		const sitting = await client.cards.study.next({})
		return { cards: decks.reduce((sum, { cards }) => sum + cards, 0), note: sitting.next?.note, decks }
	})

test('a passage becomes a question: by keyboard alone, and one undo takes card and mark back', async ({ open }) => {
	const page = await open(article)
	await ready(page)
	await page.keyboard.press('.')
	await page.keyboard.press('.')
	await expect(tools(page).getByRole('button', { name: 'Make a card' })).toBeVisible()
	await page.keyboard.press('w')
	await expect(field(page, 'Front')).toBeFocused()
	await expect(field(page, 'Back')).toHaveValue(/^Psychosexual therapy, also called sex therapy/)
	await page.keyboard.press('Control+a')
	await page.keyboard.type('Whom does *sex therapy* help?')
	await expect(preview(page).locator('em').first()).toHaveText('sex therapy')
	await page.keyboard.press('Control+Enter')
	await expect(dialog(page)).toBeHidden()
	await expect(message(page, '1 card made.')).toBeVisible()
	await expect.poll(async () => Object.keys(await painted(page))).toEqual(['yellow'])
	expect(await kept(page)).toMatchObject({
		cards: 1,
		note: { fields: ['Whom does *sex therapy* help?', expect.stringMatching(/^Psychosexual/), expect.any(String)] },
		decks: [{ name: 'Psychosexual therapy' }],
	})
	await undo(page)
	await expect.poll(async () => (await kept(page)).cards).toBe(0)
	await expect.poll(() => painted(page)).toEqual({})
	await page.keyboard.press('Control+Shift+z')
	await expect.poll(async () => (await kept(page)).cards).toBe(1)
	await expect.poll(async () => Object.keys(await painted(page))).toEqual(['yellow'])
})

test('a mark that was made for a card goes where no card is made', async ({ open }) => {
	const page = await open(article)
	await ready(page)
	await drag(page, page.locator('main'), words)
	await page.keyboard.press('w')
	await expect(field(page, 'Front')).toBeVisible()
	await page.keyboard.press('Escape')
	await expect(dialog(page)).toBeHidden()
	await expect.poll(() => painted(page)).toEqual({})
	expect((await kept(page)).cards).toBe(0)
})

test('a highlight becomes a sentence with two gaps', async ({ open }) => {
	const page = await open(article)
	await ready(page)
	await drag(page, page.locator('main'), words)
	await page.keyboard.press('h')
	await expect.poll(() => painted(page)).toEqual({ yellow: words })
	await page.keyboard.press('.')
	await drag(page, page.locator('main'), words)
	await page.keyboard.press('w')
	await dialog(page)
		.getByRole('button', { name: /^Cloze/ })
		.click()
	const text = field(page, 'Text')
	await text.fill(words)
	await text.press('Home')
	for (const _ of 'helps') await text.press('Shift+ArrowRight')
	await text.press('Control+Shift+c')
	await expect(text).toHaveValue('{{c1::helps}} people whose difficulty')
	await text.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(area.value.length - 10, area.value.length))
	await dialog(page).getByRole('button', { name: 'Make a gap of the selection' }).click()
	await expect(text).toHaveValue('{{c1::helps}} people whose {{c2::difficulty}}')
	await expect(preview(page).getByRole('article')).toHaveCount(2)
	await dialog(page)
		.getByRole('checkbox', { name: /^Make: Basic/ })
		.uncheck()
	await dialog(page).getByRole('button', { name: 'Make 2 cards' }).click()
	await expect(message(page, '2 cards made.')).toBeVisible()
	// The mark was there before: it stays, and no second one was made.
	expect(await painted(page)).toEqual({ yellow: words })
	await undo(page)
	await expect.poll(async () => (await kept(page)).cards).toBe(0)
	expect(await painted(page)).toEqual({ yellow: words })
})

test('a sentence without a gap is not made, and it says why', async ({ open }) => {
	const page = await open('/cards')
	await expect(page.getByRole('button', { name: 'Add a card' })).toBeVisible()
	await page.keyboard.press('w')
	await dialog(page).getByText('Cloze', { exact: true }).click()
	await field(page, 'Text').fill('No gap here')
	await page.keyboard.press('Control+Enter')
	await expect(dialog(page).getByRole('alert').filter({ hasText: 'no gap yet' })).toBeVisible()
	expect((await kept(page)).cards).toBe(0)
	// What was begun is there again when the dialog is opened anew.
	await page.keyboard.press('Escape')
	await expect(dialog(page)).toBeHidden()
	await page.keyboard.press('w')
	await expect(field(page, 'Text')).toHaveValue('No gap here')
})

test('a link becomes fiction against evidence, from its own sheet', async ({ open }) => {
	const page = await open(`${comparison}?view=texts`)
	await expect(pane(page, 'Fiction').getByText('A character carries')).toBeVisible()
	await drag(page, pane(page, 'Fiction'), 'the injury is gone')
	await page.keyboard.press('l')
	await drag(page, pane(page, 'Clinical reality'), words)
	await page.keyboard.press('l')
	await comment(page).fill('Over night.')
	await card(page, 'Link').getByRole('button', { name: 'Make a card' }).click()
	await expect(field(page, 'Claim')).toHaveValue('the injury is gone')
	await expect(field(page, 'Finding')).toHaveValue(words)
	await expect(field(page, 'Why')).toHaveValue('Over night.')
	await dialog(page).getByRole('button', { name: 'Make 1 card' }).click()
	await expect(message(page, '1 card made.')).toBeVisible()
	expect((await kept(page)).note?.source?.annotation).toBeTruthy()
})

test('a point becomes a card; a second one of the same words is noticed', async ({ open }) => {
	const page = await open(comparison)
	await expect(row(page, 'Setting')).toBeVisible()
	await page.keyboard.press('j')
	await page.keyboard.press('w')
	await expect(field(page, 'Claim')).toHaveValue(/^The treatment takes place in bed/)
	await expect(preview(page)).toContainText('Sex therapy is conversation in a consulting room')
	await page.keyboard.press('Control+Enter')
	await expect(message(page, '1 card made.')).toBeVisible()
	await row(page, 'Setting').getByRole('button', { name: 'Make a card: Setting' }).click()
	await expect(dialog(page).getByText('with these words is there already')).toBeVisible()
	await page.keyboard.press('Escape')
	await page.getByRole('button', { name: 'Make a deck…' }).click()
	await expect(dialog(page).getByText('There already')).toBeVisible()
	await expect(dialog(page).getByRole('status').filter({ hasText: '13 of 14 chosen' })).toBeVisible()
})

test('a whole comparison becomes a deck, of the points that are chosen', async ({ open }) => {
	const page = await open(comparison)
	await page.getByRole('button', { name: 'Make a deck…' }).click()
	await dialog(page).getByRole('button', { name: 'Choose none' }).click()
	await expect(dialog(page).getByRole('button', { name: 'Make 0 cards' })).toHaveAttribute('aria-disabled', 'true')
	for (const at of [0, 2, 4]) await dialog(page).getByRole('checkbox').nth(at).check()
	await dialog(page).getByRole('combobox', { name: 'Deck' }).fill('Seminar::Fiction')
	await dialog(page).getByRole('button', { name: 'Make 3 cards' }).click()
	await expect(message(page, '3 cards made.')).toBeVisible()
	await page.getByRole('button', { name: 'Study now' }).click()
	await expect(page).toHaveURL(/\/cards\/study\?deck=\d+$/)
	await expect(page.getByRole('article', { name: 'Card' })).toContainText('Seminar › Fiction')
})

test('by hand, from the decks, both ways', async ({ open }) => {
	const page = await open('/cards')
	await page.getByRole('button', { name: 'Add a card' }).click()
	await expect(field(page, 'Front')).toBeFocused()
	await page.keyboard.type('catharsis')
	await dialog(page).getByText('Basic, both ways', { exact: true }).click()
	await field(page, 'Back').fill('release of feeling')
	await expect(field(page, 'Front')).toHaveValue('catharsis')
	await expect(preview(page).getByRole('article')).toHaveCount(2)
	await dialog(page).getByRole('button', { name: 'Make 2 cards' }).click()
	await expect(message(page, '2 cards made.')).toBeVisible()
	await expect(page.getByRole('link', { name: /^Study\s+My cards$/ })).toBeVisible()
	await page.getByRole('button', { name: 'Add a card' }).click()
	await expect(field(page, 'Front')).toHaveValue('')
})

test('a note in the notebook makes a card with w', async ({ open }) => {
	const page = await open(article)
	await ready(page)
	await drag(page, page.locator('main'), words)
	await page.keyboard.press('q')
	await page.keyboard.type('Whom does it help?')
	await page.keyboard.press('Escape')
	await page.getByRole('link', { name: 'Notes', exact: true }).click()
	await page.getByRole('article').first().focus()
	await page.keyboard.press('w')
	await expect(field(page, 'Front')).toHaveValue('Whom does it help?')
	await page.keyboard.press('Control+Enter')
	await expect(message(page, '1 card made.')).toBeVisible()
	await expect(page.getByRole('article').first()).toBeFocused()
})

test('a card leads back to its passage', async ({ open }) => {
	const page = await open(article)
	await ready(page)
	const last = 'An official booklet from California draws the line'
	await drag(page, page.locator('main'), last)
	await page.keyboard.press('w')
	await expect(field(page, 'Front')).toBeVisible()
	await page.keyboard.press('Control+Enter')
	await page.getByRole('button', { name: 'Study now' }).click()
	await expect(page.getByRole('article', { name: 'Card' })).toBeVisible()
	await page.keyboard.press('o')
	await expect(page).toHaveURL(new RegExp(`${article}\\?block=`))
	await expect(page.getByRole('main').getByRole('paragraph').filter({ hasText: last })).toBeInViewport()
})

test('cards whose source has changed: both wordings, taken or kept, undone', async ({ open }) => {
	const page = await open('/')
	await withClientOf(page, async (client) => {
		await makeStaleCard(client, 'Nothing sexual is shown in the room.')
		await makeStaleCard(client, 'Nothing sexual is done in the room.', 'What else?')
	})
	await page.getByRole('link', { name: 'Cards', exact: true }).click()
	await expect(page.getByText('2 cards: their sources say something else now.')).toBeVisible()
	await page.getByRole('link', { name: 'Look at them' }).click()
	const wordings = page.getByRole('region', { name: 'Back' })
	await expect(page.getByText('1 of 2 cards')).toBeVisible()
	await expect(wordings.locator('ins').first()).toHaveText(/done or|or|done/)
	await page.keyboard.press('a')
	await expect(page.getByText('New wording taken over.')).toBeVisible()
	await expect(page.getByText('1 of 1 card')).toBeVisible()
	await page.keyboard.press('d')
	await expect(page.getByText('All cards say what their sources say.')).toBeVisible()
	const words = () =>
		withClientOf(page, async (client) => {
			const ids = [1, 2]
			return (await client.cards.notes.show({ ids })).map(({ fields }) => fields[1])
		})
	expect((await words()).sort()).toEqual([now, 'Nothing sexual is done in the room.'].sort())
	await page.keyboard.press('Control+z')
	await expect(page.getByText('1 of 1 card')).toBeVisible()
})
