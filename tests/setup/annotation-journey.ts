/** What a student does with a pen, from the first mark to the file that is handed in: the same steps in every host. */
import { expect, type Page } from '@playwright/test'
import mammoth from 'mammoth'
import { extractText } from 'unpdf'
import { card, comment, drag, painted } from '../e2e/marks.ts'
import { pane } from '../e2e/places.ts'

/** What differs between the hosts. */
export interface Journey {
	page: Page
	/** Closes the program in order and starts it again on the same workspace. @returns its page */
	restart(): Promise<Page>
	/** @returns the file that comes of pressing */
	saved(format: 'docx' | 'pdf', press: () => Promise<void>): Promise<Buffer>
}

/** What is marked, written and cited. */
export const journey = {
	fiction: 'the sudden cure by catharsis again and again',
	reality: 'the therapist has no part in them',
	from: 'the injury is gone',
	to: 'largely those of other psychotherapies',
	comment: 'One night against **planned work**.',
	shown: 'One night against planned work.',
	/** What both sides rest on, as APA cites and lists it. */
	cited: ['(Gabbard & Gabbard, 1999)', '(Weiner & Avery-Clark, 2014)', '(Binik & Meana, 2009)'],
	/** Titles in the list, whose capitals are the style’s. */
	listed: ['Psychiatry and the cinema', 'Sensate focus: Clarifying the Masters and Johnson’s model'],
}

/** Walks the whole way. @returns the files, as they were saved */
export async function walkTheJourney(host: Journey): Promise<{ docx: Buffer; pdf: Buffer }> {
	await markBothSides(host.page)
	await linkThem(host.page)
	await takeBackAndDoAgain(host.page)
	const page = await host.restart()
	await findAgain(page)
	return { docx: await exportAs(page, host, 'docx'), pdf: await exportAs(page, host, 'pdf') }
}

async function markBothSides(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Library', exact: true }).click()
	await page.getByRole('main').getByRole('link', { name: 'Intimate psychotherapy', exact: true }).first().click()
	await page.getByRole('link', { name: 'Full texts' }).click()
	await drag(page, pane(page, 'Fiction'), journey.fiction)
	await page.keyboard.press('h')
	await expect.poll(() => painted(page)).toEqual({ yellow: journey.fiction })
	await drag(page, pane(page, 'Clinical reality'), journey.reality)
	await page.keyboard.press('2')
	await expect.poll(() => painted(page)).toEqual({ yellow: journey.fiction, green: journey.reality })
}

async function linkThem(page: Page): Promise<void> {
	await drag(page, pane(page, 'Fiction'), journey.from)
	await page.keyboard.press('l')
	await drag(page, pane(page, 'Clinical reality'), journey.to)
	await page.keyboard.press('l')
	const link = card(page, 'Link')
	await expect(link.getByRole('radio', { name: 'Contradicts' })).toBeFocused()
	await page.keyboard.press('ArrowRight')
	await expect(link.getByRole('radio', { name: 'Exaggerates' })).toBeChecked()
	await comment(page).fill(journey.comment)
	await page.keyboard.press('Escape')
	await expect(link).toBeHidden()
	await expect(linkSign(page)).toHaveCount(1)
}

/** The sign of the link beside the passage of fiction; its name has the relation and the comment. */
const linkSign = (page: Page) =>
	pane(page, 'Fiction').getByRole('button', { name: `Link. Exaggerates “${journey.to}”: ${journey.shown}` })
const line = (page: Page) => page.locator('[data-link-line]')

async function takeBackAndDoAgain(page: Page): Promise<void> {
	await page.keyboard.press('Control+z')
	await expect(linkSign(page)).toHaveCount(0)
	// What was written, how it bears on the other, and the link itself: each is a step, and each comes back.
	let steps = 1
	while (await line(page).count()) {
		expect(steps).toBeLessThan(5)
		const said = page.getByRole('status').filter({ hasText: 'Undone:' })
		const before = await said.count()
		await page.keyboard.press('Control+z')
		await expect.poll(async () => (await line(page).count()) === 0 || (await said.count()) !== before).toBe(true)
		steps++
	}
	await expect.poll(async () => Object.keys(await painted(page))).toEqual(['yellow', 'green'])
	for (; steps; steps--) await page.keyboard.press('Control+Shift+z')
	await expect(linkSign(page)).toHaveCount(1)
	await expect(line(page)).toHaveCount(1)
}

async function findAgain(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Notes', exact: true }).click()
	const status = page.getByRole('main').getByRole('status').filter({ hasText: 'shown' })
	await expect(status).toHaveText('3 of 3 shown')
	await page.getByRole('searchbox', { name: 'Find in your notes' }).fill('planned wor')
	await expect(status).toHaveText('1 of 3 shown')
	const found = page.getByRole('article').filter({ hasText: journey.shown })
	await expect(found).toContainText('Exaggerates')
	await expect(found).toContainText(journey.from)
	await expect(found).toContainText(journey.to)
	await page.getByRole('searchbox', { name: 'Find in your notes' }).fill('')
	await expect(status).toHaveText('3 of 3 shown')
}

async function exportAs(page: Page, host: Pick<Journey, 'saved'>, format: 'docx' | 'pdf'): Promise<Buffer> {
	await page.getByRole('button', { name: 'Export…' }).click()
	const dialog = page.getByRole('dialog', { name: 'Export notes' })
	await dialog.getByRole('combobox', { name: 'Format' }).selectOption(format)
	await expect(dialog.getByRole('status').filter({ hasText: '3 notes.' })).toBeVisible()
	const file = await host.saved(format, () => dialog.getByRole('button', { name: 'Export', exact: true }).click())
	if (await dialog.isVisible()) await page.keyboard.press('Escape')
	await expect(dialog).toBeHidden()
	return file
}

/** Finds quotes, notes and references in a Word file, with another reader than the program’s own. */
export async function expectInWord(buffer: Buffer): Promise<void> {
	const { value: html } = await mammoth.convertToHtml(
		{ buffer },
		{ styleMap: ["p[style-name='Quote'] => blockquote:fresh"] },
	)
	const text = html.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&')
	for (const quote of [journey.fiction, journey.reality, journey.from, journey.to])
		expect(html.replaceAll('&amp;', '&')).toMatch(new RegExp(`<blockquote>(<[^>]*>)*${quote.replaceAll('.', '\\.')}`))
	for (const words of [journey.shown, 'Exaggerates', ...journey.cited]) expect(text).toContain(words)
	for (const title of journey.listed) expect(text.toLowerCase()).toContain(title.toLowerCase())
	expect(html).toContain('href="parallax://open/read/intimate-psychotherapy?block=')
	expect(html).toMatch(/<h1>(<[^>]*>)*References/)
}

/** Finds quotes, notes, references and the ways back in a PDF, with another reader than the printer. */
export async function expectInPdf(bytes: Buffer): Promise<void> {
	const { text, totalPages } = await extractText(new Uint8Array(bytes), { mergePages: true })
	expect(totalPages).toBeGreaterThan(0)
	// Lines break where the page ends, and words where the line does.
	const words = text.replace(/\s+/g, ' ')
	for (const said of [journey.fiction, journey.reality, journey.from, journey.to, journey.shown, ...journey.cited])
		expect(words).toContain(said)
	for (const title of journey.listed) expect(words.toLowerCase()).toContain(title.toLowerCase())
	const file = bytes.toString('latin1')
	expect(file).toContain('(parallax://open/read/intimate-psychotherapy?block=')
	expect(file).toContain('(parallax://open/read/psychosexual-therapy?block=')
}
