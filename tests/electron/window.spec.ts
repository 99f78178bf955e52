import { expect, needsDesktop, test } from './launch.ts'
import { openLine } from './page-port.ts'

needsDesktop()

test('opens a window with the app', async ({ start }) => {
	const { app, page } = await start()
	await expect(page).toHaveTitle(/Parallax/)
	await expect(page.locator('#app > *').first()).toBeVisible()
	const seen = await app.evaluate(({ BrowserWindow }) =>
		BrowserWindow.getAllWindows().map((window) => ({
			url: window.webContents.getURL(),
			smallest: window.getMinimumSize(),
		})),
	)
	expect(seen).toHaveLength(1)
	expect(seen[0]?.url).toMatch(/^app:\/\/parallax\//)
	expect(seen[0]).toMatchObject({ smallest: [480, 360] })
})

test('answers the contract over the bridge', async ({ start }) => {
	const { page } = await start()
	const { client } = await openLine(page)
	expect(await client.host.describe()).toMatchObject({
		name: 'desktop',
		capabilities: {
			nativeMenus: true,
			printToPdf: true,
			secondScreen: true,
			chooseFolder: true,
			openFolder: true,
			saveFile: true,
			restart: true,
			ownScheme: true,
		},
	})
	expect((await client.library.list({ kind: 'comparison' })).length).toBeGreaterThan(0)
	await client.workspace.settings.change({ textSize: 120 })
	expect(await client.workspace.settings.read()).toMatchObject({ textSize: 120 })
	await expect(client.library.show({ id: 'there-is-no-such-thing' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('opens a page at any of its addresses after a reload', async ({ start }) => {
	const { app, page } = await start()
	await page.evaluate(() => history.pushState(null, '', '/library'))
	await page.reload()
	await expect(page.locator('#app > *').first()).toBeVisible()
	const url = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())
	expect(url).toBe('app://parallax/library')
})

test('leaves the workspace to others when it quits', async ({ start, readWorkspaceFile }) => {
	const desktop = await start()
	expect(JSON.parse(readWorkspaceFile('host.json'))).toMatchObject({ kind: 'desktop' })
	expect(await desktop.quit()).toBe(0)
	expect(readWorkspaceFile('host.json')).toBe('')
	const again = await start()
	expect(await again.quit()).toBe(0)
})

test('keeps native parts in step with the theme', async ({ start, windowState }) => {
	const desktop = await start()
	const { client } = await openLine(desktop.page)
	const source = (app: typeof desktop.app) => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)
	expect(await source(desktop.app)).toBe('system')
	await client.workspace.settings.change({ theme: 'dark' })
	await expect.poll(() => source(desktop.app)).toBe('dark')
	await expect.poll(() => windowState().theme).toBe('dark')
	await desktop.quit()
	const again = await start()
	expect(await source(again.app)).toBe('dark')
})
