/** Cards in and out of a window: a file is looked at first, then taken in as a whole or not at all; decks leave as files. */
import type { Page } from '@playwright/test'
import { everything, packageBytes, pixel } from '../setup/anki.ts'
import { readApkg } from '../setup/anki-reader.ts'
import { withClient } from '../setup/client.ts'
import { expect, test } from '../setup/e2e.ts'
import { manyCards } from '../setup/many-cards.ts'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Import cards' })
const exporting = (page: Page) => page.getByRole('dialog', { name: 'Export cards' })
const deck = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })
const messages = (page: Page) => page.getByRole('status')

const small = () => packageBytes(everything, 'collection.anki21b', { media: { 'pixel one.png': pixel } })
const fileOf = (bytes: Uint8Array | string, name = 'trauma.apkg') => ({
	name,
	mimeType: 'application/octet-stream',
	buffer: Buffer.from(bytes),
})
async function choose(page: Page, ...file: Parameters<typeof fileOf>): Promise<void> {
	await page.getByRole('button', { name: 'Import…' }).click()
	await page.getByLabel(/^Choose/).setInputFiles(fileOf(...file))
}
async function saved(page: Page): Promise<{ name: string; path: string }> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		exporting(page).getByRole('button', { name: 'Export' }).click(),
	])
	return { name: download.suggestedFilename(), path: await download.path() }
}

test('a package is looked at, taken in, known again and taken back', async ({ open }) => {
	const page = await open('/cards')
	await choose(page, small())
	await expect(dialog(page).getByText('2 notes will be new.')).toBeVisible()
	await expect(dialog(page).getByText('A package from Anki: 4 cards, 5 reviews, 1 picture.')).toBeVisible()
	await expect(dialog(page).getByRole('row', { name: 'Uni › Trauma 4' })).toBeVisible()
	await expect(dialog(page).getByRole('row', { name: 'Basic (mine) 1' })).toBeVisible()
	await expect(dialog(page).getByRole('region', { name: 'What will be different here' })).toContainText(
		'Flags of cards',
	)
	await expect(dialog(page).getByText('What helps?')).toBeVisible()
	const go = dialog(page).getByRole('button', { name: 'Import 2 notes' })
	await expect(go).toBeFocused()
	await page.keyboard.press('Enter')
	await expect(dialog(page)).toHaveCount(0)
	await expect(deck(page, 'Trauma')).toContainText('4 cards')
	await choose(page, small())
	await expect(dialog(page).getByText('2 notes are there already and will stay as they are.')).toBeVisible()
	await page.keyboard.press('Escape')
	await page.keyboard.press('ControlOrMeta+z')
	await expect(page.getByText('Cards come from what you read.')).toBeVisible()
	await page.keyboard.press('ControlOrMeta+Shift+z')
	await expect(deck(page, 'Trauma')).toContainText('4 cards')
})

test('cards come as new ones where that is chosen, are studied, and taken back', async ({ open }) => {
	const page = await open('/cards')
	await choose(page, small())
	await dialog(page).getByRole('switch', { name: 'Keep what has been learned' }).click()
	await dialog(page).getByRole('button', { name: 'Import 2 notes' }).click()
	await expect(dialog(page)).toHaveCount(0)
	await expect(deck(page, 'Trauma')).toContainText(/New\s*4.*To review\s*0/)
	await messages(page).getByRole('button', { name: 'Study them' }).click()
	await expect(page).toHaveURL(/study\?deck=\d+$/)
	await page.getByRole('button', { name: 'Show the answer' }).click()
	await page.keyboard.press('3')
	await expect(page.getByRole('button', { name: 'Show the answer' })).toBeVisible()
	await page.getByRole('link', { name: 'Stop' }).click()
	await expect(deck(page, 'Trauma')).toContainText('4 cards')
	await page.keyboard.press('ControlOrMeta+z')
	await expect(page.getByText('Cards come from what you read.')).toBeVisible()
})

test('a broken file is refused with its reason, and another one may be chosen', async ({ open }) => {
	const page = await open('/cards')
	await choose(page, small().subarray(0, 900))
	await expect(dialog(page).getByRole('alert')).toContainText('“trauma.apkg”')
	await expect(dialog(page).getByRole('alert')).toContainText('Nothing has been changed.')
	await expect(dialog(page).getByRole('button', { name: /^Import / })).toHaveCount(0)
	await page.getByLabel(/^Choose another/).setInputFiles(fileOf('', 'nothing.csv'))
	await expect(dialog(page).getByRole('alert')).toContainText('“nothing.csv” is empty')
	await page.getByLabel(/^Choose another/).setInputFiles(fileOf(small()))
	await expect(dialog(page).getByRole('button', { name: 'Import 2 notes' })).toBeFocused()
	await expect(dialog(page).getByRole('alert')).toHaveCount(0)
})

test('a table goes where it is sent, out as CSV, and is known again', async ({ open }) => {
	const page = await open('/cards')
	await choose(
		page,
		'What is exposure?\tFacing what is feared\nWhat is a cue?\tA sign that starts a habit\n',
		'Terms.txt',
	)
	await expect(dialog(page).getByText('2 notes will be new.')).toBeVisible()
	await expect(dialog(page).getByLabel('Deck', { exact: true })).toHaveValue('Terms')
	await dialog(page).getByLabel('Deck', { exact: true }).fill('Uni::Learning')
	await dialog(page).getByRole('button', { name: 'Import 2 notes' }).click()
	await expect(deck(page, 'Learning')).toContainText('2 cards')
	await page.getByRole('button', { name: 'Export…' }).click()
	await exporting(page).getByText('Table (CSV)').click()
	const { name, path } = await saved(page)
	expect(name).toBe('Cards.csv')
	await expect(exporting(page)).toHaveCount(0)
	await page.getByRole('button', { name: 'Import…' }).click()
	await page.getByLabel(/^Choose/).setInputFiles(path)
	await expect(dialog(page).getByText('2 notes are there already and will stay as they are.')).toBeVisible()
	await expect(dialog(page).getByText('There is nothing to import.')).toBeVisible()
})

test('a deck leaves as a package that another program reads', async ({ open, host }) => {
	await withClient(host, async (client) => {
		const note = { type: 'basic' as const, tags: ['sleep'], contentNotes: [] }
		await client.cards.notes.create({
			deck: 'Uni::Trauma',
			notes: [{ ...note, fields: ['What *helps*?', 'Hours', ''] }],
		})
		await client.cards.notes.create({ deck: 'Other', notes: [{ ...note, fields: ['No', 'No', ''] }] })
	})
	const page = await open('/cards')
	await page.getByRole('button', { name: 'Settings of Uni::Trauma' }).click()
	await page.getByRole('button', { name: 'Export this deck…' }).click()
	await expect(exporting(page).getByRole('combobox', { name: 'Cards' })).toHaveText(/Trauma/)
	const { name, path } = await saved(page)
	expect(name).toBe('Uni Trauma.apkg')
	await expect(page.getByRole('button', { name: 'Settings of Uni::Trauma' })).toBeFocused()
	const read = readApkg(path)
	expect(read.check).toEqual([{ integrity_check: 'ok' }])
	expect(read.notes.map(({ flds, tags }) => [String(flds).split('\x1f')[0], tags])).toEqual([
		['What <em>helps</em>?', ' sleep '],
	])
	expect(read.cards).toHaveLength(1)
})

test('by keyboard alone: in, and out', async ({ open }) => {
	const page = await open('/cards')
	const tabTo = async (name: string | RegExp, role: 'button' | 'radio' | 'switch' = 'button') => {
		for (let presses = 0; presses < 40; presses++) {
			await page.keyboard.press('Tab')
			if (
				await page.getByRole(role, { name }).evaluateAll((all) => all.includes(document.activeElement as HTMLElement))
			)
				return
		}
		throw new Error(`${name} is not reached by Tab`)
	}
	await tabTo('Import…')
	await page.keyboard.press('Enter')
	await expect(dialog(page)).toBeVisible()
	const chooser = page.waitForEvent('filechooser')
	await dialog(page)
		.getByLabel(/^Choose/)
		.focus()
	await page.keyboard.press('Space')
	await (await chooser).setFiles(fileOf(small()))
	await expect(dialog(page).getByRole('button', { name: 'Import 2 notes' })).toBeFocused()
	await page.keyboard.press('Enter')
	await expect(dialog(page)).toHaveCount(0)
	await expect(page.getByRole('button', { name: 'Import…' })).toBeFocused()
	await tabTo('Export…')
	await page.keyboard.press('Enter')
	await tabTo('Export')
	const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
	expect(download.suggestedFilename()).toBe('Cards.apkg')
	await expect(page.getByRole('button', { name: 'Export…' })).toBeFocused()
})

test('a file let go over the page is looked at', async ({ open }) => {
	const page = await open('/cards')
	await expect(page.getByRole('button', { name: 'Import…' })).toBeVisible()
	const data = await page.evaluateHandle(() => {
		const transfer = new DataTransfer()
		transfer.items.add(new File(['Front;Back\nOne;Two\n'], 'terms.csv', { type: 'text/csv' }))
		return transfer
	})
	await page.getByRole('main').dispatchEvent('drop', { dataTransfer: data })
	await expect(dialog(page).getByRole('button', { name: 'Import 2 notes' })).toBeFocused()
})

test('20,000 notes: cancelled half-way, taken in, undone, while the window stays quick', async ({ open, host }) => {
	test.slow()
	const file = packageBytes(manyCards(20_000), 'collection.anki21')
	const page = await open('/cards')
	await choose(page, file, 'large.apkg')
	const go = dialog(page).getByRole('button', { name: 'Import 20,000 notes' })
	await go.click({ timeout: 90_000 })
	await expect(dialog(page).getByRole('progressbar', { name: 'Importing…' })).toBeVisible()
	await expect(dialog(page).getByRole('button', { name: 'Cancel' })).toBeFocused()
	await page.keyboard.press('Enter')
	await expect(dialog(page).getByText('Cancelled. Nothing was changed.')).toBeVisible()
	await withClient(host, async (client) => expect(await client.cards.decks.list()).toEqual([]))
	// The longest that the window did not answer.
	await page.evaluate(() => {
		let before = performance.now()
		Object.assign(window, { longest: 0 })
		const tick = () => {
			const now = performance.now()
			Object.assign(window, { longest: Math.max(Number(Reflect.get(window, 'longest')), now - before) })
			before = now
			setTimeout(tick)
		}
		tick()
	})
	await expect(go).toBeFocused()
	await page.keyboard.press('Enter')
	await expect(dialog(page)).toHaveCount(0, { timeout: 120_000 })
	await expect(deck(page, 'Large')).toContainText('20,000 cards')
	expect(await page.evaluate(() => Number(Reflect.get(window, 'longest')))).toBeLessThan(1000)
	await messages(page).getByRole('button', { name: 'Undo' }).click()
	await expect(page.getByText('Cards come from what you read.')).toBeVisible({ timeout: 60_000 })
	// Closing the dialog cancels as well, and says so.
	await choose(page, file, 'large.apkg')
	await go.click({ timeout: 90_000 })
	await expect(dialog(page).getByRole('progressbar', { name: 'Importing…' })).toBeVisible()
	await page.keyboard.press('Escape')
	await expect(page.getByText('The import was cancelled. Nothing was changed.')).toBeVisible()
})
