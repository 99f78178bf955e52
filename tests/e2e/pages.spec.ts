/** Home, Library, Help, and the addresses that lead nowhere. */
import { expect, test } from '../setup/e2e.ts'
import { article, comparison, trope } from './places.ts'

test('Home says what Parallax is to somebody who has opened nothing yet', async ({ open }) => {
	const page = await open()
	await expect(page.getByText('Parallax sets the two side by side, claim by claim')).toBeVisible()
	await expect(page.getByText('They stay covered until you ask for them')).toBeVisible()
	await expect(page.getByRole('heading', { name: 'Recently open' })).toHaveCount(0)
	await expect(page.getByRole('link', { name: /^Continue/ })).toHaveCount(0)
	await page.getByRole('link', { name: 'Where to find help' }).click()
	await expect(page.getByRole('heading', { name: 'Where to find help' })).toBeFocused()
})

test('Home remembers, and an emptied list can be brought back', async ({ open }) => {
	const page = await open(article)
	await expect(page.getByRole('heading', { level: 1, name: 'Psychosexual therapy' })).toBeVisible()
	await page.getByRole('link', { name: 'Home', exact: true }).click()
	await expect(page.getByRole('link', { name: 'Continue: Psychosexual therapy' })).toBeVisible()
	await page.getByRole('button', { name: 'Clear the list' }).click()
	await expect(page.getByRole('heading', { name: 'Recently open' })).toHaveCount(0)
	await page.getByRole('button', { name: 'Undo' }).click()
	await expect(
		page.getByRole('region', { name: 'Recently open' }).getByRole('link', { name: 'Psychosexual therapy' }),
	).toBeVisible()
})

test('the library lists every kind and narrows by what is typed', async ({ open }) => {
	const page = await open('/library')
	await page.getByRole('button', { name: /^Depictions/ }).click()
	await expect(page).toHaveURL(/kind=depiction/)
	await page.getByRole('searchbox', { name: 'Narrow the list' }).pressSequentially('hemingway')
	await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1)
	await page.getByRole('link', { name: 'For Whom the Bell Tolls' }).click()
	await expect(page).toHaveURL(/\/read\/intimate-psychotherapy\?block=bell-tolls-maria-b1/)
	await page.goBack()
	await page.getByRole('searchbox', { name: 'Narrow the list' }).fill('nothing like it')
	await page.getByRole('button', { name: 'Show all again' }).click()
	await expect(page.getByRole('searchbox', { name: 'Narrow the list' })).toHaveValue('')
})

test('Help says what Parallax is not, and where to find help', async ({ open }) => {
	const page = await open('/help#find-help')
	await expect(page.getByText('Parallax teaches; it does not treat.')).toBeVisible()
	await expect(page.getByRole('heading', { name: 'Where to find help' })).toBeFocused()
	await page.getByRole('combobox', { name: 'Lines in' }).selectOption('Ireland')
	await expect(page.getByRole('link', { name: '1800 77 88 88' })).toBeVisible()
	await page.getByText('Report for a bug').click()
	await expect(page.getByText('browser host')).toBeVisible()
	await page.getByRole('button', { name: 'Copy' }).click()
	await expect(page.getByText(/The report is on the clipboard|Select the report and copy it/)).toBeVisible()
	await page.getByText(/Licences of everything inside/).click()
	await expect(page.getByText(/^pinia .* MIT$/)).toBeVisible()
})

test('an address that leads nowhere says so and shows a way out', async ({ open }) => {
	const page = await open('/compare/no-such-thing')
	await expect(page.getByRole('alert')).toContainText('The library has nothing called “no-such-thing”.')
	await page.getByRole('link', { name: 'Go to the library' }).click()
	await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible()
	await page.goto(new URL('/nowhere/at/all', page.url()).href)
	await expect(page.getByRole('heading', { level: 1, name: 'There is nothing at this address' })).toBeVisible()
})

test.describe('with a host of its own', () => {
	test.use({ own: 'named' })

	test('a host that has ended is said so, with what to do', async ({ open, host }) => {
		const page = await open(trope)
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
		await host.stop()
		await expect(page.getByText('Parallax is not running any more, or is out of reach.')).toBeVisible()
		await expect(page.getByRole('button', { name: 'Try now' })).toBeVisible()
	})
})

test('the policy of the windows allows nothing unsafe, and the page has no inline code', async ({
	open,
	page,
	host,
}) => {
	await open()
	const answer = await page.request.get(new URL(comparison, host.origin).href)
	const policy = answer.headers()['content-security-policy'] ?? ''
	expect(policy).toContain("default-src 'none'")
	expect(policy).not.toContain('unsafe')
	const markup = await answer.text()
	expect(markup).not.toMatch(/<style|<script(?![^>]* src=)|\son\w+=|\sstyle=/)
})
