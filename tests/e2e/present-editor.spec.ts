/** Presentations being made: from a comparison, slide by slide, with a way back from everything. */
import type { Page } from '@playwright/test'
import { withClient } from '../setup/client.ts'
import { expect, test } from '../setup/e2e.ts'
import { comparisonId, endedWithVotes, makePresentation } from '../setup/slides.ts'
import { comparison } from './places.ts'

const list = (page: Page) => page.getByRole('listbox', { name: 'Slides' })
const slides = (page: Page) => list(page).getByRole('option')
const open = (page: Page) => list(page).locator('[aria-selected="true"]')
const stage = (page: Page) => page.getByRole('region', { name: /as the room sees it$/ })
const form = (page: Page) => page.getByRole('region', { name: /^What is on slide/ })
const kept = (page: Page) => expect(page.locator('.editor-head').getByText('Everything is kept.')).toBeVisible()
/** A line on which the answers of the program can be held back; for pages that are opened from now on. */
async function slowLine(page: Page) {
	let held: (() => void)[] | undefined
	await page.routeWebSocket(/\/rpc/, (socket) => {
		const host = socket.connectToServer()
		host.onMessage((message) => {
			if (held) held.push(() => socket.send(message))
			else socket.send(message)
		})
	})
	return {
		hold() {
			held = []
		},
		release() {
			const waiting = held ?? []
			held = undefined
			for (const send of waiting) send()
		},
	}
}
/** 1 × 1, red. */
const pixel = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
	'base64',
)

test('a presentation is made from a comparison in a minute', async ({ open: enter }) => {
	const page = await enter(comparison)
	await page.getByRole('button', { name: 'Make slides…' }).click()
	const dialog = page.getByRole('dialog', { name: 'Make a presentation' })
	await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue(/.+/)
	const points = dialog.getByRole('group', { name: 'Points' }).getByRole('listitem')
	const all = await points.count()
	await expect(dialog.getByText(`${all} of ${all} points chosen`)).toBeVisible()
	const second = await points.nth(1).locator('.claim').textContent()
	await points
		.nth(1)
		.getByRole('button', { name: /^Move up/ })
		.press('Enter')
	await expect(points.first().locator('.claim')).toHaveText(second ?? '')
	await points.nth(2).getByRole('checkbox').first().uncheck()
	await dialog.getByRole('checkbox', { name: 'Talk to a neighbour' }).uncheck()
	await dialog.getByRole('textbox', { name: 'Title' }).fill('Seminar, week 3')
	await dialog.getByText('Dark', { exact: true }).click()
	await expect(dialog.getByRole('status').last()).toHaveText(new RegExp(`^${all + 1} slides, about \\d+ minutes$`))
	await dialog.getByRole('button', { name: 'Create the presentation' }).click()
	await expect(page).toHaveURL(/\/present\/[0-9a-f-]{36}$/)
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Seminar, week 3')
	await expect(slides(page)).toHaveCount(all + 1)
	await expect(slides(page).nth(1)).toContainText(second ?? '')
	await expect(page.getByRole('combobox', { name: 'Theme' })).toHaveValue('dark')
	await slides(page).nth(1).click()
	await expect(stage(page).getByText(second ?? '')).toBeVisible()
	await expect(stage(page).getByRole('radio', { name: 'Talk to a neighbour' })).toHaveCount(0)
	await stage(page).getByText('Reveal', { exact: true }).click()
	await expect(stage(page).getByRole('article')).toHaveClass(/at-reveal/)
})

test('slides are moved, cut, pasted, duplicated and deleted from the keyboard, and all of it undone', async ({
	host,
	open: enter,
}) => {
	const { id, slides: made } = await withClient(host, (client) => makePresentation(client))
	const page = await enter(`/present/${id}`)
	await expect(slides(page)).toHaveCount(made.length)
	const order = async () => slides(page).locator('.label').allTextContents()
	const first = await order()
	await list(page).focus()
	await page.keyboard.press('ArrowDown')
	await page.keyboard.press('Alt+ArrowDown')
	await expect.poll(order).toEqual([first[0], first[2], first[1], ...first.slice(3)])
	await expect(page.getByText('Slide 2 is now 3 of 5.')).toBeAttached()
	await expect(list(page)).toBeFocused()
	await page.keyboard.press('Control+x')
	await expect(slides(page)).toHaveCount(made.length - 1)
	await page.keyboard.press('Home')
	await page.keyboard.press('Control+v')
	await expect.poll(order).toEqual([first[0], first[1], first[2], ...first.slice(3)])
	await expect(open(page)).toContainText(first[1] ?? '')
	await page.keyboard.press('Insert')
	await expect(slides(page)).toHaveCount(made.length + 1)
	await page.keyboard.press('Delete')
	await expect(slides(page)).toHaveCount(made.length)
	await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
	await expect(slides(page)).toHaveCount(made.length + 1)
	await list(page).focus()
	for (let n = 0; n < 4; n += 1) await page.keyboard.press('Control+z')
	await expect.poll(order).toEqual(first)
	await page.keyboard.press('Control+y')
	await expect.poll(order).toEqual([first[0], first[2], first[1], ...first.slice(3)])
	await kept(page)
	await page.reload()
	await expect.poll(order).toEqual([first[0], first[2], first[1], ...first.slice(3)])
})

test('words, a poll and a picture are put on slides and kept', async ({ host, open: enter }) => {
	const { id } = await withClient(host, (client) => makePresentation(client))
	const page = await enter(`/present/${id}`)
	await slides(page).nth(1).click()
	await form(page).getByRole('textbox', { name: 'Claim' }).fill('What films say.')
	await expect(stage(page).getByText('What films say.')).toBeVisible()
	await expect(open(page)).toContainText('What films say.')
	await form(page).getByRole('spinbutton', { name: 'Minutes' }).fill('25')
	await form(page).getByRole('spinbutton', { name: 'Minutes' }).press('Tab')
	await expect(open(page)).toContainText('25 min')
	await form(page).getByRole('checkbox', { name: 'Second vote' }).uncheck()
	await expect(stage(page).getByRole('radio', { name: 'Second vote' })).toHaveCount(0)
	await page.keyboard.press('Control+z')
	await expect(stage(page).getByRole('radio', { name: 'Second vote' })).toHaveCount(1)
	await page.keyboard.press('Control+y')
	await expect(form(page).getByRole('checkbox', { name: 'Second vote' })).not.toBeChecked()

	await page.getByRole('button', { name: 'Add a slide' }).click()
	await page.getByRole('button', { name: 'Text and pictures' }).click()
	await expect(form(page).getByRole('textbox', { name: 'Heading' })).toBeFocused()
	await page.keyboard.type('A still')
	const text = form(page).getByRole('textbox', { name: 'Text', exact: true })
	await text.fill('Look closely.')
	await form(page)
		.locator('input[type="file"]')
		.setInputFiles({ name: 'still.png', mimeType: 'image/png', buffer: pixel })
	const dialog = page.getByRole('dialog', { name: 'A picture for the slide' })
	await dialog.getByRole('textbox', { name: 'What is seen on it' }).fill('A red square')
	await dialog.getByRole('button', { name: 'Put it on the slide' }).click()
	await expect(text).toHaveValue(/^Look closely\.\n\n!\[A red square\]\(image:[0-9a-f]{64}\)$/)
	await expect(text).toBeFocused()
	await expect(stage(page).getByRole('img', { name: 'A red square' })).toBeVisible()

	await page.getByRole('button', { name: 'Add a slide' }).click()
	await page.getByRole('button', { name: 'Poll', exact: true }).click()
	await form(page).getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Multiple choice' })
	await form(page).getByRole('textbox', { name: 'What is asked' }).fill('Which one?')
	await form(page).getByRole('button', { name: 'Add an option' }).click()
	await page.keyboard.type('One')
	await page.keyboard.press('Enter')
	await page.keyboard.type('Two')
	await form(page).getByRole('button', { name: 'Move up: Two' }).press('Enter')
	await expect(form(page).getByRole('button', { name: 'Move up: Two' })).toBeFocused()
	await form(page).getByRole('button', { name: 'Move down: Two' }).press('Enter')
	await form(page).getByRole('combobox', { name: 'Right answer' }).selectOption({ label: 'Two' })
	await expect(stage(page).getByText('Which one?')).toBeVisible()
	await form(page).getByRole('textbox', { name: 'Speaker notes' }).fill('Wait for **all**.')
	await expect(
		form(page).getByRole('region', { name: 'Speaker notes, as they will read' }).locator('strong'),
	).toHaveText('all')
	await expect(stage(page)).not.toContainText('Wait for')
	await kept(page)
	const { slides: after } = await withClient(host, ({ presentations }) => presentations.show({ id }))
	expect(after[1]).toMatchObject({ claim: 'What films say.', minutes: 25 })
	expect(after[2]).toMatchObject({ type: 'text', heading: 'A still' })
	expect(after[3]).toMatchObject({
		type: 'poll',
		notes: 'Wait for **all**.',
		poll: { options: [{ label: 'One' }, { label: 'Two' }] },
	})
	await open(page).focus()
	await list(page).focus()
	// What was typed in one field is one step.
	await page.keyboard.press('Control+z')
	await expect(form(page).getByRole('textbox', { name: 'Speaker notes' })).toHaveValue('')
})

test('changed in two windows: the presenter chooses, and nothing is lost', async ({ host, open: enter }) => {
	const { id } = await withClient(host, (client) => makePresentation(client))
	const page = await enter()
	const line = await slowLine(page)
	await page.goto(new URL(`/present/${id}`, page.url()).href)
	await expect(slides(page)).toHaveCount(5)
	// Changed elsewhere while nothing waits here: it is followed.
	const change = (title: string) =>
		withClient(host, async ({ presentations }) => {
			const { modified } = await presentations.show({ id })
			await presentations.change({ id, modified, title })
		})
	await change('From elsewhere')
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('From elsewhere')
	// The word of it comes late, when something is being typed already.
	await slides(page).nth(1).click()
	const claim = form(page).getByRole('textbox', { name: 'Claim' })
	line.hold()
	await change('Changed again')
	await claim.fill('Mine')
	line.release()
	await expect(page.getByRole('alert')).toContainText('was changed elsewhere')
	await expect(page.getByRole('button', { name: 'Keep mine as a copy' })).toBeFocused()
	await page.keyboard.press('Enter')
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('From elsewhere (my version)')
	await slides(page).nth(1).click()
	await expect(claim).toHaveValue('Mine')
	const all = await withClient(host, ({ presentations }) => presentations.list())
	expect(all.map(({ title }) => title).sort()).toEqual(['Changed again', 'From elsewhere (my version)'])
})

test('a slide whose source says something else now is brought up to date', async ({ host, open: enter }) => {
	const id = await withClient(host, async (client) => {
		const { slides: made } = await makePresentation(client, 'Today')
		// As it would have been made from an earlier wording.
		const { checksum } = await import('#domain/classroom/checksum.ts')
		const old = made.map((slide) =>
			slide.type === 'point' && slide.id === made[1]?.id
				? {
						...slide,
						finding: 'An older finding.',
						source: { ...slide.source, made: { ...slide.source.made, finding: checksum('An older finding.') } },
					}
				: slide,
		)
		const { id: older } = await client.presentations.create({
			title: 'Last year',
			comparison: comparisonId,
			theme: 'light',
			slides: old,
		})
		return older
	})
	const page = await enter(`/present/${id}`)
	await expect(slides(page).nth(1)).toContainText('Source changed')
	await slides(page).nth(1).click()
	const notice = page.getByRole('region', { name: 'The source of this slide has changed' })
	await expect(notice).toContainText('An older finding.')
	await notice.getByRole('button', { name: 'Bring up to date' }).click()
	await expect(notice).toHaveCount(0)
	await expect(form(page).getByRole('textbox', { name: 'Finding' })).not.toHaveValue('An older finding.')
	await list(page).focus()
	await page.keyboard.press('Control+z')
	await expect(notice).toBeVisible()
})

test('presentations are listed, renamed, duplicated, deleted and brought back', async ({ host, open: enter }) => {
	const page = await enter('/present')
	await expect(page.getByText('A presentation takes a room through a comparison')).toBeVisible()
	await page.getByRole('button', { name: 'New and empty' }).click()
	await expect(page.getByText('There is no slide yet.')).toBeVisible()
	await page.getByRole('button', { name: 'Add a slide' }).click()
	await page.getByRole('button', { name: 'Title', exact: true }).click()
	await page.keyboard.type('Welcome')
	await kept(page)
	await page.getByRole('link', { name: 'Present', exact: true }).click()
	const rows = page.getByRole('list', { name: 'Presentations' }).getByRole('listitem')
	await expect(rows).toHaveCount(1)
	await expect(rows).toContainText('1 slide')
	await page.getByRole('button', { name: 'Rename New presentation' }).click()
	await page.keyboard.type('Welcome week')
	await page.keyboard.press('Enter')
	await expect(page.getByRole('link', { name: 'Welcome week' })).toBeVisible()
	await expect(page.getByRole('button', { name: 'Rename Welcome week' })).toBeFocused()
	await page.getByRole('button', { name: 'Duplicate Welcome week' }).click()
	await expect(rows).toHaveCount(2)
	await rows
		.first()
		.getByRole('button', { name: /^Delete/ })
		.click()
	await expect(rows).toHaveCount(1)
	await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click()
	await expect(rows).toHaveCount(2)
	const before = await withClient(host, ({ presentations }) => presentations.list())
	expect(before).toHaveLength(2)
})

test('slides are dragged to another place, and a picture let go over a text', async ({ host, open: enter }) => {
	const { id } = await withClient(host, (client) => makePresentation(client))
	const page = await enter(`/present/${id}`)
	await expect(slides(page)).toHaveCount(5)
	const labels = () => slides(page).locator('.label').allTextContents()
	const first = await labels()
	await slides(page)
		.nth(3)
		.dragTo(slides(page).nth(1), { targetPosition: { x: 40, y: 4 } })
	await expect.poll(labels).toEqual([first[0], first[3], first[1], first[2], first[4]])
	await page.keyboard.press('Control+z')
	await expect.poll(labels).toEqual(first)
	await slides(page).first().click()
	const dropped = await page.evaluateHandle(
		(bytes) => {
			const data = new DataTransfer()
			data.items.add(new File([new Uint8Array(bytes)], 'still.png', { type: 'image/png' }))
			return data
		},
		[...pixel],
	)
	const text = form(page).getByRole('textbox', { name: 'Text', exact: true })
	await text.dispatchEvent('drop', { dataTransfer: dropped })
	await expect(page.getByRole('dialog', { name: 'A picture for the slide' })).toBeVisible()
	await page.keyboard.press('Escape')
	await expect(text).toBeFocused()
})

test('what rooms have answered is plotted, saved, written into the notebook, deleted and brought back', async ({
	host,
	open: enter,
}) => {
	await withClient(host, async (client) => endedWithVotes(client, (await makePresentation(client)).id))
	const page = await enter('/present')
	await page.getByRole('link', { name: '1 result of Made for a class' }).click()
	const result = page.getByRole('region', { name: 'Made for a class' })
	await expect(result.getByRole('figure').locator('svg').first()).toBeVisible({ timeout: 30_000 })
	await expect(result.getByRole('figure')).toContainText('17 votes, then 17.')
	await result.getByRole('button', { name: 'Show as a table' }).click()
	await expect(result.getByRole('row', { name: /^Accurate/ })).toContainText('71%')
	const file = page.waitForEvent('download')
	await result.getByRole('button', { name: 'Save as CSV' }).click()
	expect((await file).suggestedFilename()).toMatch(/\.csv$/)
	await result.getByRole('button', { name: 'Into the notebook' }).click()
	await expect(page.getByText('Written into your notebook.')).toBeVisible()
	await result.getByRole('button', { name: /^Delete the results/ }).click()
	await expect(page.getByText('There are no results yet.')).toBeVisible()
	await page.keyboard.press('Control+z')
	await expect(result).toBeVisible()
})

test('a presentation leaves as PPTX, with a word on where it is', async ({ host, open: enter }) => {
	const { id } = await withClient(host, (client) => makePresentation(client))
	const page = await enter(`/present/${id}`)
	await page.getByRole('button', { name: 'Export…' }).click()
	const file = page.waitForEvent('download')
	await page.getByRole('button', { name: /^PowerPoint/ }).click()
	expect((await file).suggestedFilename()).toMatch(/^Made for a class.*\.pptx$/)
	await expect(page.getByText(/^Exported: .*\.pptx, .* It is among your downloads\.$/)).toBeVisible()
	await expect(page.getByRole('button', { name: 'Export…' })).toBeFocused()
})
