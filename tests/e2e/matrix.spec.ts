/** The matrix: depictions against points, by mouse and by arrow keys, saved as a table. */
import { readFile } from 'node:fs/promises'
import { expect, test } from '../setup/e2e.ts'
import { comparison } from './places.ts'

const matrix = `${comparison}?view=matrix`

test('arrow keys go from cell to cell, and the chosen cell is told', async ({ open }) => {
	const page = await open(matrix)
	const detail = page.getByRole('complementary', { name: 'The chosen cell' })
	await page.locator('[data-cell="0-0"]').focus()
	await page.keyboard.press('ArrowDown')
	await page.keyboard.press('ArrowRight')
	await expect(page.locator('[data-cell="1-1"]')).toBeFocused()
	await expect(detail).toContainText('Berserk')
	await expect(detail).toContainText('Nothing has to be said or learnt')
	await page.keyboard.press('Control+End')
	await expect(detail).toContainText('Mass Effect 2')
	await detail.getByRole('link', { name: 'Open the point' }).click()
	await expect(page).toHaveURL(/point=lacks-a-lover/)
})

test('its order and medium stand in the address', async ({ open }) => {
	const page = await open(matrix)
	await page.getByRole('combobox', { name: 'Medium' }).selectOption('film')
	await expect(page.getByRole('rowheader', { name: /Dexter/ })).toHaveCount(0)
	await page.getByRole('combobox', { name: 'Order' }).selectOption('year')
	await page.reload()
	await expect(page.getByRole('rowheader').first()).toContainText('The Legend of Hell House')
})

test('what is covered stays covered in the detail', async ({ open }) => {
	const page = await open(matrix)
	await page.locator('[data-cell]', { hasText: 'Contradicts the claim' }).first().click()
	const detail = page.getByRole('complementary', { name: 'The chosen cell' })
	await expect(detail.getByRole('button', { name: /^Show: / })).toBeVisible()
})

test('it is saved as CSV', async ({ open }) => {
	const page = await open(matrix)
	const saving = page.waitForEvent('download')
	await page.getByRole('button', { name: 'Save as CSV' }).click()
	const file = await saving
	expect(file.suggestedFilename()).toBe('intimate-psychotherapy-and-sex-therapy.csv')
	const lines = (await readFile(await file.path(), 'utf8')).split('\r\n')
	expect(lines).toHaveLength(18 + 2)
	expect(lines[0]).toContain('Method: Nothing has to be said or learnt; the embrace does the work.')
})
