/** Passages copied with their citation, by keyboard and by pointer; references copied and saved. */
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { withClient } from '../setup/client.ts'
import { expect, test } from '../setup/e2e.ts'
import { articleId, makeNote, passage } from '../setup/notes.ts'
import { article, comparison, pane } from './places.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })
test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']))

const notice = (page: Page, words: string | RegExp) => page.getByText(words).first()
/** What is on the clipboard, by its types. */
const clipboard = (page: Page) =>
	page.evaluate(async () => {
		const [item] = await navigator.clipboard.read()
		const texts = (item?.types ?? []).map(async (type) => [type, await (await item?.getType(type))?.text()])
		return Object.fromEntries(await Promise.all(texts)) as Record<string, string>
	})
/** Under load the first citation may take longer than a press counts: then it is pressed for once more. */
async function copied(page: Page, words: string | RegExp): Promise<void> {
	const again = page.getByRole('button', { name: 'Copy it' })
	await expect(notice(page, words).or(again).first()).toBeVisible({ timeout: 30_000 })
	if (await again.isVisible()) await again.click()
	await expect(notice(page, words)).toBeVisible()
}
const ready = (page: Page) => expect(page.locator('[data-start]').first()).toBeVisible()
/** Saves references through their menu. @returns name and content of the file */
async function saved(page: Page, menu: Locator, format: string) {
	await menu.click()
	const coming = page.waitForEvent('download')
	await page.getByRole('button', { name: new RegExp(`^Save as ${format}`) }).click()
	const download = await coming
	return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

test('a sentence in Read, by keyboard alone, in the style of the settings', async ({ open }) => {
	const page = await open(article)
	await ready(page)
	await page.keyboard.press('p')
	await page.keyboard.press('p')
	await page.keyboard.press('c')
	await copied(page, 'Copied with its citation.')
	const { 'text/plain': plain = '', 'text/html': html = '' } = await clipboard(page)
	const [first = '', ...list] = plain.split('\n')
	expect(first).toMatch(/^“.+” \(.*The Parallax authors, n\.d\., section ‘[^’]+’, para\. \d+\)\.?$/)
	expect(list.at(-1)).toMatch(/^The Parallax authors\. \(n\.d\.\)\./)
	expect(html).toContain('<i>')
	expect(html.replace(/<meta[^>]*>/, '')).toMatch(/^<p>“/)

	await page.goto(new URL('/settings#citations', page.url()).href)
	await page
		.getByRole('combobox', { name: 'Citation style' })
		.selectOption({ label: 'Harvard (Cite Them Right, 12th edition)' })
	await page.goto(new URL(article, page.url()).href)
	await ready(page)
	await page.keyboard.press('.')
	const tools = page.getByRole('toolbar', { name: 'Mark the passage' })
	await expect(tools).toBeVisible()
	await page.keyboard.press('Enter')
	// The tools are reached and walked by keyboard too.
	const copy = page
		.getByRole('toolbar', { name: 'Mark the passage' })
		.getByRole('button', { name: 'Copy with citation' })
	for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight')
	await expect(copy).toBeFocused()
	await page.keyboard.press('Enter')
	await expect.poll(async () => (await clipboard(page))['text/plain']).toMatch(/^‘.+’ \(.*no date/)
})

test('a passage of Full texts, a point and a note', async ({ open, host }) => {
	const page = await open(`${comparison}?view=texts`)
	const reality = pane(page, 'Clinical reality')
	await expect(reality.locator('[data-block]').first()).toBeVisible()
	await reality.focus()
	await page.keyboard.press('.')
	await page.keyboard.press('c')
	await copied(page, 'Copied with its citation.')
	expect((await clipboard(page))['text/plain']).toContain('The Parallax authors, n.d.')

	await page.goto(new URL(comparison, page.url()).href)
	await page
		.getByRole('button', { name: /^Copy with citation/ })
		.first()
		.click()
	await copied(page, /^Copied with its citation\./)
	const both = (await clipboard(page))['text/plain']?.split('\n') ?? []
	expect(both[0]).toMatch(/^“.+” \(.+\)\.?$/)
	expect(both[1]).toMatch(/^“.+” \(.+\)\.?$/)
	expect(both.length).toBeGreaterThan(4)

	await withClient(host, async (client) =>
		makeNote(client, {
			comment: 'Mine.',
			targets: [await passage(client, articleId, 'The exercises are homework for the couple')],
		}),
	)
	await page.goto(new URL('/notes', page.url()).href)
	const note = page.getByRole('article').filter({ hasText: 'Mine.' })
	await note.focus()
	await page.keyboard.press('c')
	await copied(page, 'Copied with its citation.')
	expect((await clipboard(page))['text/plain']).toMatch(/^“The exercises are homework for the couple” \(/)
})

test('references are copied one by one, and saved for reference managers', async ({ open }) => {
	const page = await open(article)
	await ready(page)
	const menu = (name: string | RegExp) => page.getByRole('button', { name }).first()
	const bib = await saved(page, menu('Save references'), 'BibTeX')
	expect(bib.name).toBe('psychosexual-therapy-references.bib')
	expect(bib.text).toMatch(/^@\w+\{/)

	await menu(/^Copy or save:/).focus()
	await page.keyboard.press('Enter')
	await expect(page.getByRole('button', { name: /^Copy APA/ })).toBeFocused()
	await page.keyboard.press('Enter')
	await copied(page, 'The reference is on the clipboard.')
	expect((await clipboard(page))['text/plain']).toMatch(/\(\d{4}\)/)
	await expect(menu(/^Copy or save:/)).toBeFocused()

	await page.goto(new URL(comparison, page.url()).href)
	const ris = await saved(page, menu('Save references'), 'RIS')
	expect([ris.name, ris.text.slice(0, 2)]).toEqual(['intimate-psychotherapy-and-sex-therapy-references.ris', 'TY'])
	await page.goto(new URL('/library?kind=work', page.url()).href)
	const json = await saved(page, menu('Save references'), 'CSL-JSON')
	expect(JSON.parse(json.text)).toHaveLength(67)
})
