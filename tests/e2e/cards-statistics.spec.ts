/** Statistics of cards: plots, the same as tables, and all of it as files. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Client } from '#contract/index.ts'
import { withClient } from '../setup/client.ts'
import { expect, test } from '../setup/e2e.ts'

const titles = [
	'What comes due',
	'Remembered, beside the goal',
	'Reviews a day',
	'Time a day',
	'A year of study',
	'What you would remember now',
	'How hard cards are',
	'How long cards last',
	'Cards by what they are',
]
const figure = (page: Page, name: string) => page.getByRole('figure', { name })

/** Three cards in one deck and one in another; two of the three are answered. */
async function study({ cards }: Client): Promise<void> {
	const note = (front: string) => ({ type: 'basic' as const, fields: [front, 'back'], tags: [], contentNotes: [] })
	await cards.notes.create({ deck: 'One', notes: ['a', 'b', 'c'].map(note) })
	await cards.notes.create({ deck: 'Two', notes: [note('d')] })
	const one = (await cards.decks.list()).find(({ name }) => name === 'One')
	const decks = { decks: [one?.id ?? 0] }
	for (const [rating, took] of [
		['easy', 60_000],
		['good', 30_000],
	] as const) {
		const { next } = await cards.study.next(decks)
		await cards.study.answer({ ...decks, card: next?.card ?? 0, rating, reps: 0, took })
	}
}

async function saved(page: Page, title: string, format: 'SVG' | 'PNG' | 'CSV') {
	const download = page.waitForEvent('download')
	await page.getByRole('button', { name: `${format}: save “${title}”` }).click()
	const file = await download
	return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

test('every plot is there, with the same numbers in a table', async ({ open, host }) => {
	await withClient(host, study)
	const page = await open('/cards/statistics')
	await expect(page.getByRole('figure')).toHaveCount(titles.length, { timeout: 20_000 })
	for (const title of titles) await expect(figure(page, title).locator('svg').first()).toBeVisible({ timeout: 20_000 })
	await expect(figure(page, 'Reviews a day')).toContainText('2 reviews on 1 of 30 days, 2 on a day of study.')
	await expect(figure(page, 'Reviews a day').locator('svg [aria-label="rect"] rect')).toHaveCount(1)
	await expect(figure(page, 'Time a day')).toContainText('2 min in all')

	const states = figure(page, 'Cards by what they are')
	const table = states.getByRole('table')
	await expect(table).toHaveText(/New2Learning1In review1Relearning0Suspended0Buried0/)
	const show = states.getByRole('button', { name: 'Show as a table' })
	await expect(show).toHaveAttribute('aria-expanded', 'false')
	await show.press('Enter')
	await expect(states.getByRole('button', { name: 'Hide the table' })).toBeFocused()
	await expect(table).toBeInViewport()

	await page.getByRole('combobox', { name: 'Deck' }).selectOption('Two')
	await expect(states).toContainText('1 card, of which 1 is new.')
	await expect(figure(page, 'Reviews a day')).toContainText('No reviews in the last 30 days.')
	await page.getByText('Three months', { exact: true }).click()
	await expect(figure(page, 'Reviews a day')).toContainText('No reviews in the last 90 days.')
	await expect(page).toHaveURL(/days=90/)
})

test('a plot is saved as SVG, PNG and CSV', async ({ open, host }) => {
	await withClient(host, study)
	const page = await open('/cards/statistics')
	const title = 'Reviews a day'
	await expect(figure(page, title).locator('svg').first()).toBeVisible({ timeout: 20_000 })

	const csv = await saved(page, title, 'CSV')
	expect(csv.name).toBe('Reviews.csv')
	expect(csv.bytes.toString('utf8')).toMatch(/^\uFEFFDay,Review,Learning,New,Remembered\r\n\d{4}-\d\d-\d\d,0,0,2,0$/)

	const svg = await saved(page, title, 'SVG')
	expect(svg.name).toBe('Reviews.svg')
	const text = svg.bytes.toString('utf8')
	expect(text).not.toMatch(/var\(|style|href/)
	// The policy of the window lets nobody parse markup.
	const blank = await page.context().newPage()
	const read = await blank.evaluate((source) => {
		const parsed = new DOMParser().parseFromString(source, 'image/svg+xml')
		return {
			faults: parsed.querySelectorAll('parsererror').length,
			title: parsed.querySelector('title')?.textContent,
			keys: [...parsed.querySelectorAll(':root > text')].map((each) => each.textContent),
			bars: parsed.querySelectorAll('[aria-label="rect"] rect').length,
		}
	}, text)
	expect(read).toEqual({ faults: 0, title, keys: [title, 'Review', 'Learning', 'New'], bars: 1 })

	const png = await saved(page, title, 'PNG')
	expect(png.name).toBe('Reviews.png')
	const size = await page.evaluate(async (base64) => {
		const image = new Image()
		image.src = `data:image/png;base64,${base64}`
		await image.decode()
		const canvas = document.createElement('canvas')
		const context = Object.assign(canvas, { width: image.width, height: image.height }).getContext('2d')
		context?.drawImage(image, 0, 0)
		const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] }
		const colours = new Set<string>()
		for (let at = 0; at < data.length; at += 4) colours.add(`${data[at]},${data[at + 1]},${data[at + 2]}`)
		return { width: image.width, height: image.height, colours: colours.size }
	}, png.bytes.toString('base64'))
	const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(text) ?? []
	expect([size.width, size.height]).toEqual([2 * Number(width), 2 * Number(height)])
	// The sheet, the words and the bar, and what lies between them.
	expect(size.colours).toBeGreaterThan(10)
})

test('without cards the page says what will be here', async ({ open }) => {
	const page = await open('/cards/statistics')
	await expect(page.getByText('There are no cards here yet.')).toBeVisible({ timeout: 20_000 })
	await expect(page.getByRole('figure')).toHaveCount(0)
})
