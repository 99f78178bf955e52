/** The same by keyboard alone. */
import { expect, test } from '../setup/e2e.ts'
import { comparison, marked, pane, row, search } from './places.ts'

test('compare, search and read without a mouse', async ({ open }) => {
	const page = await open()
	const press = (key: string) => page.keyboard.press(key)
	await press('Tab')
	await expect(
		page.getByRole('link', { name: 'Home', exact: true }).or(page.getByRole('button', { name: /Search fiction/ })),
	).toHaveCount(2)
	await page.getByRole('link', { name: 'Intimate psychotherapy' }).focus()
	await press('Enter')
	await expect(page.getByRole('heading', { level: 1, name: 'Intimate psychotherapy' })).toBeFocused()
	await press('j')
	await expect(row(page, 'Setting').getByRole('button', { name: /depictions/ })).toBeFocused()
	await press('j')
	await press('e')
	await expect(row(page, 'Method')).toContainText('For discussion.')
	await press('e')
	await expect(row(page, 'Method')).not.toContainText('For discussion.')
	await press('2')
	await expect(pane(page, 'Fiction')).toBeVisible()
	await press(']')
	await expect(pane(page, 'Clinical reality')).toBeFocused()
	await press('1')
	await expect(row(page, 'Setting')).toBeVisible()

	await press('/')
	await expect(search(page).getByRole('searchbox')).toBeFocused()
	await page.keyboard.type('grief')
	await expect(search(page).locator('[data-hit]').first()).toBeVisible()
	await press('ArrowDown')
	await expect(search(page).locator('[data-column="fiction"] [data-hit]').first()).toBeFocused()
	await press('ArrowRight')
	await expect(search(page).locator('[data-column="reality"] [data-hit]').first()).toBeFocused()
	await press('ArrowUp')
	await expect(search(page).getByRole('searchbox')).toBeFocused()
	await press('ArrowDown')
	await press('ArrowRight')
	await press('Enter')
	await expect(search(page)).toBeHidden()
	await expect.poll(() => marked(page)).toBeGreaterThan(0)
})

test('closing a dialog gives the focus back to where it was', async ({ open }) => {
	const page = await open(comparison)
	await row(page, 'Setting')
		.getByRole('button', { name: /depictions/ })
		.focus()
	await page.keyboard.press('?')
	await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
	await page.keyboard.press('Escape')
	await expect(row(page, 'Setting').getByRole('button', { name: /depictions/ })).toBeFocused()
})

test('the first Tab offers to skip the rail', async ({ open }) => {
	const page = await open('/help')
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
	await page.getByRole('link', { name: 'Skip to the page' }).focus()
	await page.keyboard.press('Enter')
	await expect(page.locator('#page')).toBeFocused()
})

test('single letters do nothing once they are switched off', async ({ open }) => {
	const page = await open('/settings')
	await page.getByRole('switch', { name: 'Single letters as shortcuts' }).click()
	await page.keyboard.press('?')
	await expect(page.getByRole('dialog')).toHaveCount(0)
	await page.keyboard.press('Control+k')
	await expect(search(page)).toBeVisible()
})
