/** The export dialog: opened from every page, chosen in by keyboard, looked at before it writes, and every file read back. */
import type { Download, Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import Papa from 'papaparse'
import { findBrowser } from '../setup/browser.ts'
import { withClient } from '../setup/client.ts'
import { expect, test } from '../setup/e2e.ts'
import { articleId, makeNote, makeNotebook, passage } from '../setup/notes.ts'
import { article, comparison } from './places.ts'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export notes' })
const choice = (page: Page, name: string) => dialog(page).getByRole('combobox', { name })
const preview = (page: Page) => dialog(page).locator('iframe').contentFrame()
const lacks = (page: Page) => dialog(page).locator('summary')
const state = (page: Page) => dialog(page).getByRole('status')
/** What all of the notes are about gives the export its name. */
const title = 'Intimate psychotherapy'

/** Exports with what is chosen, and waits for the file. */
async function exported(page: Page): Promise<Download> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		dialog(page).getByRole('button', { name: 'Export' }).click(),
	])
	return download
}
async function bytesOf(download: Download): Promise<Uint8Array> {
	const chunks = await (await download.createReadStream()).toArray()
	return new Uint8Array(Buffer.concat(chunks))
}
async function fileIn(page: Page, format: string): Promise<{ name: string; bytes: Uint8Array; text: string }> {
	await choice(page, 'Format').selectOption(format)
	const download = await exported(page)
	await expect(dialog(page)).toHaveCount(0)
	const bytes = await bytesOf(download)
	return { name: download.suggestedFilename(), bytes, text: new TextDecoder().decode(bytes) }
}
async function openFromNotes(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Export…' }).click()
	await expect(state(page)).toHaveText('7 notes.')
}

test('is opened from Notes, Compare, Read and anywhere else, with what the page has first', async ({ open, host }) => {
	await withClient(host, makeNotebook)
	const offers = (page: Page) => choice(page, 'Notes').locator('option')
	const page = await open(comparison)
	await page.getByRole('button', { name: 'Export notes' }).click()
	await expect(offers(page)).toHaveText(['This comparison: Intimate psychotherapy', 'All my notes'])
	await expect(choice(page, 'Layout')).toHaveValue('paired')
	await expect(preview(page).getByRole('heading', { name: 'The evidence' }).first()).toBeVisible()
	await page.keyboard.press('Escape')
	await expect(page.getByRole('button', { name: 'Export notes' })).toBeFocused()

	await page.goto(new URL(article, host.origin).href)
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
	await page.keyboard.press('x')
	await expect(offers(page)).toHaveText(['This text: Psychosexual therapy', 'All my notes'])
	await expect(state(page)).toHaveText('5 notes.')
	await page.keyboard.press('Escape')

	await page.goto(new URL('/notes?tag=essay', host.origin).href)
	await expect(page.getByText('2 of 7 shown')).toBeVisible()
	await page.keyboard.press('j')
	await expect(page.getByRole('article').and(page.locator(':focus'))).toHaveCount(1)
	await page.keyboard.press('x')
	await expect(offers(page)).toContainText(['The 2 shown here', 'All my notes', 'This note alone', 'Comparison: '])
	await expect(state(page)).toHaveText('2 notes.')
	await choice(page, 'Notes').selectOption('This note alone')
	await expect(state(page)).toHaveText('One note.')
	await page.keyboard.press('Escape')

	await page.goto(new URL('/library', host.origin).href)
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
	await page.keyboard.press('Control+Shift+e')
	await expect(offers(page)).toHaveText(['All my notes'])
})

test('by keyboard alone: notes, format, layout and style are chosen, and the preview follows', async ({
	open,
	host,
}) => {
	await withClient(host, makeNotebook)
	const page = await open(comparison)
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
	await page.keyboard.press('x')
	await expect(dialog(page).getByRole('button', { name: 'Close' })).toBeFocused()
	await page.keyboard.press('Tab')
	await expect(choice(page, 'Notes')).toBeFocused()
	await page.keyboard.press('Tab')
	await expect(choice(page, 'Format')).toBeFocused()
	await page.keyboard.type('Web')
	await expect(choice(page, 'Format')).toHaveValue('html')
	await page.keyboard.press('Tab')
	await expect(choice(page, 'Layout')).toBeFocused()
	await page.keyboard.type('Notes')
	await expect(preview(page).getByText('This matters.')).toBeVisible()
	await page.keyboard.press('Tab')
	await expect(dialog(page).getByRole('link', { name: 'Edit templates…' })).toBeFocused()
	await page.keyboard.press('Tab')
	await expect(choice(page, 'Citations')).toBeFocused()
	await page.keyboard.type('MLA')
	await expect(preview(page).getByRole('heading', { name: 'Works Cited' })).toBeVisible()
	await page.keyboard.press('Tab')
	await expect(lacks(page)).toBeFocused()
	// The page is reached as well, can be scrolled, and Escape closes the dialog from there.
	await page.keyboard.press('Tab')
	await expect(dialog(page).locator('iframe')).toBeFocused()
	await page.keyboard.press('Tab')
	await expect(dialog(page).getByRole('button', { name: 'Export' })).toBeFocused()
	await page.keyboard.press('Shift+Tab')
	await page.keyboard.press('Escape')
	await expect(dialog(page)).toHaveCount(0)
	await page.keyboard.press('x')
	// What was chosen is there for the next one.
	await expect(choice(page, 'Format')).toHaveValue('html')
	await expect(choice(page, 'Citations')).toHaveValue('mla')
})

test('a table has rows to look at, linked data its text, and neither asks for a layout', async ({ open, host }) => {
	await withClient(host, makeNotebook)
	const page = await open('/notes')
	await openFromNotes(page)
	await choice(page, 'Format').selectOption('Table (CSV)')
	const table = dialog(page).getByRole('region', { name: 'Table of the export' })
	await expect(table.getByRole('row')).toHaveCount(8)
	await expect(choice(page, 'Layout')).toHaveCount(0)
	await expect(dialog(page).getByText('A table has no layout')).toBeVisible()
	await choice(page, 'Format').selectOption('Annotations (JSON-LD)')
	await expect(dialog(page).getByRole('region', { name: 'Text of the export' })).toContainText(
		'http://www.w3.org/ns/anno.jsonld',
	)
	await expect(choice(page, 'Citations')).toHaveCount(0)
	await choice(page, 'Format').selectOption('Markdown')
	await expect(dialog(page).getByRole('region', { name: 'Text of the export' })).toContainText(`# ${title}`)
})

test('what a reference lacks is filled in, shows in the list, is kept, and can be undone', async ({ open, host }) => {
	await withClient(host, makeNotebook)
	const page = await open('/notes')
	await openFromNotes(page)
	await expect(lacks(page)).toHaveText(/(is|are) not complete$/)
	await lacks(page).click()
	const field = dialog(page).getByRole('textbox').first()
	await field.fill('Made Up Pictures')
	await field.press('Tab')
	await expect(preview(page).locator('.references')).toContainText('Made Up Pictures')
	await page.keyboard.press('Escape')
	await openFromNotes(page)
	await lacks(page).click()
	await expect(field).toHaveValue('Made Up Pictures')
	await lacks(page).focus()
	await page.keyboard.press('Control+z')
	await expect(field).toHaveValue('')
	await expect(preview(page).locator('.references')).not.toContainText('Made Up Pictures')
	await lacks(page).focus()
	await page.keyboard.press('Control+y')
	await expect(field).toHaveValue('Made Up Pictures')
})

test('every format is downloaded, and reads as it should', async ({ open, host }) => {
	await withClient(host, makeNotebook)
	const page = await open('/notes')
	const take = async (format: string) => {
		await openFromNotes(page)
		return fileIn(page, format)
	}
	const quote = 'The exercises are homework for the couple'
	const docx = await take('docx')
	expect(docx.name).toBe(`${title}.docx`)
	const words = (await mammoth.extractRawText({ buffer: Buffer.from(docx.bytes) })).value
	expect(words).toContain(quote)
	expect(words).toContain('References')
	expect(strFromU8(unzipSync(docx.bytes)['word/document.xml'] ?? new Uint8Array())).toContain('w:pStyle')
	await expect(page.getByText(/^Exported: Intimate psychotherapy\.docx, \d+ kB\./)).toBeVisible()

	const html = await take('html')
	expect(html.text).toContain(quote)
	const markdown = await take('md')
	expect(markdown.text).toContain(`# ${title}`)
	expect((await take('md-obsidian')).text).toMatch(/^---\n/)

	const csv = Papa.parse<Record<string, string>>((await take('csv')).text.replace(/^\uFEFF/, ''), { header: true })
	expect(csv.errors).toEqual([])
	expect(csv.data.map(({ Comment }) => Comment)).toContain('The heart of it.')

	const linked = await take('jsonld')
	expect(linked.name).toBe(`${title}.jsonld`)
	expect(JSON.parse(linked.text)).toMatchObject({ items: { length: 7 } })
})

test('a PDF has pages and an outline', async ({ open, host }) => {
	const browser = findBrowser()
	if (!browser) console.log('Skipped: no browser is here that could print.')
	test.skip(!browser, 'no browser is here that could print')
	await withClient(host, makeNotebook)
	const page = await open(comparison)
	await page.getByRole('button', { name: 'Export notes' }).click()
	await expect(preview(page).getByRole('heading', { level: 1 })).toBeVisible()
	const { bytes } = await fileIn(page, 'pdf')
	const file = Buffer.from(bytes).toString('latin1')
	expect(file.slice(0, 5)).toBe('%PDF-')
	expect(file.match(/\/Type ?\/Page\b(?!s)/g)?.length).toBeGreaterThan(2)
	expect(file).toContain('/Outlines')
})

/** Much is cited at once, on machines that may have much else to do. */
const patient = { timeout: 60_000 }

test('a long one shows its beginning, how far it is, and is cancelled without a file', async ({ open, host }) => {
	await withClient(host, async (client) => {
		const target = await passage(client, articleId, 'The exercises are homework for the couple')
		for (let n = 0; n < 1000; n += 100)
			await Promise.all(
				Array.from({ length: 100 }, (_, at) => makeNote(client, { comment: `Note ${n + at}.`, targets: [target] })),
			)
	})
	const page = await open('/notes')
	await page.getByRole('button', { name: 'Export…' }).click()
	await expect(state(page)).toHaveText('1000 notes.')
	await expect(dialog(page).getByText('The beginning; the file has all of it.')).toBeVisible(patient)
	let downloads = 0
	page.on('download', () => downloads++)
	await dialog(page).getByRole('button', { name: 'Export' }).click()
	await expect(dialog(page).getByRole('progressbar', { name: 'Exporting' })).toBeVisible()
	await dialog(page).getByRole('button', { name: 'Cancel' }).click()
	await expect(state(page)).toHaveText('Cancelled. Nothing was written.')
	await expect(dialog(page).getByRole('button', { name: 'Export' })).toBeEnabled()
	// It goes on as if nothing had been: the next one is made.
	await choice(page, 'Format').selectOption('csv')
	expect((await exported(page)).suggestedFilename()).toBe(`${title}.csv`)
	expect(downloads).toBe(1)
})

test('without notes the dialog says what to do, and writes nothing', async ({ open }) => {
	const page = await open('/library')
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
	await page.keyboard.press('x')
	await expect(dialog(page).getByText('There are no notes here yet.')).toBeVisible()
	await dialog(page).getByRole('button', { name: 'Export' }).press('Enter')
	await expect(state(page)).toHaveText('No notes.')
	await expect(dialog(page).getByRole('button', { name: 'Export' })).toBeFocused()
})
