/** The library's depictions: facets whose counts follow, one finding across works, works and creators. */
import { expect, test } from '../setup/e2e.ts'

test('facets narrow the list, their counts follow, and the address keeps them', async ({ open }) => {
	const page = await open('/library?kind=depiction')
	const main = page.getByRole('main')
	await expect(main.getByText(/^(\d+) of \1 shown$/)).toBeVisible()
	await page.getByRole('checkbox', { name: /^Video games/ }).check()
	await page.getByRole('checkbox', { name: /^Deconstructed/ }).check()
	await expect(page).toHaveURL(/medium=video-games&treatment=deconstructed|treatment=deconstructed&medium=video-games/)
	await expect(main.getByRole('link', { name: 'Spec Ops: The Line' })).toBeVisible()
	await expect(page.getByRole('checkbox', { name: /^Theatre 0/ })).toHaveCount(1)
	await page.reload()
	await expect(main.getByText(/^1 of \d+ shown$/)).toBeVisible()
	await main.getByRole('button', { name: 'Show all again' }).click()
	await expect(main.getByText(/^(\d+) of \1 shown$/)).toBeVisible()
})

test('depictions are plotted by decade and treatment, with the same as a table', async ({ open }) => {
	const page = await open('/library?kind=depiction')
	const figure = page.getByRole('figure')
	await expect(figure.locator('svg rect').first()).toBeVisible()
	await expect(figure.getByRole('table', { name: 'Depictions by decade and treatment' })).toContainText(
		'Played straight',
	)
})

test('one finding is followed across the works that bear on it', async ({ open }) => {
	const page = await open('/library?kind=depiction')
	await page
		.getByRole('combobox', { name: 'Follow a finding' })
		.selectOption('intimate-psychotherapy-and-sex-therapy/one-night')
	const rows = page.getByRole('main').getByRole('listitem')
	await expect(rows).toHaveCount(15)
	await expect(rows.first()).toContainText('Asserts the claim')
	await expect(rows.last()).toContainText('Contradicts the claim')
})

test('a creator leads to their works, a work to its depictions', async ({ open }) => {
	const page = await open('/library?kind=creator&words=hemingway')
	await page.getByRole('link', { name: 'Ernest Hemingway' }).click()
	await page.getByRole('link', { name: 'For Whom the Bell Tolls' }).click()
	await expect(page).toHaveURL(/kind=depiction&work=for-whom-the-bell-tolls-1940/)
	await page.getByRole('main').getByRole('link', { name: 'For Whom the Bell Tolls' }).click()
	await expect(page).toHaveURL(/\/read\/intimate-psychotherapy/)
})
