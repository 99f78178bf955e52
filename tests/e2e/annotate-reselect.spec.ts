/** A note whose passage has moved or is gone gets a new one: from the review queue into the text and back. */
import type { Page } from '@playwright/test'
import type { Client } from '#contract/index.ts'
import { withClient } from '../setup/client.ts'
import { expect, test } from '../setup/e2e.ts'
import { articleId, makeStale, passage, tropeId } from '../setup/notes.ts'
import { drag, margin, said } from './marks.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const queue = '/notes?state=review&state=orphan'
const chip = (page: Page) => page.getByRole('group', { name: 'Select the passage for this note' })
const entry = (page: Page, words: string) => page.getByRole('article').filter({ hasText: words })
const quote = 'helps people whose difficulty'
const gulls = 'Gulls wheel over a grey harbour, and a bell rings.'

const goneNote = async (client: Client) =>
	makeStale(client, { comment: 'It is gone.', targets: [await passage(client, articleId, quote)] }, quote, gulls)

/** The text warns of what it holds: both versions are covered. */
async function expectOld(page: Page): Promise<void> {
	await entry(page, 'It is gone.')
		.getByRole('button', { name: /^Show: / })
		.or(entry(page, gulls))
		.first()
		.click()
	await expect(entry(page, 'It is gone.')).toContainText(gulls)
}
async function selectAnew(page: Page): Promise<void> {
	await entry(page, 'It is gone.').getByRole('button', { name: 'Mark it again…' }).click()
	await expect(chip(page)).toBeVisible()
	await expect(page.locator('[data-start]').first()).toBeVisible()
}

test('by pointer: taken, back in the queue, undone', async ({ open, host }) => {
	await withClient(host, goneNote)
	const page = await open(queue)
	await selectAnew(page)
	await expect(said(page)).toContainText('Select the passage for this note')
	await expect(chip(page).getByRole('button', { name: 'Take it' })).toBeDisabled()
	await drag(page, page.locator('main'), quote, false)
	await chip(page).getByRole('button', { name: 'Take it' }).click()
	await expect(page).toHaveURL(/\/notes\?/)
	await expect(page.getByText('None of your notes answers what you have chosen.')).toBeVisible()
	await page.getByRole('button', { name: 'Undo', exact: true }).click()
	await expectOld(page)
	await page.keyboard.press('Control+y')
	await expect(entry(page, 'It is gone.')).toHaveCount(0)
	await page.goto(new URL('/notes', page.url()).href)
	await expect(entry(page, 'It is gone.')).toContainText(quote)
})

test('by keyboard: sentence by sentence, Enter takes it; Escape leaves all as it was', async ({ open, host }) => {
	await withClient(host, goneNote)
	const page = await open(queue)
	await selectAnew(page)
	await page.keyboard.press('.')
	await page.keyboard.press('Escape')
	await expect(page).toHaveURL(/\/notes\?/)
	await expectOld(page)

	await entry(page, 'It is gone.').focus()
	await page.keyboard.press('r')
	await expect(chip(page)).toBeVisible()
	await expect(page.locator('[data-start]').first()).toBeVisible()
	await page.keyboard.press('.')
	await page.keyboard.press('.')
	await expect(said(page)).toContainText('Psychosexual therapy, also called sex therapy')
	// Nothing else is made of what is selected for it.
	await page.keyboard.press('h')
	await page.keyboard.press('Enter')
	await expect(page).toHaveURL(/\/notes\?/)
	await expect(page.getByText('None of your notes answers what you have chosen.')).toBeVisible()
	await page.goto(new URL('/notes', page.url()).href)
	await expect(page.getByRole('article')).toHaveCount(1)
	await expect(entry(page, 'It is gone.')).toContainText('Psychosexual therapy, also called sex therapy')
})

test('of a link the end that was lost is the one that moves', async ({ open, host }) => {
	await withClient(host, async (client) => {
		const kept = await passage(client, tropeId, 'the injury is gone')
		const targets = [kept, await passage(client, articleId, quote)]
		await makeStale(client, { motivation: 'linking', relation: 'asks', comment: 'It is gone.', targets }, quote, gulls)
	})
	const page = await open(queue)
	await selectAnew(page)
	await drag(page, page.locator('main'), quote, false)
	await expect(chip(page).getByRole('button', { name: 'Take it' })).toBeEnabled()
	await page.keyboard.press('Enter')
	await expect(page).toHaveURL(/\/notes\?/)
	await page.goto(new URL(`/read/${articleId}`, page.url()).href)
	await expect(margin(page).getByRole('button', { name: 'the injury is gone' })).toBeVisible()
	await expect(margin(page)).toContainText(quote)
})
