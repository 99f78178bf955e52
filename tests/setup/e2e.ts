/** The fixtures of the end-to-end specs: the browser host on an empty workspace, and a page that must stay without errors. */
import { test as base, expect, type Page } from '@playwright/test'
import { type BrowserHost, startBrowserHost } from './browser-host.ts'

export { expect }

interface Fixtures {
	host: BrowserHost
	/** What went wrong on the page unasked. A spec that provokes something takes it out again. */
	troubles: string[]
	/** A page that has been let in and shows the path. */
	open: (path?: string) => Promise<Page>
}

export const test = base.extend<Fixtures>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
	host: async ({}, use) => {
		const host = await startBrowserHost()
		await use(host)
		expect(await host.stop(), 'exit code of the browser host').toBe(0)
	},

	troubles: async ({ page, host }, use) => {
		const troubles: string[] = []
		page.on('pageerror', (error) => troubles.push(`error: ${error.message}`))
		page.on('console', (message) => {
			if (message.type() === 'error' || message.type() === 'warning') {
				troubles.push(`console ${message.type()}: ${message.text()}`)
			}
		})
		page.on('request', (request) => {
			if (!request.url().startsWith(host.origin)) troubles.push(`request beyond the host: ${request.url()}`)
		})
		await use(troubles)
		expect(troubles, 'what went wrong on the page').toEqual([])
	},

	open: async ({ page, host, troubles: _ }, use) => {
		let letIn = false
		await use(async (path = '/') => {
			if (!letIn) await page.goto(host.url)
			letIn = true
			if (path !== '/') await page.goto(new URL(path, host.origin).href)
			return page
		})
	},
})
