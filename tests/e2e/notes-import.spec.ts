/** A file of notes taken in from a window: looked at first, then all of it or nothing, with a way back. */
import type { Page } from '@playwright/test'
import { exportedText } from '#contract/upload.ts'
import { withClient } from '../setup/client.ts'
import { expect, test } from '../setup/e2e.ts'
import { manyNotes } from '../setup/many-notes.ts'
import { makeNote, makeNotebook } from '../setup/notes.ts'

const status = (page: Page) => page.getByRole('main').getByRole('status').filter({ hasText: 'shown' })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Import notes' })
const fileOf = (text: string, name = 'notes.jsonld') => ({
	name,
	mimeType: 'application/ld+json',
	buffer: Buffer.from(text),
})
async function choose(page: Page, text: string): Promise<void> {
	await page.getByRole('button', { name: 'Import…' }).click()
	await page.getByLabel(/^Choose/).setInputFiles(fileOf(text))
}

test('a file is looked at, taken in, taken back and taken in again', async ({ open, host }) => {
	const file = await withClient(host, async (client) => {
		await makeNotebook(client)
		const text = await exportedText(await client.annotations.export({}))
		const all = await client.annotations.list({})
		await client.annotations.remove({ ids: all.slice(0, 3).map(({ id }) => id) })
		const older = all.at(4)
		if (older) await client.annotations.change({ id: older.id, tags: ['mine'] })
		return text.replace(/"modified": "[^"]*"/g, `"modified": "${new Date(Date.now() + 60_000).toISOString()}"`)
	})
	const page = await open('/notes')
	await expect(status(page)).toHaveText('4 of 4 shown')
	await choose(page, file)
	await expect(dialog(page).getByRole('listitem').first()).toHaveText('3 notes will be new.')
	await expect(dialog(page).getByRole('listitem').nth(1)).toHaveText(/^4 notes you have already will be changed/)
	const go = dialog(page).getByRole('button', { name: 'Import 7 notes' })
	await expect(go).toBeFocused()
	await page.keyboard.press('Enter')
	await expect(dialog(page)).toHaveCount(0)
	await expect(status(page)).toHaveText('7 of 7 shown')
	await expect(page.getByRole('listitem').filter({ hasText: /^mine$/ })).toHaveCount(0)
	await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
	await expect(status(page)).toHaveText('4 of 4 shown')
	await expect(page.getByRole('listitem').filter({ hasText: /^mine$/ })).toBeVisible()
	await page.keyboard.press('ControlOrMeta+Shift+z')
	await expect(status(page)).toHaveText('7 of 7 shown')
	// What is there already stays.
	await choose(page, file)
	await expect(dialog(page).getByText('There is nothing to import.')).toBeVisible()
	await page.keyboard.press('Escape')
	await expect(page.getByRole('button', { name: 'Import…' })).toBeFocused()
})

test('a wrong file is refused with its line, and nothing changes', async ({ open, host }) => {
	await withClient(host, (client) => makeNote(client, { comment: 'Mine.' }))
	const page = await open('/notes')
	await choose(page, '{\n\t"@context": "http://www.w3.org/ns/anno.jsonld",\n\t"type": "Annotation",\n\t"id": 7\n}')
	await expect(dialog(page).getByRole('alert')).toContainText(/^Line \d/)
	await expect(dialog(page).getByRole('alert')).toContainText('nothing has been changed')
	await expect(dialog(page).getByRole('button', { name: /^Import \d/ })).toHaveCount(0)
	await page.getByLabel(/^Choose another/).setInputFiles(fileOf('no JSON'))
	await expect(dialog(page).getByRole('alert')).toContainText('Line 1: this is not valid JSON.')
	await page.keyboard.press('Escape')
	await expect(status(page)).toHaveText('1 of 1 shown')
})

test('a file can be let go over an empty notebook', async ({ open, host }) => {
	const file = await withClient(host, (client) => manyNotes(client, 3))
	const page = await open('/notes')
	await expect(page.getByText('Mark a passage.')).toBeVisible()
	const data = await page.evaluateHandle((text) => {
		const transfer = new DataTransfer()
		transfer.items.add(new File([text], 'notes.json', { type: 'application/json' }))
		return transfer
	}, file)
	await page.getByRole('main').dispatchEvent('drop', { dataTransfer: data })
	await dialog(page).getByRole('button', { name: 'Import 3 notes' }).click()
	await expect(status(page)).toHaveText('3 of 3 shown')
})

test('20,000 notes: taken in with progress, shown, narrowed and scrolled', async ({ open, host }) => {
	test.slow()
	const file = await withClient(host, (client) => manyNotes(client, 20_000))
	const page = await open('/notes')
	await choose(page, file)
	const go = dialog(page).getByRole('button', { name: 'Import 20,000 notes' })
	await go.click({ timeout: 90_000 })
	await expect(dialog(page).getByRole('progressbar', { name: 'Importing…' })).toBeVisible()
	// Stopped half-way, nothing is there.
	await dialog(page).getByRole('button', { name: 'Stop' }).click()
	await expect(dialog(page).getByRole('progressbar')).toHaveCount(0)
	await withClient(host, async (client) =>
		expect((await client.annotations.notebook({ by: 'date', choice: {}, words: '' })).total).toBe(0),
	)
	await go.click()
	await expect(dialog(page)).toHaveCount(0, { timeout: 120_000 })
	await expect(status(page)).toHaveText('20000 of 20000 shown')
	await page.getByRole('searchbox', { name: 'Find in your notes' }).fill('note 19999')
	await expect(status(page)).toHaveText('1 of 20000 shown')
	await expect(page.getByRole('article')).toContainText('Note 19999:')
	await page.getByRole('button', { name: 'Show all again' }).click()
	await expect(status(page)).toHaveText('20000 of 20000 shown')
	await page.getByRole('main').evaluate((main) => main.scrollTo(0, main.scrollHeight))
	await expect(page.getByRole('article').filter({ hasText: 'Note 19999:' })).toBeVisible()
	expect(await page.getByRole('article').count()).toBeLessThan(60)
})
