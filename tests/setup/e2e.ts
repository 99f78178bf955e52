/**
 * The fixtures of the end-to-end specs: the browser host on an empty workspace, and pages that must stay without errors. Specs
 * share a host, one for each worker, unless they ask for their own.
 */
import { test as base, expect, type Page } from '@playwright/test'
import { type BrowserHost, startBrowserHost } from './browser-host.ts'
import { type SharedHost, shareHost } from './shared-host.ts'

export { expect }

interface Fixtures {
	/**
	 * What the spec needs a host of its own for, one that it may end and whose files it may touch: with its workspace named by
	 * --data, or where a reader's is.
	 */
	own: 'named' | 'unnamed' | undefined
	host: BrowserHost
	/** What went wrong on any page unasked. A spec that provokes something takes it out again. */
	troubles: string[]
	/** A page that has been let in and shows the path. */
	open: (path?: string) => Promise<Page>
}

/** The browser reports every attempt that finds nobody, or that is not let in. */
const knocking = /WebSocket|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|status of 403/

export const test = base.extend<Fixtures, { shared: SharedHost }>({
	own: [undefined, { option: true }],

	shared: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
		async ({}, use) => {
			const shared = shareHost()
			await use(shared)
			expect(await shared.stop(), 'exit code of the shared browser host').toBe(0)
		},
		{ scope: 'worker' },
	],

	host: async ({ own, shared }, use) => {
		if (!own) return use(await shared.renewed())
		const host = await startBrowserHost({ named: own === 'named' })
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
		const unasked = host.away ? troubles.filter((trouble) => !knocking.test(trouble)) : troubles
		expect(unasked, 'what went wrong on the page').toEqual([])
	},

	// The page comes after the listeners, or its first moments would go unheard.
	open: async ({ troubles: _, context, host }, use) => {
		let page: Page | undefined
		await use(async (path = '/') => {
			if (!page) {
				page = await context.newPage()
				// Let in by the address with the token, which leads home; the way there is spared who goes elsewhere.
				if (path === '/') await page.goto(host.url)
				else await context.request.get(host.url, { maxRedirects: 0 })
			}
			if (path !== '/') await page.goto(new URL(path, host.origin).href)
			return page
		})
	},
})
