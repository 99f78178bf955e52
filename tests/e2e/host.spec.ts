/** The browser host as a reader meets it: one address, and everything from this computer. */
import { expect, test } from '../setup/e2e.ts'

test('the address that is printed opens the app, and nothing goes wrong on the page', async ({ open }) => {
	const page = await open()
	await expect(page).toHaveTitle(/Parallax/)
	await expect(page.getByRole('navigation').first()).toBeVisible()
	expect(new URL(page.url()).search, 'the token is gone from the address').toBe('')
})

test('nobody comes in without the token', async ({ page, host }) => {
	const answer = await page.goto(`${host.origin}/`)
	expect(answer?.status()).toBe(403)
	const files = await page.request.get(`${host.origin}/index.html`)
	expect(files.status()).toBe(403)
})
