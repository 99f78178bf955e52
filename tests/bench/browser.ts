/** A browser, the browser host with a library, and pages in fresh contexts: nothing is cached from one to the next. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium, type Page } from 'playwright-core'
import { inRoot } from '../../build/lib/paths.ts'
import { findBrowser, testArguments } from '../setup/browser.ts'

export interface Bench {
	browser: Browser
	/**
	 * Opens a page in a context of its own, which is closed when `use` has ended.
	 * @param site which of the folders of pages, from 0; the first is Parallax
	 * @param prepare runs in the page before anything of its own
	 */
	visit<T>(use: (page: Page, origin: string) => Promise<T>, site?: number, prepare?: () => void): Promise<T>
}

/**
 * Runs `use` with a host and a browser.
 * @param packsDir folder of compiled packs
 * @param others further folders of pages, which the same host serves with the same headers
 */
export async function withBrowser<T>(
	packsDir: string,
	use: (bench: Bench) => Promise<T>,
	others: readonly string[] = [],
): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'parallax-bench-'))
	const pages = [inRoot('out/renderer'), ...others]
	const args = [inRoot('tests/bench/children/host.ts'), join(folder, 'workspace'), packsDir, ...pages]
	const host = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
	const closed = once(host, 'close')
	const [line] = await Promise.race([once(createInterface({ input: host.stdout }), 'line'), closed])
	if (typeof line !== 'string') throw new Error('The host ended before its time; what it said stands above.')
	const urls = JSON.parse(line) as string[]
	const executablePath = findBrowser()
	const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: testArguments })
	try {
		return await use({
			browser,
			async visit(use, site = 0, prepare) {
				const { origin, port, searchParams } = new URL(urls[site] ?? '')
				const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
				try {
					// The cookie that the address with the token would set; the page behind it would fill the cache.
					const value = searchParams.get('token') ?? ''
					await context.addCookies([{ name: `parallax-${port}`, value, url: origin }])
					const page = await context.newPage()
					if (prepare) await page.addInitScript(prepare)
					return await use(page, origin)
				} finally {
					await context.close()
				}
			},
		})
	} finally {
		await browser.close()
		host.stdin.end()
		await closed
		rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
	}
}
