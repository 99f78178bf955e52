/** Addresses that begin with parallax://: copied here, and opened by whoever hands them over. */
import type { Application } from './application.ts'
import { expect, needsDesktop, test } from './launch.ts'

needsDesktop()

const path = '/beside?panes=modern-ect,psychosexual-therapy'
const title = 'Electroconvulsive therapy today beside Psychosexual therapy'

/** What Electron does when a second start hands over its words, or macOS an address. */
const hand = (app: Application, event: 'second-instance' | 'open-url', address: string) =>
	app.evaluate(
		({ app: main }, { name, text }) => {
			const own = { preventDefault() {} }
			if (name === 'open-url') main.emit(name, own, text)
			else main.emit(name, own, ['parallax', '--something', text], '/', {})
		},
		{ name: event, text: address },
	)

for (const event of ['second-instance', 'open-url'] as const) {
	test(`the window goes where an address leads (${event}), and nowhere else`, async ({ start }) => {
		const { app, page } = await start()
		await hand(app, event, `parallax://open${path}`)
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
		for (const wrong of [
			'parallax://elsewhere/help',
			'parallax://open//example.org',
			'https://example.org/',
			'parallax:/help',
		])
			await hand(app, event, wrong)
		await hand(app, event, 'parallax://open/library')
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Library')
		await page.goBack()
		await expect(page.getByRole('heading', { level: 1 }), 'nothing was opened between').toHaveText(title)
		expect(app.windows()).toHaveLength(1)
	})
}

test('an address is copied with the app’s own scheme', async ({ start }) => {
	const { app, page } = await start()
	await hand(app, 'open-url', `parallax://open${path}`)
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
	await page.getByRole('button', { name: 'Copy address' }).click()
	await expect(page.getByText('The address is on the clipboard.')).toBeVisible()
	await page.keyboard.press('Control+k')
	await page.getByRole('searchbox', { name: 'Search the library' }).press('Control+v')
	await expect(page.getByRole('searchbox', { name: 'Search the library' })).toHaveValue(
		`parallax://open${path}&sync=on`,
	)
})
