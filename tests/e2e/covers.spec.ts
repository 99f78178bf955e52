/** Content notes and spoilers: two switches; what is covered is not in the page. */
import type { Page } from '@playwright/test'
import { expect, test } from '../setup/e2e.ts'
import { coveredPhrase, search, trope } from './places.ts'

const html = (page: Page) => page.content()
const card = (page: Page) => page.getByRole('article', { name: 'Antichrist', exact: true })

test('a flagged depiction is not in the page until it is asked for, and can be covered again', async ({ open }) => {
	const page = await open(trope)
	await expect(card(page)).toContainText(
		'Contains sexual content, violence, self-harm and death. Gives away the ending.',
	)
	expect(await html(page)).not.toContain(coveredPhrase)
	await card(page).getByRole('button', { name: 'Show: Antichrist' }).click()
	await expect(card(page)).toContainText(coveredPhrase)
	await card(page).getByRole('button', { name: 'Cover again: Antichrist' }).click()
	await expect(card(page).getByRole('button', { name: 'Show: Antichrist' })).toBeFocused()
	expect(await html(page)).not.toContain(coveredPhrase)
})

test('the two switches are separate', async ({ open }) => {
	const page = await open('/settings')
	await page.getByRole('switch', { name: 'Cover passages with content notes' }).click()
	await page.goto(new URL(trope, page.url()).href)
	await expect(card(page)).toContainText('Gives away the ending.')
	await expect(card(page)).not.toContainText('Contains')
	await expect(page.getByRole('article', { name: 'Baby Boy', exact: true })).not.toContainText('Show')
	await page.goto(new URL('/settings', page.url()).href)
	await page.getByRole('switch', { name: 'Cover passages that give away an ending' }).click()
	await page.goto(new URL(trope, page.url()).href)
	await expect(card(page)).toContainText(coveredPhrase)
})

test('search covers the same passages, and what is shown there is shown on its page', async ({ open }) => {
	const page = await open()
	await page.keyboard.press('Control+k')
	await search(page).getByRole('searchbox').fill('antichrist')
	await expect(search(page)).toContainText('Covered: contains sexual content')
	expect(await html(page)).not.toContain(coveredPhrase)
	await search(page).getByRole('button', { name: 'Show the excerpt from Antichrist' }).click()
	await expect(search(page).getByRole('button', { name: 'Show the excerpt from Antichrist' })).toHaveCount(0)
	await search(page)
		.getByRole('link', { name: /^Antichrist/ })
		.click()
	await expect(card(page)).toContainText(coveredPhrase)
})
