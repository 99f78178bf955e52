/** The data folder in the desktop app: shown by the file manager, chosen in the system's dialog, moved by a start. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { FolderNote } from '../../src/backend/data-folder/note.ts'
import { callsOf, expect, needsDesktop, test } from './launch.ts'
import { openLine } from './page-port.ts'

needsDesktop()

const section = (page: Page) => page.getByRole('region', { name: 'Data folder' })
const settings = (page: Page) => page.getByRole('link', { name: 'Settings' }).click()

test('opens the folder, and moves the data to a folder of the reader’s choice', async ({ start, folder }) => {
	const to = join(folder, 'Elsewhere')
	const first = await start({ named: false, folders: [to] })
	const { page, app, calls } = first
	await settings(page)
	const from = (await section(page).locator('.path').first().textContent()) ?? ''
	expect(from).toContain(folder)
	await section(page).getByRole('button', { name: 'Open the folder' }).click()
	await expect.poll(() => calls('shell.openPath')).toEqual([[from]])
	await page.getByText('Dark', { exact: true }).click()

	await section(page).getByRole('button', { name: 'Move to another folder…' }).click()
	const dialog = page.getByRole('dialog', { name: 'Move your data' })
	await dialog.getByRole('button', { name: 'Choose…' }).click()
	await expect(dialog.getByRole('textbox', { name: 'New folder' })).toHaveValue(to)
	await expect(dialog.getByRole('status')).toContainText(`to ${to}, compares`)
	const ended = new Promise((resolve) => app.process().once('exit', resolve))
	await dialog.getByRole('button', { name: 'Move my data' }).click()
	await ended
	expect(existsSync(join(to, 'parallax.sqlite'))).toBe(false)

	// The app has asked to be started again; the spec does it.
	const { page: again } = await start({ named: false })
	const { client } = await openLine(again)
	expect(await client.dataFolder.describe()).toMatchObject({
		path: to,
		left: expect.stringContaining(`${from} (moved`),
	})
	expect(await client.workspace.settings.read()).toMatchObject({ theme: 'dark' })
	expect(existsSync(from)).toBe(false)
})

test('says so when the disk with the data is not there, and makes nothing in its place', async ({
	start,
	startToEnd,
	folder,
}) => {
	const { page, quit } = await start({ named: false })
	const { client } = await openLine(page)
	const { path } = await client.dataFolder.describe()
	await quit()
	new FolderNote(join(path, '..', 'data-folder.json')).write({ folder: join(folder, 'unplugged') })
	const ending = await startToEnd({ named: false, answers: [0] })
	expect(ending.code).toBe(1)
	expect(JSON.stringify(callsOf(() => ending.calls)('dialog.showMessageBox'))).toContain('is not there')
	expect(existsSync(join(folder, 'unplugged'))).toBe(false)
})
