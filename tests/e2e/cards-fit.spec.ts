/** Times fitted to the reader's own reviews: by keyboard, with a way to stop, taken, undone and forgotten. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { partBytes } from '#contract/cards/words.ts'
import type { Client } from '#contract/index.ts'
import { packageBytes } from '../setup/anki.ts'
import { withClient } from '../setup/client.ts'
import { expect, test } from '../setup/e2e.ts'
import { forgetful } from '../setup/forgetful.ts'

// axe puts its own script into the page, which the policy of the windows rightly refuses.
test.use({ bypassCSP: true })

const section = (page: Page) => page.getByRole('region', { name: 'Fitted to your reviews' })
const button = (page: Page, name: string) => section(page).getByRole('button', { name, exact: true })

const take =
	(cards: number) =>
	async ({ cards: { transfer } }: Client): Promise<void> => {
		const bytes = packageBytes(forgetful(cards), 'collection.anki21b')
		const { file } = await transfer.begin({ name: 'remembered.apkg', bytes: bytes.length })
		for (let at = 0; at < bytes.length; at += partBytes)
			await transfer.part({ file, content: Buffer.from(bytes.subarray(at, at + partBytes)).toString('base64') })
		for await (const _ of await transfer.import({ file }));
	}
async function faultless(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page })
		.include('section[aria-labelledby="fit"]')
		.setLegacyMode()
		.analyze()
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

test('without reviews enough it says how many it takes', async ({ open, host }) => {
	await withClient(host, take(3))
	const page = await open('/settings')
	await expect(section(page)).toContainText('That takes 400 reviews')
	await expect(section(page)).toContainText('so far there are 27.')
	await expect(section(page).getByRole('button')).toHaveCount(0)
	await faultless(page)
})

test('times are fitted, cancelled, taken, undone and forgotten by keyboard', async ({ open, host }) => {
	test.slow()
	const set = () =>
		withClient(host, async ({ workspace }) => (await workspace.settings.read()).schedulingParameters.length)
	await withClient(host, take(200))
	const page = await open('/settings')
	await expect(section(page)).toContainText('There are 1,800 reviews to learn from.')
	await button(page, 'Fit to my reviews').focus()
	await page.keyboard.press('Enter')
	await expect(button(page, 'Cancel')).toBeFocused()
	await expect(section(page).getByRole('progressbar', { name: 'Learning from your reviews…' })).toBeVisible()
	await page.keyboard.press('Enter')
	await expect(section(page).getByRole('status')).toHaveText('Cancelled. Nothing was changed.')
	await expect(button(page, 'Fit to my reviews')).toBeFocused()

	await page.keyboard.press('Enter')
	await expect(button(page, 'Use the fitted times')).toBeFocused({ timeout: 60_000 })
	await expect(section(page).getByRole('status')).toContainText('foresee your answers better')
	const table = section(page).getByRole('table', { name: 'How well 1,800 answers to 200 cards were foreseen.' })
	const measures = (await table.getByRole('row', { name: 'Surprise' }).getByRole('cell').allTextContents()).map(Number)
	expect(measures).toHaveLength(2)
	expect(measures[1]).toBeLessThan(measures[0] ?? 0)
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme })
		await faultless(page)
	}
	expect(await set()).toBe(0)

	await page.keyboard.press('Enter')
	await expect(page.getByText('Cards are timed by your reviews.')).toBeVisible()
	await expect(button(page, 'Fit to my reviews again')).toBeFocused()
	expect(await set()).toBe(21)
	await page.keyboard.press('ControlOrMeta+z')
	await expect(button(page, 'Fit to my reviews')).toBeVisible()
	await expect(button(page, 'Forget the fit')).toHaveCount(0)
	expect(await set()).toBe(0)
	await page.keyboard.press('ControlOrMeta+Shift+z')
	await expect(button(page, 'Forget the fit')).toBeVisible()
	expect(await set()).toBe(21)

	await button(page, 'Forget the fit').focus()
	await page.keyboard.press('Enter')
	await expect(button(page, 'Fit to my reviews')).toBeFocused()
	await expect(page.getByText('Cards are timed as for most people.')).toBeVisible()
	expect(await set()).toBe(0)
})
