/** Narrow windows, large text, the colours of the system: everything stays there to be read and pressed. */
import type { Page } from '@playwright/test'
import { withClientOf } from '../setup/client.ts'
import { expect, test } from '../setup/e2e.ts'
import { comparison, pane } from './places.ts'
import { screens, show } from './screens.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** @returns what reaches beyond the right edge of the window without a way to scroll to it of its own. */
const beyondTheEdge = (page: Page) =>
	page.evaluate(() => {
		const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX)
		const hidden = (element: Element) => element.closest('.visually-hidden') !== null
		const inScroller = (element: Element) => {
			for (let around = element.parentElement; around; around = around.parentElement)
				// Panes of text scroll downwards; sideways they must not.
				if (scrolls(around) && !around.matches('main, .pane, .points, .dialog, .frame')) return true
			return false
		}
		return [...document.querySelectorAll('body *')]
			.filter((element) => {
				const { right, width, height } = element.getBoundingClientRect()
				return width > 1 && height > 1 && right > innerWidth + 1 && !hidden(element) && !inScroller(element)
			})
			.map(
				(element) =>
					`${element.tagName.toLowerCase()}.${element.className}: ${element.textContent?.trim().slice(0, 40)}`,
			)
			.slice(0, 5)
	})

/** @returns targets smaller than 24 by 24 pixels, apart from links that stand in a line of text (WCAG 2.5.8). */
const smallTargets = (page: Page) =>
	page.evaluate(() =>
		[...document.querySelectorAll('button, select, summary, input, [role="switch"], nav a, a.button')]
			.filter((element) => !element.closest('[inert], [aria-hidden="true"]') && element.checkVisibility())
			// Radio buttons and boxes are pressed by their label too.
			.map((element) => (element.matches('[type="radio"], [type="checkbox"]') && element.closest('label')) || element)
			.filter((element) => {
				const { width, height } = element.getBoundingClientRect()
				return width < 24 || height < 24
			})
			.map((element) => `${element.tagName.toLowerCase()}.${element.className} ${element.textContent?.trim()}`),
	)

/** What floats finds its new place a moment after the window has got its size. */
const softly = expect.configure({ soft: true, timeout: 3000 })

const sizes = {
	'a small laptop': { width: 1280, height: 800 },
	'the same at 200 %': { width: 640, height: 400 },
	'1280 pixels at 400 %': { width: 320, height: 640 },
}

test.describe.configure({ mode: 'parallel' })

const textSize = (page: Page, percent: number) =>
	withClientOf(page, ({ workspace }) => workspace.settings.change({ textSize: percent }))
const hasTextSize = (page: Page, percent: number) =>
	expect(page.locator('html')).toHaveCSS('--reading-scale', String(percent / 100))

// Two halves, for two workers. Each screen is opened once, with large text; the usual size follows while it stands open.
for (const half of [0, 1]) {
	const some = screens.filter((_, index) => index % 2 === half)
	test(`nothing is cut off or too small to press, however small the window or large the text, half ${half + 1} of 2`, async ({
		open,
	}) => {
		test.slow()
		const page = await open()
		for (const screen of some) {
			await textSize(page, 200)
			await page.setViewportSize(sizes['a small laptop'])
			await show(page, screen, () => hasTextSize(page, 200))
			for (const percent of [200, 100]) {
				await textSize(page, percent)
				await hasTextSize(page, percent)
				for (const [size, viewport] of Object.entries(sizes)) {
					const where = `${screen.name}, ${size}, text at ${percent} %`
					await page.setViewportSize(viewport)
					await softly.poll(() => beyondTheEdge(page), where).toEqual([])
					if (percent === 100) expect.soft(await smallTargets(page), where).toEqual([])
				}
			}
		}
	})
}

test('who asked the system for less motion gets none', async ({ open }) => {
	const page = await open(`${comparison}?view=texts`)
	await expect(pane(page, 'Fiction').getByRole('heading').first()).toBeVisible()
	await page.getByRole('navigation', { name: 'Rows' }).getByRole('button', { name: 'Law' }).click()
	// One frame later everything stands where it goes; a smooth scroll would be under way.
	const places = () => page.locator('.pane').evaluateAll((panes) => panes.map((element) => element.scrollTop))
	const first = await places()
	expect(Math.min(...first)).toBeGreaterThan(0)
	await page.evaluate(() => new Promise(requestAnimationFrame).then(() => new Promise(requestAnimationFrame)))
	expect(await places()).toEqual(first)
	const moving = await page.evaluate(
		() =>
			[...document.querySelectorAll('*')].filter((element) => {
				const { transitionDuration, animationDuration } = getComputedStyle(element)
				return [transitionDuration, animationDuration].some((times) =>
					times.split(',').some((time) => Number.parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1000) > 1),
				)
			}).length,
	)
	expect(moving).toBe(0)
})

test('in the forced colours of the system, what is chosen and what has the focus still show', async ({ open }) => {
	const page = await open('/settings')
	await page.emulateMedia({ forcedColors: 'active' })
	const paint = (selector: string) =>
		page
			.locator(selector)
			.first()
			.evaluate((element) => {
				const { backgroundColor, outlineStyle, borderTopColor } = getComputedStyle(element)
				return [backgroundColor, outlineStyle, borderTopColor].join(' ')
			})
	expect(await paint('.choices > :has(input:checked)'), 'the chosen colours').not.toBe(
		await paint('.choices > :not(:has(input:checked))'),
	)
	expect(await paint('.rail [aria-current="page"]'), 'the page one is on').not.toBe(
		await paint('.rail a.entry:not([aria-current])'),
	)
	const on = await paint('[role="switch"][data-state="checked"]')
	const thumb = () =>
		page
			.locator('[role="switch"] > *')
			.first()
			.evaluate((element) => getComputedStyle(element).backgroundColor)
	const track = () =>
		page
			.locator('[role="switch"]')
			.first()
			.evaluate((element) => getComputedStyle(element).backgroundColor)
	expect(await thumb(), 'the knob of a switch that is on').not.toBe(await track())
	await page.getByRole('switch').first().click()
	expect(await thumb(), 'the knob of a switch that is off').not.toBe(await track())
	expect(await paint('[role="switch"][data-state="unchecked"]'), 'on and off').not.toBe(on)
	await page.keyboard.press('Tab')
	const focus = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)
	expect(focus).toBe('solid')
})
