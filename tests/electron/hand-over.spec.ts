/** One host per workspace: who comes second brings the first one to the front. */
import { takeHostLock } from '../../src/backend/host-lock.ts'
import type { Application } from './application.ts'
import { callsOf, expect, needsDesktop, test } from './launch.ts'

needsDesktop()

const hide = (app: Application) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
const visible = (app: Application) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())

test('a second start shows the first window and ends', async ({ start, startToEnd }) => {
	const { app } = await start()
	await hide(app)
	await expect.poll(() => visible(app)).toBe(false)
	const second = await startToEnd()
	expect(second.code).toBe(0)
	expect(second.output).toContain('Parallax is already open with this workspace')
	await expect.poll(() => visible(app)).toBe(true)
	expect(app.windows()).toHaveLength(1)
})

test('a start with another profile finds the workspace taken as well', async ({ start, startToEnd }) => {
	const { app } = await start()
	await hide(app)
	const second = await startToEnd({ profile: 'another' })
	expect(second.code).toBe(0)
	expect(second.output).toContain('Parallax is already open with this workspace')
	await expect.poll(() => visible(app)).toBe(true)
})

test('a start opens the page of the browser host that has the workspace', async ({ startToEnd, workspace }) => {
	const url = 'http://127.0.0.1:1/?token=spec'
	const lock = await takeHostLock(workspace, { kind: 'browser', url }, () => undefined)
	if (!lock.held) throw new Error('The workspace is taken.')
	try {
		const ending = await startToEnd({ answers: [0] })
		expect(ending.code).toBe(0)
		expect(ending.output).toContain(url)
		const calls = callsOf(() => ending.calls)
		expect(calls('shell.openExternal').map(([address]) => address)).toEqual([url])
		expect(JSON.stringify(calls('dialog.showMessageBox'))).toContain('already runs in your browser')
	} finally {
		await lock.release()
	}
})
