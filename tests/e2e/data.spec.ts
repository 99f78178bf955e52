/** Where the reader's data is, and what keeps it: backups, going back to one, the data folder moved. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../setup/e2e.ts'
import { article } from './places.ts'

test.use({ own: 'named' })

const cli = join(import.meta.dirname, '..', '..', 'out', 'main', 'cli.js')
const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme)
const backups = (page: Page) => page.getByRole('list', { name: 'Backups, newest first' }).getByRole('listitem')
const message = (page: Page, text: RegExp) => page.locator('.messages').getByText(text)
const dark = (page: Page) => page.getByText('Dark', { exact: true }).click()

async function backUp(page: Page): Promise<void> {
	// The day's own backup may come in between.
	const asked = backups(page).filter({ hasText: 'You asked for it' })
	const before = await asked.count()
	await page.getByRole('button', { name: 'Back up now' }).click()
	await expect(message(page, /^Backed up: \d+ kB\.$/)).toBeVisible()
	await expect(asked).toHaveCount(before + 1)
}

test('a backup is made, put back after a question, and the putting back undone', async ({ open, context, host }) => {
	const page = await open('/settings')
	// The day's backup is made by itself soon after the start.
	await expect(async () => {
		await page.reload()
		await expect(backups(page).filter({ hasText: 'once a day' })).toHaveCount(1, { timeout: 1000 })
	}).toPass()
	await backUp(page)
	await expect(backups(page).first()).toContainText(
		/\d+ \w+ \d{4}, \d\d:\d\d.*You asked for it.*\d+ kB · data version \d/,
	)
	await dark(page)
	await expect.poll(() => theme(page)).toBe('dark')
	await page.goto(new URL(article, host.origin).href)
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
	const second = await context.newPage()
	await second.goto(host.origin)
	await expect(second.getByRole('heading', { name: 'Recently open' })).toBeVisible()

	await page.goto(new URL('/settings', host.origin).href)
	const restore = backups(page)
		.filter({ hasText: 'You asked for it' })
		.getByRole('button', { name: /^Restore the backup of / })
	await restore.click()
	const question = page.getByRole('dialog', { name: 'Go back to this backup?' })
	await expect(question).toContainText('You can undo this')
	await question.getByRole('button', { name: 'Keep what I have' }).click()
	await expect(restore).toBeFocused()
	expect(await theme(page)).toBe('dark')

	await restore.click()
	await question.getByRole('button', { name: 'Go back to it' }).click()
	await expect(message(page, /^Your data is back as of .* kept in the newest backup, of /)).toBeVisible()
	await expect(question).toHaveCount(0)
	// In every window, and not the settings alone.
	for (const window of [page, second]) await expect.poll(() => theme(window)).toBe('light')
	await expect(second.getByRole('heading', { name: 'Recently open' })).toHaveCount(0)
	await expect(backups(page).first()).toContainText('Before a backup was put back')

	await page.getByRole('button', { name: 'Undo' }).click()
	await expect(message(page, /^Undone\./)).toBeVisible()
	for (const window of [page, second]) await expect.poll(() => theme(window)).toBe('dark')
	await expect(second.getByRole('heading', { name: 'Recently open' })).toBeVisible()
})

test('a backup that is damaged changes nothing and says so', async ({ open, host }) => {
	const page = await open('/settings')
	await backUp(page)
	const folder = join(host.folder, 'workspace', 'backups')
	for (const name of readdirSync(folder)) writeFileSync(join(folder, name), 'no backup')
	await backups(page).first().getByRole('button').click()
	await page.getByRole('button', { name: 'Go back to it' }).click()
	await expect(message(page, /is damaged\. Choose another one/)).toBeVisible()
	await page.getByRole('button', { name: 'Keep what I have' }).click()
})

test('a folder that was named at the start is shown and stays', async ({ open, host }) => {
	const page = await open('/settings#data')
	await expect(page.getByRole('heading', { name: 'Data folder' })).toBeFocused()
	const section = page.getByRole('region', { name: 'Data folder' })
	await expect(section).toContainText(join(host.folder, 'workspace'))
	await expect(section).toContainText('named when Parallax was started')
	await expect(section.getByRole('button', { name: /^Move/ })).toHaveCount(0)
})

test.describe('in the standard place', () => {
	test.use({ own: 'unnamed' })

	const section = (page: Page) => page.getByRole('region', { name: 'Data folder' })
	const dialog = (page: Page) => page.getByRole('dialog', { name: 'Move your data' })
	const place = async (page: Page) => (await section(page).locator('.path').first().textContent()) ?? ''
	async function name(page: Page, path: string): Promise<void> {
		await section(page).getByRole('button', { name: 'Move to another folder…' }).click()
		await dialog(page).getByRole('textbox', { name: 'New folder' }).fill(path)
	}

	test('the data moves, the page comes back by itself, and everything is there', async ({ open, host }) => {
		const page = await open('/settings')
		await dark(page)
		await backUp(page)
		const kept = await backups(page).count()
		const before = await place(page)
		await name(page, '~/Elsewhere/Parallax')
		const to = join(host.folder, 'Elsewhere', 'Parallax')
		await expect(dialog(page).getByRole('status')).toContainText(`to ${to}, compares the copy`)
		// It starts itself again.
		host.away = true
		await dialog(page).getByRole('button', { name: 'Move my data' }).click()
		await expect(message(page, /^Your data is now in /)).toContainText(to)
		await expect(section(page).locator('.path').first()).toHaveText(to)
		await expect(section(page)).toContainText(`The old folder is now ${before} (moved `)
		expect(existsSync(join(to, 'parallax.sqlite'))).toBe(true)
		expect(existsSync(before)).toBe(false)
		await expect.poll(() => theme(page)).toBe('dark')
		// The day’s own may have joined them.
		await expect.poll(() => backups(page).count()).toBeGreaterThanOrEqual(kept)

		const { status, stdout } = spawnSync(process.execPath, [cli, 'backup', 'list', '--json'], { env: host.env })
		expect(status).toBe(0)
		expect(JSON.parse(String(stdout)).length).toBeGreaterThanOrEqual(kept)

		await host.restart()
		await page.goto(host.url)
		await page.goto(new URL('/settings', host.origin).href)
		await expect(section(page).locator('.path').first()).toHaveText(to)
		await expect.poll(() => theme(page)).toBe('dark')
	})

	test('what is wrong with a folder is said before anything happens', async ({ open, host }) => {
		const page = await open('/settings')
		const before = await place(page)
		const field = () => dialog(page).getByRole('textbox', { name: 'New folder' })
		await name(page, 'Documents')
		await expect(dialog(page).getByRole('status')).toContainText('does not say where it starts')
		await expect(field()).toHaveAttribute('aria-invalid', 'true')
		await field().fill(join(before, 'inside'))
		await expect(dialog(page).getByRole('status')).toContainText('inside the one that your data is in now')
		await field().fill(before)
		await expect(dialog(page).getByRole('status')).toContainText('in this folder already')
		// Pressed at once, without waiting for the look.
		await field().fill('relative/again')
		await field().press('Enter')
		await expect(dialog(page).getByRole('status')).toContainText('“relative/again” does not say')
		mkdirSync(join(host.folder, 'Documents'))
		writeFileSync(join(host.folder, 'Documents', 'essay.txt'), 'mine')
		await field().fill('~/Documents')
		await expect(dialog(page).getByRole('status')).toContainText(join(host.folder, 'Documents', 'Parallax'))
		await dialog(page).getByRole('button', { name: 'Stay here' }).click()
		await expect(section(page).getByRole('button', { name: 'Move to another folder…' })).toBeFocused()
		expect(readdirSync(join(host.folder, 'Documents'))).toEqual(['essay.txt'])
	})

	test('data that lies in a folder already can be used, and left again', async ({ open, host }) => {
		const page = await open('/settings')
		const home = await place(page)
		await dark(page)
		const other = join(host.folder, 'other')
		expect(spawnSync(process.execPath, [cli, 'backup', 'create', '--data', other], { env: host.env }).status).toBe(0)
		await name(page, other)
		await expect(dialog(page).getByRole('status')).toContainText('There is data of Parallax')
		// It starts itself again.
		host.away = true
		await dialog(page).getByRole('button', { name: 'Use the data there' }).click()
		await expect(message(page, /^Your data is now in /)).toContainText(other)
		await expect.poll(() => theme(page)).toBe('light')
		await name(page, home)
		await dialog(page).getByRole('button', { name: 'Use the data there' }).click()
		await expect.poll(() => theme(page)).toBe('dark')
		await expect(section(page).locator('.path').first()).toHaveText(home)
	})
})

test('every shortcut stands in Settings, and single letters are struck out when they are off', async ({ open }) => {
	const page = await open('/settings#shortcuts')
	const table = page.getByRole('table', { name: 'Shortcuts' })
	await expect(table.getByRole('row', { name: /Ctrl K or \/ Search/ })).toBeVisible()
	await expect(table.locator('del')).toHaveCount(0)
	await page.getByRole('switch', { name: 'Single letters as shortcuts' }).click()
	await expect(table.getByRole('row', { name: /Ctrl K or \/ \(switched off\) Search/ })).toBeVisible()
	await page.keyboard.press('?')
	await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('About names the packs, and leads to the licences', async ({ open }) => {
	const page = await open('/settings#about')
	const about = page.getByRole('region', { name: 'About' })
	await expect(about).toContainText(/Parallax \d+\.\d+\.\d+/)
	await expect(about.getByRole('listitem').first()).toContainText(/Version .* · CC-BY-4.0 · by /)
	await about.getByRole('link', { name: /^Licences of everything inside/ }).click()
	await expect(page.getByRole('heading', { name: 'About Parallax' })).toBeFocused()
})
