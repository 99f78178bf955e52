/** Presenting: what the presenter sees, what the room sees, and that the room is sent nothing else. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Client } from '#contract/index.ts'
import { withClient } from '../setup/client.ts'
import { expect, test } from '../setup/e2e.ts'
import { pointSlide, pollSlide, presentationOf, textSlide } from '../unit/support/slides.ts'

// axe puts its own script into the page, which the policy of the windows rightly refuses.
test.use({ bypassCSP: true })

const slides = [
	textSlide('first'),
	pointSlide('point', { depictions: [], fiction: null }),
	textSlide('flagged', { contentNotes: ['suicide'] }),
	pollSlide('poll'),
]
const make = (client: Client) => {
	const { title, comparison, theme } = presentationOf([])
	return client.presentations.create({ title, comparison, theme, slides })
}

const stage = (page: Page) => page.locator('.room-screen')
const warning = (page: Page) => page.getByRole('alertdialog')
const start = (page: Page) => page.getByRole('button', { name: 'Start', exact: true })
const where = (page: Page) => page.locator('.live-head').getByRole('status')

/** The room's page, and every frame that it was sent. */
async function openRoom(page: Page) {
	const room = await page.context().newPage()
	const frames: string[] = []
	room.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))))
	await room.goto(new URL('/room.html', page.url()).href)
	return { room, sent: () => frames.join('\n') }
}

const axe = async (page: Page) =>
	expect(
		(await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
	).toEqual([])

test('a presentation by keyboard alone, and what the room is sent of it', async ({ host, open }) => {
	const { id } = await withClient(host, make)
	const page = await open(`/present/${id}/live`)
	await expect(page.getByRole('heading', { name: 'A presentation' })).toBeFocused()
	await axe(page)
	await start(page).press('Enter')
	await expect(where(page)).toHaveText('Slide 1 of 4')
	await expect(page.getByText('NOTES-first')).toBeVisible()
	const { room, sent } = await openRoom(page)
	await expect(room.getByText('TEXT-first')).toBeVisible()

	await page.keyboard.press('Space')
	await expect(room.getByText('CLAIM-point')).toBeVisible()
	expect(sent(), 'before the vote').not.toContain('POLL-point')
	await page.keyboard.press('ArrowRight')
	await expect(room.getByText('Vote now')).toBeVisible()
	await expect(page.getByText('Votes are being taken.')).toBeVisible()
	await axe(page)
	await axe(room)

	// Hands are counted into both rounds.
	await page.getByLabel('Hands for Harmful, First vote').fill('91917')
	await page.getByLabel('Hands for Harmful, First vote').press('Enter')
	await expect(page.getByText('0 by device, 1000 by hand')).toBeVisible()
	await page.getByLabel('Hands for Accurate, First vote').fill('777')
	await page.getByLabel('Hands for Accurate, First vote').press('Enter')
	await expect(page.getByText('0 by device, 1777 by hand')).toBeVisible()
	await page.keyboard.press('PageDown')
	await page.keyboard.press('PageDown')
	await expect(where(page)).toContainText('Second vote')
	for (const secret of ['FINDING-', 'EXPLANATION-', 'REALITY-', '1777', '777', 'harmful"}', 'NOTES-'])
		expect(sent(), `before the reveal: ${secret}`).not.toContain(secret)
	await page.keyboard.press('ArrowDown')
	await expect(room.getByText('FINDING-point')).toBeVisible()
	await expect(room.getByRole('row', { name: /Harmful \(right\)/ })).toHaveText(/1000 votes, 56%/)
	await axe(room)

	// Black, and back; a part enlarged, and back.
	await page.keyboard.press('b')
	await expect(room.getByText('The screen is black.')).toBeAttached()
	await expect(where(page)).toContainText('The room’s screen is black')
	await page.keyboard.press('b')
	await expect(room.getByText('FINDING-point')).toBeVisible()
	await page.keyboard.press('z')
	await expect(room.getByText('CLAIM-point')).toBeVisible()
	await expect(room.getByText('FINDING-point')).toHaveCount(0)
	await page.keyboard.press('Escape')
	await expect(room.getByText('FINDING-point')).toBeVisible()

	// To a slide by its number: it carries something, and the presenter alone is told.
	await page.keyboard.press('3')
	await expect(where(page)).toContainText('To slide 3: press Enter')
	await page.keyboard.press('Enter')
	await expect(warning(page)).toBeFocused()
	await expect(warning(page)).toContainText('This slide carries suicide')
	await expect(warning(page)).toContainText('The room still sees')
	await axe(page)
	await page.keyboard.press('ArrowRight')
	await expect(warning(page), 'a further step shows nothing').toBeVisible()
	for (const secret of ['flagged', 'suicide']) expect(sent(), `while it is held: ${secret}`).not.toContain(secret)
	await page.keyboard.press('2')
	await expect(room.getByText('Part of this slide is not shown here. It is about suicide.')).toBeVisible()
	expect(sent()).not.toContain('TEXT-flagged')
	await expect(warning(page)).toHaveCount(0)

	await page.keyboard.press('End')
	await expect(where(page)).toContainText('Slide 4 of 4')
	for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight')
	await expect(where(page)).toHaveText('After the last slide')
	await expect(room.getByText('This is the end. Thank you.')).toBeVisible()
	expect(sent()).not.toContain('NOTES-')

	await page.getByRole('button', { name: 'End', exact: true }).press('Enter')
	await page.getByRole('button', { name: 'End it' }).press('Enter')
	await expect(page.getByRole('heading', { name: 'After the presentation' })).toBeFocused()
	await expect(page.getByText(/1 poll, 1,?777 votes/)).toBeVisible()
	await axe(page)
	await page.getByRole('button', { name: 'Into the notebook' }).press('Enter')
	await expect(page.getByText('Written into your notebook.')).toBeVisible()
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Save as CSV' }).press('Enter'),
	])
	expect(download.suggestedFilename()).toMatch(/\.csv$/)
	await page.getByRole('button', { name: /^Delete the results/ }).press('Enter')
	await expect(page.getByText('The results are in the trash.')).toBeVisible()
	await page.getByRole('button', { name: 'Undo' }).press('Enter')
	await expect(page.getByText(/1 poll, 1,?777 votes/)).toBeVisible()
})

test('on a single screen the room sees neither notes nor what a slide carries', async ({ host, open }) => {
	const { id } = await withClient(host, make)
	const page = await open(`/present/${id}/live`)
	await page.getByRole('button', { name: 'Start on this screen alone' }).press('Enter')
	await expect(stage(page).getByText('TEXT-first')).toBeVisible()
	const nothingPrivate = async () => {
		const text = await page.evaluate(() => `${document.title} ${document.body.textContent}`)
		for (const secret of ['NOTES-', 'suicide', 'flagged']) expect(text).not.toContain(secret)
		await expect(page.locator('.rail')).toBeHidden()
	}
	await nothingPrivate()
	await page.keyboard.press('3')
	await page.keyboard.press('Enter')
	await expect(page.getByRole('heading', { name: 'One moment' })).toBeVisible()
	await nothingPrivate()
	await axe(page)
	await page.keyboard.press('3')
	await expect(stage(page).getByText('POLL-poll')).toBeVisible()
	await page.keyboard.press('ArrowLeft')
	await expect(page.getByRole('heading', { name: 'One moment' })).toBeVisible()
	await page.keyboard.press('1')
	await expect(stage(page).getByText('TEXT-flagged')).toBeVisible()

	// The presenter view comes after a question alone, whichever way is taken.
	await page.keyboard.press('Escape')
	await expect(page.getByRole('button', { name: 'Stay' })).toBeFocused()
	await axe(page)
	await page.keyboard.press('Enter')
	await expect(stage(page).getByText('TEXT-flagged')).toBeVisible()
	await page.evaluate(() => history.back())
	await expect(warning(page)).toContainText('Leave the audience view?')
	await expect(page.getByText('NOTES-')).toHaveCount(0)
	await page.getByRole('button', { name: /leave$/ }).press('Enter')
	await expect(page.getByText('NOTES-flagged')).toBeVisible()
})

test('the audience view opens in a window of its own', async ({ host, open, troubles }) => {
	const { id } = await withClient(host, make)
	const page = await open(`/present/${id}/live`)
	const [room] = await Promise.all([
		page.waitForEvent('popup'),
		page.getByRole('button', { name: 'Open the audience view' }).press('Enter'),
	])
	await expect(page.getByText('One audience view is open.')).toBeVisible()
	await start(page).press('Enter')
	await expect(room.getByText('TEXT-first')).toBeVisible()

	await page.keyboard.press('p')
	await expect(room.locator('.pointer')).toBeVisible()
	const box = await stage(page).boundingBox()
	if (!box) throw new Error('The presenter sees no slide.')
	await page.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.5)
	await expect(room.locator('.pointer')).toHaveAttribute('style', /left: 25(\.\d+)?%/)
	await page.keyboard.press('Escape')
	await expect(room.locator('.pointer')).toHaveCount(0)

	await page.getByRole('button', { name: 'Timer of 2 minutes' }).press('Enter')
	await expect(room.getByRole('timer')).toHaveText(/^(2:00|1:5\d)$/)
	await page.getByRole('button', { name: 'Take the timer away' }).press('Enter')
	await expect(room.getByRole('timer')).toHaveCount(0)
	expect(troubles).toEqual([])
})

test('presenter, audience and a follower at once', async ({ host, open, browser, troubles }) => {
	const { id } = await withClient(host, make)
	const page = await open(`/present/${id}/live`)
	await start(page).press('Enter')
	const { room, sent } = await openRoom(page)
	await page.keyboard.press('f')
	await page.getByRole('button', { name: 'Try it on this computer' }).press('Enter')
	await expect(page.getByText('0 devices follow.')).toBeVisible()
	await page.keyboard.press('j')
	await expect(room.getByRole('heading', { name: 'Follow on your own device' })).toBeVisible()
	await expect(room.getByRole('img', { name: 'QR code of the address' })).toBeVisible()
	await axe(room)
	await axe(page)
	await page.getByRole('button', { name: 'When it does not work' }).press('Enter')
	await expect(page.getByText('Many networks of schools and universities keep devices apart')).toBeVisible()

	const following = await withClient(host, async ({ classroom }) => {
		for await (const { following } of await classroom.watch()) return following
		return undefined
	})
	const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
	const follower = await context.newPage()
	const received: string[] = []
	follower.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => received.push(String(payload))))
	await follower.goto(following?.join?.url ?? '')
	await expect(follower.getByText('TEXT-first')).toBeVisible()
	await expect(page.getByText('1 device follows.')).toBeVisible()
	await page.keyboard.press('Escape')
	await expect(room.getByText('TEXT-first')).toBeVisible()

	await page.keyboard.press('End')
	await page.keyboard.press('ArrowRight')
	await follower.getByRole('button', { name: 'Two' }).click()
	await page.getByRole('button', { name: 'Poll', exact: true }).press('Enter')
	await expect(page.getByText('1 by device, 0 by hand')).toBeVisible()
	await page.getByRole('button', { name: 'End the vote' }).press('Enter')
	await expect(page.getByText('You have ended this vote.')).toBeVisible()
	await expect(room.getByText('Vote now')).toHaveCount(0)
	for (const all of [sent(), received.join('\n')])
		for (const secret of ['"answer":"b"', 'EXPLANATION-', 'NOTES-', 'flagged', 'CLAIM-'])
			expect(all, `before the reveal: ${secret}`).not.toContain(secret)
	for (let step = 0; step < 3; step++) await page.keyboard.press('PageDown')
	await expect(room.getByRole('row', { name: /Two \(right\)/ })).toHaveText(/1 vote, 100%/)
	await expect(follower.getByText('That is right.')).toBeVisible()
	for (const all of [sent(), received.join('\n')]) expect(all).not.toContain('NOTES-')
	await context.close()
	expect(troubles).toEqual([])
})

test('the audience view keeps its slide through a loss, and comes back by itself', async ({ host, open }) => {
	const made = await withClient(host, make)
	await withClient(host, ({ presentations }) =>
		presentations.change({ id: made.id, modified: made.modified, theme: 'dark' }),
	)
	const page = await open(`/present/${made.id}/live`)
	await start(page).press('Enter')
	const room = await page.context().newPage()
	let cut = async () => {}
	let lines = 0
	await room.routeWebSocket(/\/room$/, (line) => {
		lines++
		line.connectToServer()
		cut = () => line.close({ code: 1012 })
	})
	await room.goto(new URL('/room.html', page.url()).href)
	await expect(room.getByText('TEXT-first')).toBeVisible()
	await cut()
	await expect(room.getByText('TEXT-first')).toBeVisible()
	await page.keyboard.press('2')
	await page.keyboard.press('Enter')
	for (let step = 0; step < 4; step++) await page.keyboard.press('PageDown')
	await expect(room.getByText('FINDING-point')).toBeVisible()
	expect(lines).toBeGreaterThan(1)
	await axe(room)
})
