/** The notebook: grouped, narrowed, searched, edited in place, undone; free notes and their links; what waits after an update. */
import type { Page } from '@playwright/test'
import { withClient } from '../setup/client.ts'
import { expect, test } from '../setup/e2e.ts'
import { articleId, makeNote, makeNotebook, passage } from '../setup/notes.ts'

const entry = (page: Page, words: string) => page.getByRole('article').filter({ hasText: words })
const status = (page: Page) => page.getByRole('main').getByRole('status').filter({ hasText: 'shown' })

test('before the first note the page says how to make one', async ({ open }) => {
	const page = await open('/notes')
	await expect(page.getByText('Mark a passage.')).toBeVisible()
	await page.getByRole('button', { name: 'New note' }).click()
	await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused()
	// One that stays empty does not stay.
	await page.keyboard.press('Escape')
	await expect(page.getByText('Mark a passage.')).toBeVisible()
})

test('notes are grouped, narrowed and found, and the address keeps it', async ({ open, host }) => {
	await withClient(host, makeNotebook)
	const page = await open('/notes')
	await expect(status(page)).toHaveText('7 of 7 shown')
	await expect(page.getByRole('heading', { level: 2, name: /^Today/ })).toBeVisible()
	await page.getByRole('combobox', { name: 'Group by' }).selectOption('Comparison')
	await expect(page.getByRole('heading', { level: 2, name: 'Intimate psychotherapy 6' })).toBeVisible()
	await page.getByRole('combobox', { name: 'Group by' }).selectOption('Tag')
	await expect(page.getByRole('heading', { level: 2, name: /^essay 2/ })).toBeVisible()
	await page.getByRole('checkbox', { name: /^Link/ }).check()
	await expect(status(page)).toHaveText('1 of 7 shown')
	await expect(entry(page, 'The heart of it.')).toContainText('Contradicts')
	await page.reload()
	await expect(status(page)).toHaveText('1 of 7 shown')
	await page.getByRole('button', { name: 'Show all again' }).click()
	await page.getByRole('searchbox', { name: 'Find in your notes' }).fill('homew')
	await expect(status(page)).toHaveText('3 of 7 shown')
	await page.getByRole('searchbox', { name: 'Find in your notes' }).fill('zzz')
	await expect(page.getByText('None of your notes answers what you have chosen.')).toBeVisible()
})

test('a note is edited where it stands, kept by itself, and deleted with a way back', async ({ open, host }) => {
	await withClient(host, makeNotebook)
	const page = await open('/notes')
	const note = entry(page, 'This matters.')
	await note.focus()
	await page.keyboard.press('e')
	const field = page.getByRole('textbox', { name: 'Note', exact: true })
	await expect(field).toBeFocused()
	await field.fill('This **really** matters.')
	await expect(page.getByRole('region', { name: 'Preview' }).locator('strong')).toHaveText('really')
	await expect(page.getByText('Everything is kept.')).toBeVisible()
	await field.fill('It does not.')
	await page.keyboard.press('Escape')
	const changed = entry(page, 'It does not.')
	await expect(changed).toBeFocused()
	await page.reload()
	await expect(changed).toContainText('essay')
	await changed.getByRole('button', { name: 'Delete' }).click()
	await expect(changed).toHaveCount(0)
	await expect(page.getByRole('article').and(page.locator(':focus'))).toHaveCount(1)
	await page.getByRole('button', { name: 'Undo' }).click()
	await expect(changed).toBeVisible()
})

test('a free note links to what the library has', async ({ open, host }) => {
	await withClient(host, (client) => makeNote(client, { comment: '# Earlier thoughts' }))
	const page = await open('/notes')
	await expect(entry(page, 'Earlier thoughts')).toBeVisible()
	await page.keyboard.press('n')
	const field = page.getByRole('textbox', { name: 'Note', exact: true })
	await expect(field).toBeFocused()
	const offers = page.getByRole('listbox', { name: 'What to link to' })
	await page.keyboard.type('See [[psychosex')
	await expect(offers.getByRole('option')).toHaveText([/^Psychosexual therapy\s*Article$/])
	await page.keyboard.press('Enter')
	await page.keyboard.type(' and [[earlier th')
	await expect(offers.getByRole('option', { name: /^Earlier thoughts\s*Note$/ })).toBeVisible()
	await page.keyboard.press('Enter')
	await page.keyboard.type(' and [[no such thing]].')
	await page.keyboard.press('Escape')
	const note = entry(page, 'and no such thing')
	await expect(note).toBeFocused()
	await expect(note.getByRole('link')).toHaveText(['Psychosexual therapy', 'Earlier thoughts'])
	await expect(note.getByText('(nothing of this name)')).toHaveCount(1)
	await note.getByRole('link', { name: 'Earlier thoughts' }).click()
	await expect(page).toHaveURL(/\/notes\?note=/)
	await expect(page.getByRole('article').and(page.locator(':focus'))).toContainText('Earlier thoughts')
	await note.getByRole('link', { name: 'Psychosexual therapy' }).click()
	await expect(page.getByRole('heading', { level: 1, name: 'Psychosexual therapy' })).toBeVisible()
})

test('Enter leads back to the passage', async ({ open, host }) => {
	await withClient(host, async (client) => {
		await makeNote(client, {
			motivation: 'highlighting',
			targets: [await passage(client, articleId, 'An official booklet')],
		})
	})
	const page = await open('/notes')
	await expect(entry(page, 'An official booklet').getByRole('link')).toBeVisible()
	await page.keyboard.press('j')
	await expect(entry(page, 'An official booklet')).toBeFocused()
	await page.keyboard.press('Enter')
	await expect(page).toHaveURL(/\/read\/psychosexual-therapy\?block=/)
	await expect(page.getByRole('main').getByText('An official booklet')).toBeInViewport()
})

test('a quote that is covered where it stands is covered here, until it is asked for', async ({ open, host }) => {
	await withClient(host, makeNotebook)
	const page = await open('/notes')
	const note = entry(page, 'Why is it hidden?')
	await expect(note.getByText('Gives away the ending.')).toBeVisible()
	await expect(note.locator('blockquote')).toHaveCount(0)
	await note.getByRole('button', { name: /^Show: the quote/ }).click()
	await expect(note.locator('blockquote')).toBeVisible()
})

test('what has changed is shown beside what was marked: taken over, let go, and undone', async ({ open, host }) => {
	await withClient(host, makeNotebook)
	const page = await open('/notes')
	await expect(page.getByText('2 notes wait for you: their texts have changed.')).toBeVisible()
	await page.getByRole('button', { name: 'Look at them' }).click()
	await expect(status(page)).toHaveText('2 of 7 shown')
	const moved = entry(page, 'It moved.')
	await expect(moved.locator('del')).toHaveText(['ever ', 'said'])
	await expect(moved.locator('ins')).toHaveText(['shown'])
	await moved.focus()
	await page.keyboard.press('a')
	await expect(page.getByText('1 note waits for you: its text has changed.')).toBeVisible()
	const gone = entry(page, 'It is gone.')
	await expect(gone).toBeFocused()
	await page.keyboard.press('d')
	await expect(page.getByText('Nothing waits for you any more.')).toBeVisible()
	await page
		.getByRole('status')
		.filter({ hasText: 'Passage let go.' })
		.getByRole('button', { name: 'Undo' })
		.last()
		.click()
	await expect(gone).toBeVisible()
	await gone.getByRole('button', { name: /^Mark it again/ }).click()
	await expect(page).toHaveURL(/\/read\/psychosexual-therapy\?.*reselect=urn/)
})

test('2,000 notes: few are in the page, and the focus stays with its note', async ({ open, host }) => {
	await withClient(host, async (client) => {
		for (let n = 0; n < 2000; n += 100)
			await Promise.all(Array.from({ length: 100 }, (_, at) => makeNote(client, { comment: `Note ${n + at}.` })))
	})
	const page = await open('/notes')
	await expect(status(page)).toHaveText('2000 of 2000 shown')
	await page.keyboard.press('j')
	await page.keyboard.press('j')
	const second = page.locator('article[aria-posinset="2"]')
	await expect(second).toBeFocused()
	await page.getByRole('main').evaluate((main) => main.scrollTo(0, 100_000))
	await expect(second).not.toBeInViewport()
	await expect(second).toBeFocused()
	expect(await page.getByRole('article').count()).toBeLessThan(60)
	await page.keyboard.press('j')
	await expect(page.locator('article[aria-posinset="3"]')).toBeFocused()
	await expect(page.locator('article[aria-posinset="3"]')).toBeInViewport()
})

test('colours carry the names that the reader gave them', async ({ open, host }) => {
	await withClient(host, makeNotebook)
	const page = await open('/settings')
	const green = page.getByRole('textbox', { name: 'Green' })
	await green.fill('For the essay')
	await green.press('Tab')
	await page.goto(new URL('/notes', page.url()).href)
	await expect(page.getByRole('checkbox', { name: /^For the essay/ })).toBeVisible()
	await page.goto(new URL('/settings', page.url()).href)
	await green.fill('')
	await green.press('Tab')
	await expect(green).toHaveValue('Evidence')
})

test('Home shows the newest three and leads to them', async ({ open, host }) => {
	await withClient(host, async (client) => {
		for (const comment of ['One', 'Two', 'Three', 'Four']) await makeNote(client, { comment: `${comment} *thought*` })
	})
	const page = await open()
	const recent = page.getByRole('region', { name: 'Recent notes' })
	await expect(recent.getByRole('listitem').getByRole('link')).toHaveText([
		'Four thought',
		'Three thought',
		'Two thought',
	])
	await recent.getByRole('link', { name: 'Three thought' }).click()
	await expect(page.getByRole('article').and(page.locator(':focus'))).toContainText('Three thought')
})

test('the table of what is shown can be saved', async ({ open, host }) => {
	await withClient(host, makeNotebook)
	const page = await open('/notes?kind=linking')
	await expect(status(page)).toHaveText('1 of 7 shown')
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Save as CSV' }).click(),
	])
	expect(download.suggestedFilename()).toBe('parallax-notes.csv')
	const text = await (await download.createReadStream()).toArray()
	expect(Buffer.concat(text).toString()).toMatch(
		/Kind,Text,Quote.*\r\nLink,Intimate Psychotherapy,.*Contradicts,Psychosexual therapy,The exercises are homework/,
	)
})

test.describe('with a host of its own', () => {
	test.use({ own: 'named' })

	test('what cannot be kept stays in its field, and is kept once that is possible again', async ({ open, host }) => {
		await withClient(host, (client) => makeNote(client, { comment: 'Before.' }))
		const page = await open('/notes')
		await entry(page, 'Before.').getByRole('button', { name: 'Edit' }).click()
		const { url } = host
		await host.restart()
		const field = page.getByRole('textbox', { name: 'Note', exact: true })
		await field.fill('After.')
		await page.keyboard.press('Escape')
		await expect(page.getByText('Parallax is not running any more')).toBeVisible()
		await expect(page.locator('.messages')).toContainText('Parallax did not answer.')
		await expect(field).toHaveValue('After.')
		expect(host.url).not.toBe(url)
		const beside = await page.context().newPage()
		await beside.goto(host.url)
		await expect(page.getByText('Parallax is not running any more')).toHaveCount(0)
		// What is asked while the line is down waits for the next attempt: either that has kept it by now, or Escape does.
		await expect(async () => {
			if (await field.count()) await field.press('Escape', { timeout: 1000 })
			await expect(entry(page, 'After.')).toBeFocused({ timeout: 1000 })
		}).toPass()
		await beside.goto(new URL('/notes', host.origin).href)
		await expect(entry(beside, 'After.')).toBeVisible()
	})
})
