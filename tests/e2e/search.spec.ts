/** Search beyond a word: phrases, narrowing, slips of the finger, dead ends, and what was looked for before. */
import { expect, test } from '../setup/e2e.ts'
import { search } from './places.ts'

test('a phrase finds where its words stand next to each other, and offers to let them stand apart', async ({
	open,
}) => {
	const page = await open()
	await page.keyboard.press('Control+k')
	const box = search(page).getByRole('searchbox')
	await box.fill('"informed consent"')
	await expect(search(page).getByRole('status')).toContainText('in clinical reality')
	for (const mark of await search(page).locator('mark').allTextContents())
		expect(mark.toLowerCase()).toBe('informed consent')
	await box.fill('"consent informed"')
	await expect(search(page).getByRole('status')).toHaveText('Nothing found.')
	await search(page).getByRole('button', { name: 'Search for them apart' }).click()
	await expect(box).toHaveValue('consent informed')
	await expect(search(page).locator('[data-hit]').first()).toBeVisible()
})

test('results are narrowed by what they are, and the choice can be taken back', async ({ open }) => {
	const page = await open()
	await page.keyboard.press('Control+k')
	await search(page).getByRole('searchbox').fill('trauma')
	const status = search(page).getByRole('status')
	await expect(status).toContainText('in clinical reality')
	const before = await status.textContent()
	await search(page).getByRole('button', { name: 'Narrow', exact: true }).click()
	await search(page).getByRole('checkbox', { name: 'Finding' }).check()
	await expect(status).toContainText('0 in fiction')
	for (const context of await search(page).locator('[data-hit] .context').allTextContents())
		expect(context).toMatch(/^Finding/)
	await search(page).getByRole('button', { name: 'No longer only Finding' }).click()
	await expect(status).toHaveText(before ?? '')
	await expect(search(page).getByRole('button', { name: 'Narrow', exact: true })).toBeFocused()
})

test('a slip of the finger is said, and the right word is marked where the hit opens', async ({ open }) => {
	const page = await open()
	await page.keyboard.press('Control+k')
	await search(page).getByRole('searchbox').fill('electroconvulsvie ')
	await expect(search(page)).toContainText('“electroconvulsvie” stands nowhere in the library.')
	await search(page).locator('[data-column="reality"] [data-hit]').first().click()
	await expect(page.getByText('Marked: electroconvulsive')).toBeVisible()
})

test('a dead end offers the nearest words', async ({ open }) => {
	const page = await open()
	await page.keyboard.press('Control+k')
	const box = search(page).getByRole('searchbox')
	await box.fill('schizofrenya ')
	await search(page)
		.getByRole('button', { name: /^Search for schizophrenia instead/ })
		.click()
	await expect(box).toHaveValue('schizophrenia ')
	await expect(box).toBeFocused()
	await expect(search(page).locator('[data-hit]').first()).toBeVisible()
})

test('what was looked for before is a key away, and the list can be cleared and brought back', async ({ open }) => {
	const page = await open()
	for (const words of ['grief', 'consent']) {
		await page.keyboard.press('Control+k')
		await search(page).getByRole('searchbox').fill(words)
		await search(page).locator('[data-hit]').first().click()
		await expect(search(page)).toHaveCount(0)
	}
	await page.keyboard.press('Control+k')
	const box = search(page).getByRole('searchbox')
	await box.fill('')
	const recent = search(page).locator('[data-column="recent"] [data-hit]')
	await expect(recent).toHaveText(['consent', 'grief'])
	await page.keyboard.press('ArrowDown')
	await page.keyboard.press('ArrowDown')
	await page.keyboard.press('Enter')
	await expect(box).toHaveValue('grief')
	await expect(box).toBeFocused()
	await box.fill('')
	await search(page).getByRole('button', { name: 'Clear the list' }).click()
	await expect(recent).toHaveCount(0)
	await expect(box).toBeFocused()
	await page.keyboard.press('Escape')
	await page.getByRole('button', { name: 'Undo', exact: true }).click()
	await page.keyboard.press('Control+k')
	await expect(recent).toHaveText(['consent', 'grief'])
})
