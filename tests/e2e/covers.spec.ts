/** Content notes and spoilers: two switches; what is covered is not in the page. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { plainText } from '#domain/documents/inlines.ts'
import type { CompiledPack } from '#domain/packs/compiled.ts'
import { expect, test } from '../setup/e2e.ts'
import { comparison, coveredPhrase, search, trope } from './places.ts'

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

/** How a flagged text begins, for every depiction and passage of the pack that is covered at first. */
function coveredBeginnings(): string[] {
	const file = new URL('../../out/packs/intimacy-and-therapy.json', import.meta.url)
	const { documents } = JSON.parse(readFileSync(file, 'utf8')) as CompiledPack
	const texts = documents.flatMap(({ depictions, blocks }) => [
		...depictions.filter(({ contentNotes, spoiler }) => contentNotes.length || spoiler).map(({ text }) => text),
		...blocks
			.filter(({ contentNotes, type }) => contentNotes.length && type !== 'heading')
			.map(({ inlines }) => plainText(inlines)),
	])
	return texts.map((text) => text.slice(0, 40))
}

test('nothing that is flagged is in the page anywhere, whichever way it is looked at', async ({ open, host }) => {
	const covered = coveredBeginnings()
	expect(covered.length).toBeGreaterThan(20)
	const page = await open()
	const leaks = async () => {
		const text = await page.evaluate(() => document.documentElement.textContent ?? '')
		const markup = await html(page)
		return covered.filter((beginning) => text.includes(beginning) || markup.includes(beginning))
	}
	for (const path of [trope, '/read/psychosexual-therapy', `${comparison}?view=texts`, `${comparison}?view=matrix`]) {
		await page.goto(new URL(path, page.url()).href)
		await expect(
			page
				.getByRole('button', { name: /^Show: / })
				.or(page.getByRole('grid'))
				.first(),
		).toBeVisible()
		expect.soft(await leaks(), path).toEqual([])
	}
	await page.goto(new URL(comparison, page.url()).href)
	await page.getByRole('button', { name: 'Open all evidence' }).click()
	await expect(page.getByRole('button', { name: 'Show: Antichrist' }).first()).toBeVisible()
	expect.soft(await leaks(), 'all evidence').toEqual([])
	await page.keyboard.press('Control+k')
	for (const query of ['assault', 'nightmares', 'dies', 'sexual violence', 'Berserk', '2009']) {
		await search(page).getByRole('searchbox').fill(query)
		await expect(search(page).getByRole('status')).toContainText(/in clinical reality|Nothing found/)
		expect.soft(await leaks(), `search for ${query}`).toEqual([])
	}
	// What was looked for is there to be found: with both switches off it shows.
	await page.goto(new URL('/settings', page.url()).href)
	// What is pressed before the line is open and left at once is lost.
	await expect(page.getByText(host.folder).first()).toBeVisible()
	for (const switched of await page.getByRole('switch', { name: /^Cover passages/ }).all()) await switched.click()
	await page.goto(new URL(trope, page.url()).href)
	await expect(card(page)).toContainText(coveredPhrase)
	expect((await leaks()).length).toBeGreaterThan(15)
})

test('in the comparison as well: shown in one row, the depiction is shown in the others and can be covered again', async ({
	open,
}) => {
	const page = await open(`${comparison}?point=one-night`)
	const shows = page.getByRole('button', { name: 'Show: Antichrist' })
	await shows.click()
	await expect(page.getByRole('button', { name: 'Cover again: Antichrist' })).toBeVisible()
	await page.getByRole('link', { name: 'Full texts' }).click()
	await expect(card(page)).toContainText(coveredPhrase)
	await card(page).getByRole('button', { name: 'Cover again: Antichrist' }).click()
	expect(await html(page)).not.toContain(coveredPhrase)
	await page.getByRole('link', { name: 'Points', exact: true }).click()
	await expect(shows).toBeVisible()
})

test('without content notes, endings stay covered, in search too', async ({ open }) => {
	const page = await open('/settings')
	await page.getByRole('switch', { name: 'Cover passages with content notes' }).click()
	await page.keyboard.press('Control+k')
	await search(page).getByRole('searchbox').fill('antichrist')
	const hit = search(page).getByRole('link', { name: /^Antichrist/ })
	await expect(hit).toContainText('Covered: gives away the ending.')
	await search(page).getByRole('searchbox').fill('baby boy')
	await expect(search(page).getByRole('link', { name: /^Baby Boy/ })).not.toContainText('Covered')
})
