/** Exports in the desktop app: saved where the system's dialog says, printed by the app itself, shown in the folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { articleId, makeNote, passage } from '../setup/notes.ts'
import { expect, needsDesktop, test } from './launch.ts'
import { openLine } from './page-port.ts'

needsDesktop()

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export notes' })
const words = 'The exercises are homework for the couple'

async function openDialog(page: Page): Promise<void> {
	const { client } = await openLine(page)
	await makeNote(client, { comment: 'Mine.', targets: [await passage(client, articleId, words)] })
	await page.getByRole('link', { name: 'Notes', exact: true }).click()
	await page.getByRole('button', { name: 'Export…' }).click()
	await expect(dialog(page).locator('iframe').contentFrame().getByText('Mine.')).toBeVisible()
}

test('saves where the dialog says, shows it there, and writes nothing where the dialog is closed', async ({
	start,
	folder,
}) => {
	const file = join(folder, 'essay.docx')
	const { page, calls } = await start({ files: [undefined, file] })
	await openDialog(page)
	await dialog(page).getByRole('button', { name: 'Export' }).click()
	await expect.poll(() => calls('dialog.showSaveDialog').length).toBe(1)
	await expect(dialog(page).getByRole('progressbar')).toHaveCount(0)
	expect(existsSync(file)).toBe(false)
	await dialog(page).getByRole('button', { name: 'Export' }).click()
	await expect(page.getByText(/^Exported: essay\.docx, \d+ kB\.$/)).toBeVisible()
	expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
	expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([])
	await page.getByRole('button', { name: 'Show in folder' }).click()
	await expect.poll(() => calls('shell.showItemInFolder')).toEqual([[file]])
})

test('prints its own PDF, in a window that is gone afterwards', async ({ start, folder }) => {
	const file = join(folder, 'essay.pdf')
	const { app, page } = await start({ files: [file] })
	await openDialog(page)
	await dialog(page).getByRole('combobox', { name: 'Format' }).selectOption('pdf')
	await dialog(page).getByRole('combobox', { name: 'Layout' }).selectOption('text')
	await dialog(page).getByRole('button', { name: 'Export' }).click()
	await expect(page.getByText(/^Exported: essay\.pdf/)).toBeVisible()
	const pdf = readFileSync(file, 'latin1')
	expect(pdf.slice(0, 5)).toBe('%PDF-')
	expect(pdf.match(/\/Type ?\/Page\b(?!s)/g)?.length).toBeGreaterThan(1)
	expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})
