import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Application } from './application.ts'
import { expect, needsDesktop, runtime, test } from './launch.ts'

needsDesktop()

const place = (app: Application) =>
	app.evaluate(({ BrowserWindow }) => {
		const window = BrowserWindow.getAllWindows()[0]
		return { bounds: window?.getNormalBounds(), maximised: window?.isMaximized() }
	})
const areas = (app: Application) =>
	app.evaluate(({ screen }) => screen.getAllDisplays().map(({ workArea }) => workArea))

test('remembers where the window was', async ({ start, windowState }) => {
	const bounds = { x: 140, y: 90, width: 900, height: 640 }
	const first = await start()
	await first.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds)
	await expect.poll(() => windowState().bounds).toEqual(bounds)
	await first.quit()
	const second = await start()
	expect(await place(second.app)).toEqual({ bounds, maximised: false })
})

test('remembers that it was maximised, and the place it goes back to', async ({ start }) => {
	const bounds = { x: 140, y: 90, width: 900, height: 640 }
	const first = await start()
	await first.app.evaluate(({ BrowserWindow }, to) => {
		const window = BrowserWindow.getAllWindows()[0]
		window?.setBounds(to)
		window?.maximize()
	}, bounds)
	const maximised = () => place(first.app).then((now) => now.maximised)
	const works = await expect
		.poll(maximised)
		.toBe(true)
		.then(
			() => true,
			() => false,
		)
	// Bare displays of test machines (Xvfb) have nothing that manages windows.
	test.skip(!works && runtime.kind === 'electron' && process.platform === 'linux', 'no window manager maximises here')
	expect(works).toBe(true)
	await first.quit()
	const second = await start()
	await expect.poll(() => place(second.app)).toEqual({ bounds, maximised: true })
})

test('comes back from a screen that is gone', async ({ start, workspace }) => {
	const state = { bounds: { x: 9000, y: 5000, width: 800, height: 600 }, maximised: false, zoom: 100, theme: 'system' }
	writeFileSync(join(workspace, 'desktop-window.json'), JSON.stringify(state))
	const { app } = await start()
	const { bounds } = await place(app)
	const shown = (await areas(app)).some(
		(area) =>
			bounds &&
			bounds.x >= area.x &&
			bounds.y >= area.y &&
			bounds.x + bounds.width <= area.x + area.width &&
			bounds.y + bounds.height <= area.y + area.height,
	)
	expect(shown).toBe(true)
	expect(bounds).toMatchObject({ width: 800, height: 600 })
})

test('stays on the second screen while there is one', async ({ start }) => {
	test.skip(runtime.kind !== 'stand-in', 'only the stand-in can be given a second screen')
	const bounds = { x: 2100, y: 100, width: 800, height: 600 }
	const first = await start({ displays: 2 })
	await first.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds)
	await first.quit()
	const second = await start({ displays: 2 })
	expect((await place(second.app)).bounds).toEqual(bounds)
	await second.quit()
	const third = await start({ displays: 1 })
	expect((await place(third.app)).bounds?.x).toBeLessThan(1920)
})

test('starts with a damaged memory of its place', async ({ start, workspace }) => {
	writeFileSync(join(workspace, 'desktop-window.json'), '{"bounds": {"x": 1')
	const { app } = await start()
	expect((await place(app)).bounds?.width).toBeGreaterThanOrEqual(480)
})
