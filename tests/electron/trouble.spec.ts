/** The way back when something breaks. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from '@playwright/test'
import type { Application } from './application.ts'
import { callsOf, expect, needsDesktop, needsRealElectron, test } from './launch.ts'
import { openLine } from './page-port.ts'

needsDesktop()

const mark = (page: Page) => page.evaluate(() => void Object.assign(window, { specMark: true }))
const marked = (page: Page) => page.evaluate(() => 'specMark' in window)
const reloaded = (page: Page) =>
	page.waitForFunction(() => !('specMark' in window) && document.readyState === 'complete')
/** As if the page's process had died: the stand-in's cannot be brought back from a real death. */
const pretendCrash = (app: Application) =>
	app.evaluate(({ BrowserWindow }) => {
		const contents = BrowserWindow.getAllWindows()[0]?.webContents
		contents?.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
	})

test('refuses data of a newer version with a sentence, and leaves it alone', async ({ startToEnd, workspace }) => {
	const file = join(workspace, 'parallax.sqlite')
	const database = new DatabaseSync(file)
	database.exec('PRAGMA user_version = 9999; CREATE TABLE mine (x); INSERT INTO mine VALUES (7)')
	database.close()
	const ending = await startToEnd({ answers: [1] })
	expect(ending.code).toBe(1)
	const calls = callsOf(() => ending.calls)
	const asked = calls('dialog.showMessageBox')
	expect(asked).toHaveLength(1)
	expect(JSON.stringify(asked)).toMatch(/newer/i)
	expect(calls('shell.openPath')).toEqual([[workspace]])
	const after = new DatabaseSync(file, { readOnly: true })
	expect(after.prepare('SELECT x FROM mine').get()?.x).toBe(7)
	after.close()
})

test('says so when the data is damaged', async ({ startToEnd, workspace }) => {
	writeFileSync(join(workspace, 'parallax.sqlite'), 'This is no database. '.repeat(500))
	const ending = await startToEnd({ answers: [0] })
	expect(ending.code).toBe(1)
	expect(callsOf(() => ending.calls)('dialog.showMessageBox')).toHaveLength(1)
	expect(ending.output).not.toMatch(/\n\s+at /)
})

test('says so when the workspace cannot be used', async ({ startToEnd, workspace }) => {
	rmSync(workspace, { recursive: true })
	writeFileSync(workspace, 'a file where the folder should be')
	const ending = await startToEnd({ answers: [0] })
	expect(ending.code).toBe(1)
	expect(callsOf(() => ending.calls)('dialog.showMessageBox')).toHaveLength(1)
	rmSync(workspace)
	mkdirSync(workspace)
})

test('reloads a page that crashed, and asks when it crashes again', async ({ start, readWorkspaceFile }) => {
	const { app, page, calls } = await start({ answers: [0] })
	await mark(page)
	await pretendCrash(app)
	await reloaded(page)
	expect(calls('dialog.showMessageBox')).toEqual([])
	await mark(page)
	await pretendCrash(app)
	await reloaded(page)
	await expect.poll(() => calls('dialog.showMessageBox').length).toBe(1)
	const { client } = await openLine(page)
	expect(await client.host.describe()).toMatchObject({ name: 'desktop' })
	expect(readWorkspaceFile('logs/desktop.log')).toContain('the page stopped: crashed (5)')
})

test('comes back from the death of the page’s process', async ({ start }) => {
	needsRealElectron('Chromium’s own page cannot be used again after its process was killed')
	const { app } = await start()
	// Asked through the main process: Playwright gives a crashed page up for good.
	const running = () =>
		app.evaluate(({ BrowserWindow }) => {
			const contents = BrowserWindow.getAllWindows()[0]?.webContents
			return contents && !contents.isCrashed() && !contents.isLoading() ? contents.getOSProcessId() : 0
		})
	const before = await running()
	await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
	await expect.poll(async () => ![0, before].includes(await running())).toBe(true)
	const shown = () =>
		app.evaluate(({ BrowserWindow }) =>
			BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript("document.querySelector('#app > *') !== null"),
		)
	await expect.poll(shown).toBe(true)
})

test('asks about a page that hangs, and waits when told to', async ({ start }) => {
	const { app, page, calls } = await start({ answers: [0] })
	await mark(page)
	await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('unresponsive'))
	await expect.poll(() => calls('dialog.showMessageBox').length).toBe(1)
	expect(await marked(page)).toBe(true)
})

test('tells of an error in the program once, and goes on', async ({ start, readWorkspaceFile }) => {
	const planted = { issue: /^main-error: .*planted/s, because: 'the spec throws it' }
	const { app, page, calls } = await start({ answers: [0], expected: [planted] })
	for (const name of ['one', 'two'])
		await app.evaluate((_electron, what) => {
			setTimeout(() => {
				throw new Error(`planted ${what}`)
			})
		}, name)
	await expect.poll(() => readWorkspaceFile('logs/desktop.log')).toMatch(/planted one[\s\S]*planted two/)
	await expect.poll(() => calls('dialog.showMessageBox').length).toBe(1)
	const { client } = await openLine(page)
	expect(await client.host.describe()).toMatchObject({ name: 'desktop' })
	expect(calls('dialog.showMessageBox')).toHaveLength(1)
})
