/** Studying cards: by keyboard, at one's own pace, without losing anything. */
import type { Page } from '@playwright/test'
import { withClient } from '../setup/client.ts'
import { expect, test } from '../setup/e2e.ts'
import { makeQuestions, question } from '../setup/study.ts'
import { comparison } from './places.ts'

const front = (page: Page) => page.getByRole('region', { name: 'Front' })
const back = (page: Page) => page.getByRole('region', { name: 'Back' })
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })
/** Without steps each answer settles a card for today. */
const noSteps = { learningSteps: [], relearningSteps: [] }

test('ten cards by keyboard alone', async ({ host, open }) => {
	await withClient(host, async (client) => {
		await client.workspace.settings.change(noSteps)
		await makeQuestions(client, 10)
	})
	const page = await open('/')
	await page.getByRole('link', { name: '10 cards to study' }).press('Enter')
	for (const [at, key] of ['Space', 'Enter', '3', '4', '2', '1', 'Space', 'Space', 'Enter', '3'].entries()) {
		await expect(front(page)).toBeFocused()
		await expect(front(page)).toHaveText(`Question ${at + 1}`)
		await expect(page).toHaveTitle(`${10 - at} left · Study · Parallax`)
		await expect(back(page)).toHaveCount(0)
		await page.keyboard.press(at % 2 ? 'Enter' : 'Space')
		await expect(back(page)).toBeFocused()
		await expect(back(page)).toHaveText(`Answer ${at + 1}`)
		await page.keyboard.press(key)
		await expect(page.getByRole('main').getByRole('status')).toHaveText(/^(Again|Hard|Good|Easy)\. It comes back in \d/)
	}
	await expect(heading(page, 'Done for today')).toBeFocused()
	await expect(page.getByText('You answered 10 cards.')).toBeVisible()
	const decks = await withClient(host, (client) => client.cards.decks.list())
	expect(decks.map(({ due }) => due)).toEqual([{ new: 0, learning: 0, review: 0 }])
})

test('undo takes back exactly one answer', async ({ host, open }) => {
	await withClient(host, async (client) => {
		await client.workspace.settings.change(noSteps)
		await makeQuestions(client, 3)
	})
	const page = await open('/cards/study')
	for (const at of [1, 2]) {
		await expect(front(page)).toHaveText(`Question ${at}`)
		await page.keyboard.press('Space')
		await page.keyboard.press('3')
	}
	await expect(front(page)).toHaveText('Question 3')
	await page.keyboard.press('u')
	await expect(front(page)).toHaveText('Question 2')
	await expect(front(page)).toBeFocused()
	await expect(page).toHaveTitle('2 left · Study · Parallax')
	await page.keyboard.press('Space')
	await page.keyboard.press('3')
	await expect(front(page)).toHaveText('Question 3')
})

test('whoever leaves comes back to the card where they were', async ({ host, open }) => {
	const point = 'one-night'
	const deck = await withClient(host, async (client) => {
		await client.workspace.settings.change(noSteps)
		const id = await makeQuestions(client, 1)
		const [draft] = await client.cards.notes.suggest({
			from: 'point',
			comparison: comparison.replace('/compare/', ''),
			point,
		})
		if (!draft) throw new Error('The point suggests no card.')
		const { deck: _, title: __, same: ___, ...note } = draft
		await client.cards.notes.create({ deck: id, notes: [{ ...note, contentNotes: [] }, question('Last', 'One')] })
		await makeQuestions(client, 1, 'Another deck')
		return id
	})
	const page = await open(`/cards/study?deck=${deck}`)
	await expect(front(page)).toHaveText('Question 1')
	await expect(page).toHaveTitle('3 left · Study · Parallax')
	await page.keyboard.press('Space')
	await page.keyboard.press('3')
	await expect(page.getByRole('link', { name: 'Passage' })).toBeVisible()
	const words = (await front(page).textContent()) ?? ''
	await page.keyboard.press('Space')
	await expect(back(page)).toBeFocused()
	await page.keyboard.press('o')
	await expect(page).toHaveURL(new RegExp(`point=${point}`))
	await page.keyboard.press('Alt+ArrowLeft')
	await expect(front(page)).toHaveText(words)
	await expect(back(page)).toHaveCount(0)
	await page.getByRole('link', { name: 'Stop' }).click()
	const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Trauma' }) })
	await expect(row.locator('.new')).toHaveText('New2')
	await page.reload()
	await row.getByRole('link', { name: 'Study Trauma' }).click()
	await expect(page).toHaveTitle('2 left · Study · Parallax')
	await expect(front(page)).toHaveText(words)
})

test('a card with content notes stays covered until it is asked for', async ({ host, open }) => {
	await withClient(host, (client) =>
		client.cards.notes.create({ deck: 'A', notes: [question('Under cover', 'Said', { contentNotes: ['suicide'] })] }),
	)
	const page = await open('/cards/study')
	await expect(page.getByText('Contains suicide.')).toBeVisible()
	await expect(page.getByRole('article', { name: 'Card, covered' })).toBeFocused()
	expect(await page.content()).not.toContain('Under cover')
	await page.keyboard.press('1')
	await page.keyboard.press('Space')
	await expect(front(page)).toHaveText('Under cover')
	await expect(front(page)).toBeFocused()
	await expect(back(page)).toHaveCount(0)
	await page.keyboard.press('Space')
	await expect(back(page)).toBeFocused()
})

test('a card is edited while it is studied, and stays as far open as it was', async ({ host, open }) => {
	await withClient(host, (client) => makeQuestions(client, 2))
	const page = await open('/cards/study')
	await expect(front(page)).toBeFocused()
	await page.keyboard.press('Space')
	await page.keyboard.press('e')
	const dialog = page.getByRole('dialog', { name: 'Edit the card' })
	await dialog.getByLabel('Back', { exact: true }).fill('Better words')
	await page.keyboard.press('Control+Enter')
	await expect(dialog).toHaveCount(0)
	await expect(back(page)).toHaveText('Better words')
	await expect(back(page)).toBeFocused()
	await page.keyboard.press('4')
	await expect(front(page)).toHaveText('Question 2')
})

test('while steps are waited for, what comes due appears by itself', async ({ host, open }) => {
	await withClient(host, async (client) => {
		await client.workspace.settings.change({ learningSteps: [30] })
		await makeQuestions(client, 1)
	})
	const page = await open('/cards/study')
	await expect(front(page)).toBeFocused()
	await page.keyboard.press('Space')
	await page.keyboard.press('1')
	await expect(heading(page, 'A short break')).toBeFocused()
	await expect(page.getByText('The next card comes back in 30 minutes.')).toBeVisible()
	await withClient(host, (client) => client.cards.notes.create({ deck: 'Trauma', notes: [question('New', 'One')] }))
	await expect(front(page)).toHaveText('New')
	await expect(front(page)).toBeFocused()
})

test('there is something to do where no card ever was', async ({ open }) => {
	const page = await open('/cards/study')
	await expect(heading(page, 'No cards yet')).toBeVisible()
	await page.getByRole('link', { name: 'Choose something to read' }).click()
	await expect(heading(page, 'Library')).toBeVisible()
})

test('in a narrow window everything is in reach', async ({ host, open }) => {
	await withClient(host, (client) =>
		client.cards.notes.create({ deck: 'A', notes: [question('Long '.repeat(300), 'Answer '.repeat(300))] }),
	)
	const page = await open('/cards/study')
	await page.setViewportSize({ width: 360, height: 640 })
	await page.getByRole('button', { name: 'Show the answer' }).click()
	await expect(back(page)).toBeInViewport()
	for (const name of [/^Again/, /^Hard/, /^Good/, /^Easy/])
		await expect(page.getByRole('button', { name })).toBeInViewport({ ratio: 1 })
	await expect(page.getByRole('link', { name: 'Stop' })).toBeInViewport({ ratio: 1 })
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
	await page.getByRole('button', { name: /^Easy/ }).click()
	await expect(heading(page, 'Done for today')).toBeVisible()
})

test('on the whole screen there is the card, and its dialog', async ({ host, open }) => {
	await withClient(host, (client) => makeQuestions(client, 2))
	const page = await open('/cards/study')
	const rail = page.getByRole('navigation', { name: 'Main' })
	await expect(front(page)).toBeFocused()
	await expect(rail).toBeVisible()
	await page.keyboard.press('f')
	await expect(rail).toBeHidden()
	await page.keyboard.press('e')
	await expect(page.getByRole('dialog', { name: 'Edit the card' })).toBeVisible()
	await page.getByRole('button', { name: 'Cancel' }).click()
	await page.getByRole('link', { name: 'Stop' }).click()
	await expect(heading(page, 'Cards')).toBeVisible()
	await expect(rail).toBeVisible()
})

test('an exam date shows its plan, and is kept', async ({ host, open }) => {
	await withClient(host, (client) => makeQuestions(client, 40))
	const page = await open('/cards')
	await page.getByRole('button', { name: 'Settings of Trauma' }).click()
	const dialog = page.getByRole('dialog', { name: 'Settings of the deck' })
	const exam = dialog.getByLabel('Exam date, if there is one')
	await exam.fill('2020-01-01')
	await expect(dialog.getByText('This day is not ahead. Choose a day after today.')).toBeVisible()
	const { year } = await page.evaluate(() => ({ year: new Date().getFullYear() + 1 }))
	await exam.fill(`${year}-02-01`)
	const plan = dialog.getByRole('region', { name: 'Plan until the exam' })
	await expect(plan.getByRole('term').filter({ hasText: 'Remembered on the day, with it' })).toBeVisible()
	const days = Number.parseInt((await plan.getByRole('definition').first().textContent()) ?? '', 10)
	expect(days).toBeGreaterThan(20)
	await expect(plan.getByRole('row')).toHaveCount(days + 1)
	await dialog.getByRole('button', { name: 'Keep' }).click()
	await expect(page.getByText(`exam on 1 February ${year}`)).toBeVisible()
})

test('settings of cards: what remembering more costs, steps, and days', async ({ host, open }) => {
	const page = await open('/settings')
	const cards = page.getByRole('region', { name: 'Cards' })
	await expect(cards.getByText('It suits most people.')).toBeVisible()
	await cards.getByRole('slider').press('End')
	await expect(cards.getByText('about 4.5 times as often as at 90%')).toBeVisible()
	await cards.getByText('More', { exact: true }).click()
	const steps = cards.getByLabel('Learning steps')
	await steps.fill('soon')
	await steps.press('Enter')
	await expect(cards.getByRole('alert')).toBeVisible()
	await steps.fill('5, 20')
	await steps.press('Enter')
	await expect(cards.getByRole('alert')).toHaveCount(0)
	await cards.getByLabel('Sunday').selectOption('As few as possible')
	await cards.getByLabel('A new day begins at').selectOption('05:00')
	const read = () => withClient(host, (client) => client.workspace.settings.read())
	await expect.poll(async () => (await read()).dayStart).toBe(5)
	expect(await read()).toMatchObject({ desiredRetention: 0.97, learningSteps: [5, 20] })
	expect((await read()).easyDays.at(-1)).toBe('minimal')
})
