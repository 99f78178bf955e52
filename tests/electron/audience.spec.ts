/** The audience view on the second display: what it is sent, and what happens when displays come and go. */
import type { Page } from '@playwright/test'
import { pointSlide, presentationOf, textSlide } from '../unit/support/slides.ts'
import type { Application } from './application.ts'
import { expect, needsDesktop, runtime, test } from './launch.ts'
import { openLine, type PageLine } from './page-port.ts'

needsDesktop()
test.beforeEach(() => {
	test.skip(runtime.kind !== 'stand-in', 'only the stand-in can be given a second display')
})

const slides = [textSlide('first'), pointSlide('point', { depictions: [], fiction: null }), textSlide('last')]

/** Every window by the display that it stands on. */
const places = (app: Application) =>
	app.evaluate(({ BrowserWindow, screen }) =>
		BrowserWindow.getAllWindows().map((window) => ({
			audience: window.webContents.getURL().endsWith('/room.html'),
			display: screen.getDisplayMatching(window.getBounds()).id,
			full: window.isFullScreen(),
			visible: window.isVisible(),
		})),
	)
const plug = (app: Application, count: number) =>
	app.evaluate(
		({ screen }, displays) => (screen as unknown as { standinDisplays(count: number): void }).standinDisplays(displays),
		count,
	)

/** Puts a presentation on, with its audience view on the other display. */
async function present({ client }: PageLine, app: Application): Promise<Page> {
	const { title, comparison, theme } = presentationOf()
	const { id } = await client.presentations.create({ title, comparison, theme, slides })
	await client.classroom.start({ presentation: id })
	await client.classroom.audience.open({})
	await expect.poll(() => app.windows().length).toBe(2)
	const page = app.windows()[1] as Page
	await expect(page.getByText('TEXT-first')).toBeVisible()
	return page
}

test('opens full screen on the display where the presenter is not, and shows what the room may see', async ({
	start,
}) => {
	const { app, page } = await start({ displays: 2 })
	const line = await openLine(page)
	const audience = await present(line, app)
	await expect
		.poll(() => places(app))
		.toEqual([
			{ audience: false, display: 1, full: false, visible: true },
			{ audience: true, display: 2, full: true, visible: true },
		])
	await line.client.classroom.act({ type: 'next' })
	await expect(audience.getByText('CLAIM-point')).toBeVisible()
	expect(await audience.content()).not.toContain('NOTES-')
})

test('has a line that can ask for nothing else', async ({ start }) => {
	const { app, page } = await start({ displays: 2 })
	const audience = await present(await openLine(page), app)
	const { client, heard } = await openLine(audience, 'roomHears')
	for (const ask of [
		() => client.workspace.settings.read(),
		() => client.presentations.list(),
		() => client.classroom.watch(),
		() => client.classroom.act({ type: 'next' }),
	])
		await expect(ask()).rejects.toMatchObject({ code: 'UNKNOWN_METHOD' })
	expect(heard.join('')).not.toContain('NOTES-')
})

test('changes places with the presenter’s window', async ({ start }) => {
	const { app, page } = await start({ displays: 2 })
	const { client } = await openLine(page)
	await present({ client } as PageLine, app)
	await client.classroom.audience.swap()
	expect(await places(app)).toMatchObject([
		{ audience: false, display: 2, visible: true },
		{ audience: true, display: 1, full: true },
	])
})

test('closes with its display, and says so to the presenter alone', async ({ start }) => {
	const { app, page } = await start({ displays: 2 })
	const { client } = await openLine(page)
	await present({ client } as PageLine, app)
	await plug(app, 1)
	await expect.poll(() => places(app)).toEqual([{ audience: false, display: 1, full: false, visible: true }])
	for await (const { audience } of await client.classroom.watch()) {
		expect(audience).toMatchObject({ lost: true, on: null })
		break
	}
	await expect(client.classroom.audience.open({})).rejects.toMatchObject({ code: 'UNAVAILABLE' })
	await plug(app, 2)
	await client.classroom.audience.open({})
	await expect.poll(() => places(app)).toMatchObject([{ display: 1 }, { audience: true, display: 2 }])
})

test('stays alone in sight when the presenter’s display is pulled, until another is there', async ({ start }) => {
	const { app, page } = await start({ displays: 2 })
	const { client } = await openLine(page)
	await present({ client } as PageLine, app)
	await client.classroom.audience.swap()
	await plug(app, 1)
	expect(await places(app)).toMatchObject([
		{ audience: false, visible: false },
		{ audience: true, display: 1, visible: true },
	])
	await plug(app, 2)
	expect(await places(app)).toMatchObject([
		{ audience: false, display: 2, visible: true },
		{ audience: true, display: 1 },
	])
	await plug(app, 1)
	await app.evaluate(({ BrowserWindow }) => {
		const room = BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().endsWith('/room.html'))
		room?.webContents.emit('before-input-event', { preventDefault() {} }, { type: 'keyDown', key: 'Escape' })
	})
	await expect.poll(() => places(app)).toMatchObject([{ audience: false, visible: true }])
})

test('begins by itself on the other display, which is remembered, and leaves no notes where the room alone looks', async ({
	start,
}) => {
	const { app, page } = await start({ displays: 2 })
	const { client } = await openLine(page)
	const { title, comparison, theme } = presentationOf()
	await client.presentations.create({ title, comparison, theme, slides })
	await page.getByRole('link', { name: 'Present', exact: true }).click()
	await page.getByRole('button', { name: 'Present now: A presentation' }).click()
	await page.getByRole('button', { name: 'Start', exact: true }).click()
	await expect(page.getByText('NOTES-first')).toBeVisible()
	await expect.poll(() => places(app)).toMatchObject([{ display: 1 }, { audience: true, display: 2, full: true }])
	await client.classroom.audience.open({ display: '2' })
	expect((await client.workspace.settings.read()).audienceDisplay).toBe('2')
	await client.classroom.audience.swap()
	await plug(app, 1)
	await expect(page.getByText('NOTES-first')).toBeHidden()
	await expect(page.getByText('TEXT-first')).toBeVisible()
})

test('goes when the presenter’s window does', async ({ start }) => {
	const { app, page } = await start({ displays: 2 })
	await present(await openLine(page), app)
	const ended = new Promise((resolve) => app.process().once('exit', resolve))
	await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
	await ended
})
