/** What a new reader does in the first minutes, by mouse. */
import { expect, test } from '../setup/e2e.ts'
import { comparison, marked, row, search } from './places.ts'

test('compare, follow the evidence, search, and arrive at the passage', async ({ open }) => {
	const page = await open()
	await expect(page.getByRole('heading', { level: 1 })).toContainText('What the story says')
	await page.getByRole('link', { name: 'Intimate psychotherapy' }).click()
	await expect(page.getByRole('heading', { level: 1, name: 'Intimate psychotherapy' })).toBeFocused()

	const method = row(page, 'Method')
	await expect(method).toContainText('Inaccurate')
	await method.getByRole('button', { name: /depictions/ }).click()
	await expect(method.getByRole('list', { name: 'Depictions' }).getByRole('listitem')).toHaveCount(9)
	await expect(method.getByRole('list', { name: 'References' }).getByRole('listitem')).toHaveCount(3)
	await expect(method).toContainText('For discussion.')

	await method.getByRole('link', { name: 'Open the article at this point' }).click()
	await expect(page.getByRole('heading', { level: 1, name: 'Psychosexual therapy' })).toBeVisible()
	await page.goBack()
	await expect(page.getByRole('heading', { level: 1, name: 'Intimate psychotherapy' })).toBeVisible()

	await page.keyboard.press('Control+k')
	await search(page).getByRole('searchbox').fill('sensate focus')
	const reality = search(page).getByRole('region', { name: 'Clinical reality' })
	await expect(reality.locator('mark').first()).toHaveText('sensate')
	await reality.locator('[data-hit]', { hasText: 'Psychosexual therapy' }).first().click()
	await expect(page).toHaveURL(/\/read\/psychosexual-therapy\?block=.+find=sensate/)
	await expect.poll(() => marked(page)).toBeGreaterThan(1)
	const block = new URL(page.url()).searchParams.get('block')
	await expect(page.locator(`[data-block="${block}"]`)).toBeInViewport()
	await expect(page.getByRole('heading', { name: 'What happens at home' }), 'its heading with it').toBeInViewport({
		ratio: 1,
	})

	await page.keyboard.press('Escape')
	await expect.poll(() => marked(page)).toBe(0)
	await expect(page).not.toHaveURL(/find=/)
})

test('a hit of a point opens the comparison with that point open', async ({ open }) => {
	const page = await open(comparison)
	await page.keyboard.press('Control+k')
	await search(page).getByRole('searchbox').fill('flashbacks strain relationship')
	await search(page).getByText('Finding ·').first().click()
	await expect(page).toHaveURL(/point=nothing-to-lose/)
	await expect(row(page, 'Risk').getByRole('button', { name: /depictions/ })).toHaveAttribute('aria-expanded', 'true')
	await expect(row(page, 'Risk')).toBeInViewport()
})

test('a dead end says so in both columns', async ({ open }) => {
	const page = await open()
	await page.getByRole('button', { name: /Search fiction/ }).click()
	await search(page).getByRole('searchbox').fill('zzzyx')
	await expect(search(page).getByText('“zzzyx” stands nowhere in the library.')).toBeVisible()
	await expect(search(page).getByRole('status')).toHaveText('Nothing found.')
})
