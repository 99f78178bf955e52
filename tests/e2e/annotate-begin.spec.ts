/** Notes that are begun: left blank they are taken back, undone they change where they stand open, and one crosses to the margin. */
import { expect, test } from '../setup/e2e.ts'
import { card, comment, drag, margin, painted, ready, said } from './marks.ts'
import { article } from './places.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })
const words = 'helps people whose difficulty'

test('a note that stays blank is not there; a highlight that was to become one is a highlight again', async ({
	open,
}) => {
	const page = await open(article)
	await ready(page)
	await drag(page, page.locator('main'), words)
	await page.keyboard.press('n')
	await expect(comment(page)).toBeFocused()
	await page.keyboard.press('Escape')
	await expect.poll(() => painted(page)).toEqual({})

	await drag(page, page.locator('main'), words)
	await page.keyboard.press('h')
	await expect.poll(() => painted(page)).toEqual({ yellow: words })
	await drag(page, page.locator('main'), words)
	await page.keyboard.press('n')
	await expect(comment(page)).toBeFocused()
	await page.keyboard.press('Escape')
	await expect(margin(page).getByRole('listitem')).toHaveText(/^Highlight/)
	await page.reload()
	await expect(margin(page).getByRole('listitem')).toHaveText(/^Highlight/)

	// Written in, it is a note; and only one.
	await drag(page, page.locator('main'), words)
	await page.keyboard.press('n')
	await page.keyboard.type('Whose?')
	await page.keyboard.press('Escape')
	await expect(margin(page).getByRole('listitem')).toHaveText(/^Note.*Whose\?$/)
	await page.reload()
	await expect(margin(page).getByRole('listitem')).toHaveText(/^Note.*Whose\?$/)
})

test('what is undone while its editor is open changes in the editor', async ({ open }) => {
	const page = await open(article)
	await ready(page)
	await drag(page, page.locator('main'), words)
	await page.keyboard.press('n')
	await page.keyboard.type('First.')
	await page.keyboard.press('Escape')
	await margin(page).getByRole('button').click()
	const colour = card(page, 'Note').getByRole('radiogroup', { name: 'Colour' })
	await colour.getByRole('radio').nth(2).check({ force: true })
	await expect.poll(() => painted(page)).toEqual({ blue: words })
	await page.getByRole('button', { name: 'Close', exact: true }).focus()
	await page.keyboard.press('Control+z')
	await expect(colour.getByRole('radio').nth(0)).toBeChecked()
	await page.keyboard.press('Control+z')
	await expect(comment(page)).toHaveValue('')
	await page.keyboard.press('Control+y')
	await expect(comment(page)).toHaveValue('First.')
	await page.keyboard.press('Escape')
	await expect(margin(page)).toContainText('First.')
})

test('m leads from a mark to its note in the margin, and back', async ({ open }) => {
	const page = await open(article)
	await ready(page)
	await page.keyboard.press('.')
	await page.keyboard.press('.')
	await page.keyboard.press('n')
	await page.keyboard.type('Whose?')
	await expect(comment(page)).toHaveValue('Whose?')
	await page.keyboard.press('Escape')
	await expect(card(page, 'Note')).toBeHidden()
	await expect(margin(page)).toContainText('Whose?')
	await page.keyboard.press('m')
	await expect(margin(page).getByRole('button', { name: /Whose\?/ })).toBeFocused()
	await page.keyboard.press('m')
	await expect(page.locator('main.pane')).toBeFocused()
	await expect(said(page)).toContainText('Note: Whose?')
})
