/** Templates of exports: one that ships is copied, edited, mended where its faults are named, tried, used, deleted and brought back. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { withClient } from '../setup/client.ts'
import { expect, test } from '../setup/e2e.ts'
import { makeNotebook } from '../setup/notes.ts'

const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the template' })
const name = (page: Page) => page.getByRole('textbox', { name: 'Name' })
const preview = (page: Page) => page.getByRole('group', { name: 'Preview' })
const own = (page: Page) => page.getByRole('navigation', { name: 'Templates' }).getByRole('link', { name: /My essay/ })
const status = (page: Page) => page.getByRole('main').getByRole('status').first()

test('a template is copied, edited, mended by line, tried and used', async ({ open, host }) => {
	await withClient(host, makeNotebook)
	const page = await open('/notes')
	await page.getByRole('button', { name: 'Export…' }).click()
	const dialog = page.getByRole('dialog', { name: 'Export notes' })
	await dialog.getByRole('link', { name: 'Edit templates…' }).click()
	await expect(page).toHaveURL(/\/templates\?id=notes$/)
	await expect(dialog).toHaveCount(0)
	await expect(text(page)).not.toBeEditable()
	await expect(preview(page)).toContainText('One night of sleep', { timeout: 30_000 })

	await page.getByRole('button', { name: 'Make a copy' }).click()
	await expect(name(page)).toBeFocused()
	await name(page).fill('My essay')
	await text(page).fill('# What I noted\n\n{{ notes | size }} notes.\n\n{{ titel }}')
	await expect(status(page)).toContainText('One fault.')
	await expect(own(page)).toContainText('has faults')
	const fault = page.getByRole('list', { name: 'Faults' }).getByRole('button')
	await expect(fault).toHaveText('Line 5There is nothing called “titel” here. Did you mean “title”?')
	await fault.press('Enter')
	await expect(text(page)).toBeFocused()
	// The cursor stands before the word.
	for (let letter = 0; letter < 5; letter++) await page.keyboard.press('Delete')
	await page.keyboard.type('title')
	await expect(status(page)).toHaveText('No faults. Everything is kept.')
	await expect(preview(page)).toContainText('5 notes.')
	await page.getByRole('combobox', { name: 'with' }).selectOption('my notes')
	await expect(preview(page)).toContainText('7 notes.')

	await page.reload()
	await expect(text(page)).toHaveValue('# What I noted\n\n{{ notes | size }} notes.\n\n{{ title }}')
	await page.goto(new URL('/notes', host.origin).href)
	await page.getByRole('button', { name: 'Export…' }).click()
	await dialog.getByRole('combobox', { name: 'Format' }).selectOption('Markdown')
	await dialog.getByRole('combobox', { name: 'Layout' }).selectOption('My essay')
	const saved = page.waitForEvent('download')
	await dialog.getByRole('button', { name: 'Export' }).click()
	const written = await readFile(await (await saved).path(), 'utf8')
	expect(written).toContain('## What I noted\n\n7 notes.\n\nIntimate psychotherapy')
})

test('a template is deleted with a way back; the focus is never lost', async ({ open, host }) => {
	await withClient(host, async ({ templates }) => {
		const { id } = await templates.create({ basedOn: 'depictions', title: 'My essay' })
		await templates.change({ id, text: '{% if %}' })
	})
	const page = await open('/templates')
	await own(page).focus()
	await page.keyboard.press('Enter')
	await expect(name(page)).toHaveValue('My essay')
	// One with faults is there, and cannot be chosen.
	await expect(page.getByRole('list', { name: 'Faults' }).getByRole('button')).toHaveCount(1)
	await page.getByRole('button', { name: 'Delete' }).press('Enter')
	await expect(own(page)).toHaveCount(0, { timeout: 30_000 })
	await expect(page.getByRole('link', { name: 'Notes in order' })).toBeFocused()
	await page.getByRole('button', { name: 'Undo' }).click()
	await expect(own(page)).toBeVisible()
	await expect(name(page)).toHaveValue('My essay')
	await expect(name(page)).toBeFocused()
	await expect(text(page)).toHaveValue('{% if %}')
})

test('what is written in another window is followed', async ({ open, host }) => {
	const id = await withClient(
		host,
		async ({ templates }) => (await templates.create({ basedOn: 'text', title: 'My essay' })).id,
	)
	const page = await open(`/templates?id=${id}`)
	await expect(name(page)).toHaveValue('My essay')
	await withClient(host, ({ templates }) => templates.change({ id, text: '# From elsewhere' }))
	await expect(text(page)).toHaveValue('# From elsewhere')
	await expect(preview(page)).toContainText('From elsewhere')
})
