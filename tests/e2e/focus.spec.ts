/** The focus: always to be seen, and never lost, whatever was pressed. */
import type { Page } from '@playwright/test'
import { expect, test } from '../setup/e2e.ts'
import { article, comparison, search } from './places.ts'
import { screens, show } from './screens.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** @returns what has the focus, in words; `nothing` when it is lost. */
const focused = (page: Page) =>
	page.evaluate(() => {
		const element = document.activeElement
		if (!element || element === document.body) return 'nothing'
		return `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 60)}`
	})

interface Stop {
	what: string
	index: number
	fault: string | undefined
}

/** Presses Tab. @returns what has the focus then, and what is wrong with how it shows; undefined when Tab left the page. */
async function tab(page: Page): Promise<Stop | undefined> {
	await page.keyboard.press('Tab')
	return page.evaluate(async () => {
		const element = document.activeElement
		if (!element || element === document.body) return undefined
		const what = `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 60)}`
		// A radio button is painted by its label, the search field by the line under it.
		const painted = element.closest('.choices label, .field:has(input[type="search"])') ?? element
		const faultNow = () => {
			const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(painted)
			const ring = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
			const line = painted !== element && boxShadow !== 'none'
			const box = painted.getBoundingClientRect()
			const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
			return ring || line ? (seen ? undefined : 'out of sight') : 'without a ring'
		}
		let fault = faultNow()
		// With less motion a change still takes a hundredth of a millisecond: one frame begins it, the next has it done.
		for (let frame = 0; fault && frame < 3; frame += 1) {
			await new Promise(requestAnimationFrame)
			fault = faultNow()
		}
		return { what, index: [...document.querySelectorAll('*')].indexOf(element), fault }
	})
}

test('Tab goes through every screen and comes round, and every stop can be seen', async ({ open }) => {
	test.slow()
	const page = await open()
	for (const screen of screens) {
		// The same kind of stop a hundred times over, and for long.
		if (screen.name === 'points all open') continue
		await show(page, screen)
		// A page gives the focus to its heading, a dialog to its first control; an error is announced and leaves it alone.
		if (!screen.name.startsWith('nothing of')) await expect.poll(() => focused(page)).not.toBe('nothing')
		const stops: Stop[] = []
		for (let stop = await tab(page); stop; stop = await tab(page)) {
			if (stops.some(({ index }) => index === stop?.index)) break
			stops.push(stop)
			if (stops.length > 250) break
		}
		expect.soft(stops.length, `stops of ${screen.name}`).toBeLessThan(250)
		expect.soft(stops.length, `stops of ${screen.name}`).toBeGreaterThan(0)
		const faults = stops.flatMap(({ what, fault }) => (fault ? [`${what}: ${fault}`] : []))
		expect.soft(faults, screen.name).toEqual([])
	}
})

test('Shift and Tab go back the same way', async ({ open }) => {
	const page = await open('/settings')
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
	const way: string[] = []
	for (let n = 0; n < 5; n += 1) {
		await page.keyboard.press('Tab')
		way.push(await focused(page))
	}
	for (const wanted of way.slice(0, -1).reverse()) {
		await page.keyboard.press('Shift+Tab')
		expect(await focused(page)).toBe(wanted)
	}
})

test('from the top of the page one can skip the rail, and sees how', async ({ open }) => {
	const page = await open('/library')
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
	const skip = page.getByRole('link', { name: 'Skip to the page' })
	for (let n = 0; n < 20 && !(await skip.evaluate((link) => link === document.activeElement)); n += 1) {
		await page.keyboard.press('Shift+Tab')
	}
	await expect(skip).toBeInViewport({ ratio: 1 })
	await page.keyboard.press('Enter')
	await page.keyboard.press('Tab')
	await expect(page.getByRole('button', { name: /^Comparisons/ })).toBeFocused()
})

test('a dialog keeps the focus inside and gives it back', async ({ open }) => {
	const page = await open(comparison)
	const opener = page.getByRole('button', { name: 'Open all evidence' })
	await opener.focus()
	await page.keyboard.press('Control+k')
	await search(page).getByRole('searchbox').fill('trauma')
	await expect(search(page).locator('[data-hit]').first()).toBeVisible()
	const hits = await search(page).locator('[data-hit], .show').count()
	for (let n = 0; n <= hits + 2; n += 1) {
		await page.keyboard.press('Tab')
		expect(await search(page).evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true)
	}
	await page.keyboard.press('Escape')
	await expect(search(page)).toHaveCount(0)
	await expect(opener).toBeFocused()
})

/** What takes itself away when it is pressed, or takes something else away that may have the focus. */
const vanishing: {
	name: string
	path: string
	press: (page: Page) => Promise<void>
	after: (page: Page) => Promise<void>
}[] = [
	{
		name: 'showing a covered hit',
		path: '/',
		async press(page) {
			await page.keyboard.press('Control+k')
			await search(page).getByRole('searchbox').fill('antichrist')
			await search(page).getByRole('button', { name: 'Show the excerpt from Antichrist' }).press('Enter')
		},
		after: (page) => expect(search(page).getByRole('link', { name: /^Antichrist/ })).toBeFocused(),
	},
	{
		name: 'clearing the list of recent texts',
		path: article,
		async press(page) {
			await page.getByRole('link', { name: 'Home', exact: true }).press('Enter')
			await page.getByRole('button', { name: 'Clear the list' }).press('Enter')
		},
		after: (page) => expect(page.getByRole('heading', { name: 'Recently open' })).toHaveCount(0),
	},
	{
		name: 'undoing it',
		path: article,
		async press(page) {
			await page.getByRole('link', { name: 'Home', exact: true }).press('Enter')
			await page.getByRole('button', { name: 'Clear the list' }).press('Enter')
			await page.getByRole('button', { name: 'Undo' }).press('Enter')
		},
		after: (page) => expect(page.getByRole('heading', { name: 'Recently open' })).toBeVisible(),
	},
	{
		name: 'showing the whole list again',
		path: '/library',
		async press(page) {
			await page.getByRole('searchbox', { name: 'Narrow the list' }).fill('zzz')
			await page.getByRole('button', { name: 'Show all again' }).press('Enter')
		},
		after: (page) => expect(page.getByRole('button', { name: 'Show all again' })).toHaveCount(0),
	},
	{
		name: 'clearing the marked words',
		path: `${article}?block=at-home-b1&find=sensate+focus`,
		press: (page) => page.getByRole('button', { name: 'Clear the marked words' }).press('Enter'),
		after: (page) => expect(page.getByRole('region', { name: 'Marked words' })).toHaveCount(0),
	},
	{
		name: 'covering again',
		path: `${comparison}?point=one-night`,
		async press(page) {
			await page.getByRole('button', { name: 'Show: Antichrist' }).press('Enter')
			await page.getByRole('button', { name: 'Cover again: Antichrist' }).press('Enter')
		},
		after: (page) => expect(page.getByRole('button', { name: 'Show: Antichrist' })).toBeFocused(),
	},
	{
		name: 'closing all evidence with the focus in it',
		path: `${comparison}?point=one-night`,
		async press(page) {
			await page.getByRole('link', { name: 'Open the article at this point' }).focus()
			await page.keyboard.press('e')
		},
		after: (page) => expect(page.getByRole('link', { name: 'Open the article at this point' })).toHaveCount(0),
	},
]
for (const { name, path, press, after } of vanishing) {
	test(`the focus is not lost by ${name}`, async ({ open }) => {
		const page = await open(path)
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
		await press(page)
		await after(page)
		await expect.poll(() => focused(page)).not.toBe('nothing')
	})
}
