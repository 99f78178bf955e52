/** axe on every screen in every theme, reflow at 320 px, and targets that can be hit. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../setup/e2e.ts'
import { article, comparison, row, search, trope } from './places.ts'

// axe puts its own script into the page, which the policy of the windows rightly refuses; the policy has a spec of its own.
test.use({ bypassCSP: true })

/** Every screen, by name: how to get there. */
const screens: [string, string, ((page: Page) => Promise<void>)?][] = [
	['home', '/'],
	['library', '/library?kind=depiction'],
	['points', comparison],
	[
		'points open',
		comparison,
		async (page) => {
			await page.getByRole('button', { name: 'Open all evidence' }).click()
			await page.getByRole('button', { name: 'Show: Antichrist' }).first().click()
		},
	],
	['full texts', `${comparison}?view=texts`],
	['trope', trope],
	[
		'article',
		article,
		async (page) =>
			page
				.getByRole('button', { name: /^Reference: / })
				.first()
				.click(),
	],
	[
		'search',
		'/',
		async (page) => {
			await page.keyboard.press('Control+k')
			await search(page).getByRole('searchbox').fill('trauma')
			await expect(search(page).locator('[data-hit]').first()).toBeVisible()
		},
	],
	['shortcuts', '/', async (page) => page.keyboard.press('?')],
	['settings', '/settings'],
	['help', '/help'],
	['error', '/compare/no-such-thing'],
]

for (const theme of ['light', 'dark', 'contrast'] as const) {
	test(`axe finds nothing serious on any screen: ${theme}`, async ({ open }) => {
		test.slow()
		const page = await open()
		await page.emulateMedia({
			colorScheme: theme === 'dark' ? 'dark' : 'light',
			contrast: theme === 'contrast' ? 'more' : 'no-preference',
			reducedMotion: 'reduce',
		})
		for (const [name, path, then] of screens) {
			await page.goto(new URL(path, page.url()).href)
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
			await then?.(page)
			const { violations } = await new AxeBuilder({ page })
				.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
				.analyze()
			const found = violations.map(
				({ id, impact, nodes }) =>
					`${impact} ${id}: ${nodes
						.map((node) => node.target.join(' '))
						.slice(0, 3)
						.join(' | ')}`,
			)
			expect.soft(found, name).toEqual([])
		}
	})
}

test('nothing scrolls sideways at 320 pixels', async ({ open }) => {
	const page = await open()
	await page.setViewportSize({ width: 320, height: 640 })
	for (const [name, path, then] of screens) {
		await page.goto(new URL(path, page.url()).href)
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
		await then?.(page)
		const over = await page.evaluate(() => {
			const wide = [...document.querySelectorAll('main, .pane, .dialog')].filter(
				(element) => element.scrollWidth > element.clientWidth + 1,
			)
			return [document.documentElement.scrollWidth - innerWidth, ...wide.map((element) => element.className)]
		})
		expect.soft(over, name).toEqual([0])
	}
})

test('what can be pressed in a row of points is at least 24 pixels high', async ({ open }) => {
	const page = await open(comparison)
	await row(page, 'Method')
		.getByRole('button', { name: /depictions/ })
		.click()
	for (const target of await row(page, 'Method').getByRole('button').all()) {
		const box = await target.boundingBox()
		expect(box?.height ?? 0, (await target.textContent()) ?? '').toBeGreaterThanOrEqual(24)
	}
})
