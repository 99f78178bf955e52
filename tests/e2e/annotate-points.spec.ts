/** Marks on the words of a point: its claim, its finding, and its explanation once that is uncovered. */
import type { Page } from '@playwright/test'
import { expect, test } from '../setup/e2e.ts'
import { card, clickMark, comment, drag, painted, said, tools } from './marks.ts'
import { article, comparison, row } from './places.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const claim = 'whoever helps takes part in it'
const finding = 'conversation in a consulting room'
const signs = (page: Page) => row(page, 'Setting').getByRole('list', { name: 'Notes in this text' })

test('words of a claim are highlighted and noted by pointer, and overlap', async ({ open }) => {
	const page = await open(comparison)
	await drag(page, row(page, 'Setting'), claim)
	await page.keyboard.press('h')
	await expect.poll(() => painted(page)).toEqual({ yellow: claim })
	await drag(page, row(page, 'Setting'), 'takes part')
	await page.keyboard.press('q')
	await page.keyboard.type('Who says so?')
	await page.keyboard.press('Escape')
	await expect(signs(page).getByRole('button', { name: 'Question: Who says so?' })).toBeVisible()
	// The digits are the views' keys again once nothing is selected.
	await page.keyboard.press('Escape')
	await clickMark(page, 'yellow')
	await expect(card(page, 'Highlight')).toContainText(claim)
	await page.keyboard.press('Escape')
	await page.reload()
	await expect.poll(async () => (await painted(page)).yellow).toContain(claim)
})

test('a word of a claim is linked with a word of its finding, across the spine', async ({ open }) => {
	const page = await open(comparison)
	await drag(page, row(page, 'Setting'), claim)
	await page.keyboard.press('l')
	await drag(page, row(page, 'Setting'), finding)
	await page.keyboard.press('l')
	await expect(card(page, 'Link').getByRole('radio', { name: 'Contradicts' })).toBeFocused()
	await page.keyboard.press('Escape')
	await expect(page.locator('[data-link-line]')).toHaveCount(1)
	await signs(page)
		.getByRole('button', { name: `Link. Contradicts “${finding}”` })
		.click()
	await card(page, 'Link')
		.getByRole('button', { name: 'Intimate psychotherapy · Setting: go to the passage' })
		.nth(1)
		.click()
	await expect(said(page)).toHaveText(`${finding} Link. Contradicted by “${claim}”`)
})

test('from point to point by keyboard, and a link from a claim to a text', async ({ open }) => {
	const page = await open(comparison)
	await expect(row(page, 'Setting')).toBeVisible()
	const press = (key: string) => page.keyboard.press(key)
	await press('.')
	await expect(said(page)).toContainText('The treatment takes place in bed')
	await press('.')
	await expect(said(page)).toContainText('Sex therapy is conversation')
	await press('p')
	await expect(said(page)).toContainText('Nothing has to be said or learnt')
	await expect(row(page, 'Method')).toBeFocused()
	await press(',')
	await expect(said(page)).toContainText('Sex therapy is conversation')
	// Gone to by the keys of the view, a point begins at its own words.
	await press('j')
	await press('.')
	await expect(said(page)).toContainText('Nothing has to be said or learnt')
	await press('Enter')
	await expect(tools(page).getByRole('button', { name: 'Highlight', exact: true })).toBeFocused()
	await press('l')
	await expect(page.getByText('Linking from “Nothing has to be said or learnt')).toBeVisible()
	await page.getByRole('link', { name: 'Psychosexual therapy', exact: true }).first().click()
	await expect(page).toHaveURL(new RegExp(article))
	await drag(page, page.locator('main'), 'helps people whose difficulty')
	await press('l')
	await press('Escape')
	const notes = page.getByRole('complementary', { name: 'Notes on this text' })
	await expect(notes).toContainText('Contradicted by')
	await notes.getByRole('button', { name: /^Nothing has to be said/ }).click()
	await expect(page).toHaveURL(/point=nothing-said/)
	await expect(said(page)).toContainText('Nothing has to be said or learnt')
})

test('an explanation takes marks once it is uncovered, and keeps them to itself when it is covered again', async ({
	open,
}) => {
	const page = await open(`${comparison}?point=in-bed`)
	const words = 'the clients'
	await row(page, 'Setting').getByRole('button', { name: 'Show: evidence' }).click()
	const known = row(page, 'Setting').locator('.known')
	await known.locator('p[data-start]').evaluate((element) => getSelection()?.selectAllChildren(element))
	await expect(tools(page)).toBeVisible()
	await page.keyboard.press('n')
	await expect(comment(page)).toBeFocused()
	await page.keyboard.type('Read this.')
	await page.keyboard.press('Escape')
	await expect(signs(page).getByRole('button', { name: 'Note: Read this.' })).toBeVisible()
	expect(Object.keys(await painted(page))).toEqual(['yellow'])
	await known.getByRole('button', { name: 'Cover again: evidence' }).click()
	await expect.poll(() => painted(page)).toEqual({})
	await expect(known).not.toContainText(words)
})
