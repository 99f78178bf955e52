/** axe on every screen in every theme: it must find nothing at all. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../setup/e2e.ts'
import { screens, show } from './screens.ts'

// axe puts its own script into the page, which the policy of the windows rightly refuses; the policy has a spec of its own.
test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } })

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What can differ from one theme to another; the rest of the page is the same in all. */
const ofColour = ['color-contrast', 'link-in-text-block', 'target-size']

async function faultsOf(page: Page, only: { type: 'tag' | 'rule'; values: string[] }): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page })
		// Our pages have no frames but the preview of an export, which no script may enter; without support for them axe is several times as quick.
		.setLegacyMode()
		.options({ runOnly: only, resultTypes: ['violations'] })
		.analyze()
	return violations.map(({ id, impact, nodes }) => {
		const where = nodes.map((node) => node.target.join(' ')).slice(0, 3)
		return `${impact} ${id}: ${where.join(' | ')}`
	})
}

const themes = ['light', 'dark', 'contrast'] as const

async function wear(page: Page, theme: (typeof themes)[number]): Promise<void> {
	await page.emulateMedia({
		colorScheme: theme === 'dark' ? 'dark' : 'light',
		contrast: theme === 'contrast' ? 'more' : 'no-preference',
	})
	await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
}

// Two halves, for two workers.
test.describe.configure({ mode: 'parallel' })
for (const half of [0, 1]) {
	const some = screens.filter((_, index) => index % 2 === half)
	test(`axe finds nothing on any screen in any theme, half ${half + 1} of 2`, async ({ open, troubles }) => {
		test.slow()
		const page = await open()
		for (const screen of some) {
			await show(page, screen)
			for (const theme of themes) {
				await wear(page, theme)
				const faults = await faultsOf(
					page,
					theme === 'light' ? { type: 'tag', values: everything } : { type: 'rule', values: ofColour },
				)
				expect.soft(faults, `${screen.name}, ${theme}`).toEqual([])
			}
		}
		// axe knocks at that frame all the same.
		const unasked = troubles.filter(
			(trouble) => !trouble.includes("'about:blank' because the document's frame is sandboxed"),
		)
		troubles.splice(0, troubles.length, ...unasked)
	})
}
