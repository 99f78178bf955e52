/** The fixtures of the end-to-end specs: the browser host on an empty workspace, and pages that must stay without errors. */
import { test as base, expect, type Page } from '@playwright/test'
import { type BrowserHost, startBrowserHost } from './browser-host.ts'

export { expect }

interface Fixtures {
	/** Whether the workspace is named with --data: then it cannot be moved. */
	named: boolean
	host: BrowserHost
	/** What went wrong on any page unasked. A spec that provokes something takes it out again. */
	troubles: string[]
	/** A page that has been let in and shows the path. */
	open: (path?: string) => Promise<Page>
}

export const test = base.extend<Fixtures>({
	named: [true, { option: true }],

	host: async ({ named }, use) => {
		const host = await startBrowserHost({ named })
		await use(host)
		expect(await host.stop(), 'exit code of the browser host').toBe(0)
	},

	troubles: async ({ context, host }, use) => {
		const troubles: string[] = []
		const beyond = (address: string) => {
			const { protocol, host: where } = new URL(address)
			return !/^(https?|wss?):$/.test(protocol) || where !== new URL(host.origin).host
		}
		context.on('weberror', (error) => troubles.push(`error: ${error.error().message}`))
		// What the policy refuses is written to the console as well.
		context.on('console', (message) => {
			if (message.type() === 'error' || message.type() === 'warning') {
				troubles.push(`console ${message.type()}: ${message.text()}`)
			}
		})
		context.on('request', (request) => {
			if (beyond(request.url())) troubles.push(`request beyond the host: ${request.url()}`)
		})
		context.on('page', (page) =>
			page.on('websocket', (socket) => {
				if (beyond(socket.url())) troubles.push(`socket beyond the host: ${socket.url()}`)
			}),
		)
		await use(troubles)
		expect(troubles, 'what went wrong on the page').toEqual([])
	},

	// The page comes after the listeners, or its first moments would go unheard.
	open: async ({ troubles: _, context, host }, use) => {
		let page: Page | undefined
		await use(async (path = '/') => {
			if (!page) {
				page = await context.newPage()
				await page.goto(host.url)
			}
			if (path !== '/') await page.goto(new URL(path, host.origin).href)
			return page
		})
	},
})
