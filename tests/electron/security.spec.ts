import { expect, needsDesktop, needsRealElectron, test } from './launch.ts'

needsDesktop()

const csp = { issue: /^(?:csp|console): /, because: 'the spec tries what the policy forbids' }
const url = () => location.href

test('has a policy without exceptions on every answer', async ({ start }) => {
	const missing = {
		issue: /^console: Failed to load resource.*none\.js/,
		because: 'the spec asks for what is not there',
	}
	const { page } = await start({ expected: [missing] })
	for (const path of ['/', '/library', '/none.js']) {
		const headers = await page.evaluate(async (address) => Object.fromEntries((await fetch(address)).headers), path)
		const policy = headers['content-security-policy'] ?? ''
		expect(policy).toContain("default-src 'none'")
		expect(policy).toContain("script-src 'self'")
		expect(policy).toContain("require-trusted-types-for 'script'")
		expect(policy).not.toMatch(/unsafe-|\*|https?:\/\/(?!parallax\.app\.standin)/)
		expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
	}
})

test('runs no script but its own', async ({ start }) => {
	const noFile = { issue: /^console: Failed to load resource/, because: 'the planted script is refused' }
	const { page } = await start({ expected: [csp, noFile] })
	const tried = await page.evaluate(async () => {
		const attempt = async (run: () => unknown) => {
			try {
				await run()
				return 'done'
			} catch (error) {
				return (error as Error).name
			}
		}
		const marked = () => 'planted' in window
		const markup = await attempt(() => {
			document.body.innerHTML += '<img src="x" onerror="window.planted = 1">'
		})
		const inline = await attempt(() => {
			document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.planted = 1' }))
		})
		const network = await attempt(() => fetch('https://example.org/'))
		return { markup, inline, network, marked: marked() }
	})
	expect(tried).toEqual({ markup: 'TypeError', inline: 'TypeError', network: 'TypeError', marked: false })
})

test('has no Node and no more than the bridge in the page', async ({ start }) => {
	const { page } = await start()
	const found = await page.evaluate(() => ({
		node: ['require', 'process', 'module', 'global', 'Buffer', 'electron', 'ipcRenderer'].filter(
			(name) => name in window,
		),
		bridge: Object.keys(window.parallax ?? {}).sort(),
		frozen: Object.isFrozen(window.parallax),
	}))
	expect(found).toEqual({ node: [], bridge: ['onCommand', 'onMessage', 'postMessage'], frozen: true })
})

test('goes nowhere else, and gives web links to the browser', async ({ start }) => {
	const { page, calls } = await start({ expected: [csp] })
	const home = await page.evaluate(url)
	for (const target of ['https://example.org/a', 'file:///etc/hosts', 'data:text/html,x', 'app://other/']) {
		await page.evaluate((address) => {
			location.href = address
		}, target)
		// Asked after the navigation was begun, answered by the document that is still there.
		expect(await page.evaluate(url)).toBe(home)
	}
	await expect.poll(() => calls('shell.openExternal').map(([address]) => address)).toEqual(['https://example.org/a'])
	await expect(page.locator('#app > *').first()).toBeVisible()
})

test('opens no window', async ({ start }) => {
	const local = { issue: /^console: Not allowed to load local resource/, because: 'Chromium itself refuses files' }
	const { app, page, calls } = await start({ expected: [local] })
	await page.evaluate(() =>
		['https://example.org/b', 'mailto:help@example.org', 'about:blank', '/library', 'file:///etc/hosts'].map(
			(address) => window.open(address) !== null && address,
		),
	)
	await expect
		.poll(() => calls('shell.openExternal').map(([address]) => address))
		.toEqual(['https://example.org/b', 'mailto:help@example.org'])
	expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
	await expect.poll(() => app.windows().length).toBe(1)
})

test('has no frames', async ({ start }) => {
	const { page } = await start({ expected: [csp] })
	const loaded = await page.evaluate(
		() =>
			new Promise((resolve) => {
				const frame = Object.assign(document.createElement('iframe'), { src: '/library' })
				frame.addEventListener('load', () => resolve(Boolean(frame.contentDocument?.querySelector('#app'))))
				document.body.append(frame)
			}),
	)
	expect(loaded).toBe(false)
})

test('grants no permission', async ({ start }) => {
	needsRealElectron('permission handlers are stored there, never asked')
	const { page } = await start()
	expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied')
	const geolocation = await page.evaluate(
		async () => (await navigator.permissions.query({ name: 'geolocation' })).state,
	)
	expect(geolocation).toBe('denied')
})
