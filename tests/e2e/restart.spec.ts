/** Parallax is closed and started again: what a page that was left open says, and that everything is still there. */
import { expect, test } from '../setup/e2e.ts'
import { article } from './places.ts'

test.use({ own: 'named' })

test('a page left open says what to do, and goes on once the new address is opened beside it', async ({
	open,
	context,
	host,
}) => {
	const page = await open(article)
	await expect(page.getByRole('heading', { name: 'Ethics and law' })).toBeAttached()
	const banner = page.getByText('Parallax is not running any more, or is out of reach.')

	await host.restart()
	await expect(banner).toBeVisible()
	await expect(banner).toContainText('Nothing you saved is lost.')
	await expect(banner).toContainText('open the address that it printed')
	// Each start has a secret of its own: trying again is not enough.
	await page.getByRole('button', { name: 'Try now' }).click()
	await expect(page.getByRole('heading', { name: 'Ethics and law' }), 'what is open can still be read').toBeAttached()

	const stale = await context.newPage()
	await stale.goto(host.origin)
	await expect(stale.getByRole('heading', { name: 'This address needs its key' })).toBeVisible()
	await stale.goto(host.url)
	await expect(stale.getByRole('heading', { level: 1 })).toContainText('What the story says')

	await expect(banner).toHaveCount(0)
	await page.getByRole('link', { name: 'Library' }).click()
	await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
})

test('settings, what was open last and the place in it are there after a restart', async ({ open, host }) => {
	const page = await open('/settings')
	await page.getByText('Dark', { exact: true }).click()
	await page.getByRole('slider', { name: 'Text size' }).press('PageUp')
	await expect(page.locator('output').first()).not.toHaveText('100%')
	const size = (await page.locator('output').first().textContent()) ?? ''
	await page.goto(new URL(article, page.url()).href)
	await page.getByRole('button', { name: 'Ethics and law' }).click()
	const place = () => page.locator('main').evaluate((element) => element.scrollTop)
	await expect(page.getByRole('button', { name: 'Ethics and law' })).toHaveAttribute('aria-current', 'true')
	await page.getByRole('link', { name: 'Home', exact: true }).click()
	await expect(page.getByRole('link', { name: 'Continue: Psychosexual therapy' })).toBeVisible()

	await host.restart()
	await page.goto(host.url)
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
	await page.getByRole('link', { name: 'Continue: Psychosexual therapy' }).click()
	await expect.poll(place).toBeGreaterThan(500)
	await expect(page.getByRole('heading', { name: 'Ethics and law' })).toBeInViewport()
	await page.getByRole('link', { name: 'Settings' }).click()
	await expect(page.locator('output').first()).toHaveText(size)
})
