import type { Application } from './application.ts'
import { expect, needsDesktop, test } from './launch.ts'

needsDesktop()

const click = (app: Application, id: string) =>
	app.evaluate(({ Menu }, name) => {
		const item = Menu.getApplicationMenu()?.getMenuItemById(name)
		if (!item) throw new Error(`There is no menu item ${name}.`)
		item.click()
	}, id)

test('has a menu with keys', async ({ start }) => {
	const { app } = await start()
	const keys = await app.evaluate(({ Menu }) => {
		const menu = Menu.getApplicationMenu()
		return [
			'search',
			'settings',
			'back',
			'forward',
			'home',
			'library',
			'zoom-in',
			'zoom-out',
			'zoom-reset',
			'help',
		].map((id) => menu?.getMenuItemById(id)?.accelerator ?? `${id} has none`)
	})
	expect(keys.filter((key) => String(key).endsWith('has none'))).toEqual([])
	expect(keys.slice(0, 2)).toEqual(['CmdOrCtrl+K', 'CmdOrCtrl+,'])
	const development = await app.evaluate(({ Menu }) =>
		Menu.getApplicationMenu()?.items.flatMap(
			(item) => item.submenu?.items.map(({ role }) => role?.toLowerCase()) ?? [],
		),
	)
	expect(development).not.toContain('reload')
	expect(development).not.toContain('toggledevtools')
})

test('sends its commands to the window', async ({ start }) => {
	const { app, page } = await start()
	await page.evaluate(() => {
		const heard: string[] = []
		Object.assign(window, { specCommands: heard })
		window.parallax?.onCommand((command) => heard.push(command))
	})
	for (const id of ['search', 'shortcuts', 'find-help']) await click(app, id)
	const heard = () => page.evaluate(() => (window as unknown as { specCommands: string[] }).specCommands)
	await expect.poll(heard).toEqual(['search', 'shortcuts', 'find-help'])
})

test('opens search, settings and the library from the menu', async ({ start }) => {
	const { app, page } = await start()
	const home = await page.evaluate(() => location.pathname)
	await click(app, 'search')
	await expect(page.getByRole('searchbox').or(page.getByRole('combobox')).first()).toBeFocused()
	await page.keyboard.press('Escape')
	await click(app, 'library')
	await expect.poll(() => page.evaluate(() => location.pathname)).toBe('/library')
	await click(app, 'back')
	await expect.poll(() => page.evaluate(() => location.pathname)).toBe(home)
})

test('zooms within its limits, and keeps the zoom', async ({ start, windowState }) => {
	const first = await start()
	const factor = (app: Application) =>
		app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor() ?? 0)
	await click(first.app, 'zoom-in')
	await expect.poll(() => factor(first.app)).toBeCloseTo(1.1)
	for (let count = 0; count < 12; count++) await click(first.app, 'zoom-out')
	await expect.poll(() => factor(first.app)).toBeCloseTo(0.5)
	await click(first.app, 'zoom-reset')
	await click(first.app, 'zoom-in')
	await click(first.app, 'zoom-in')
	await expect.poll(() => windowState().zoom).toBe(125)
	await first.quit()
	const second = await start()
	await expect.poll(() => factor(second.app)).toBeCloseTo(1.25)
})
