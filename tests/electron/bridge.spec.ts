/** What the IPC adapter does with messages that the app would never send. */
import { randomUUID } from 'node:crypto'
import { expect, needsDesktop, test } from './launch.ts'
import { openLine } from './page-port.ts'

needsDesktop()

test('drops what is no message of the contract, and goes on', async ({ start, readWorkspaceFile }) => {
	const { page } = await start()
	const { client, post, heard } = await openLine(page)
	await client.host.describe()
	const before = heard.length
	for (const junk of [
		7,
		null,
		true,
		['x'],
		{ i: '1' },
		'',
		'{',
		'null',
		'[]',
		'{"i":7}',
		'\0',
		'\ud800',
		'{"i":"specx"',
	])
		await post(junk)
	await page.evaluate(() => window.parallax?.postMessage('x'.repeat(8_000_001)))
	// Messages are taken in order: the answer to this one comes after all of those.
	await client.host.describe()
	const strangers = heard.slice(before).filter((text) => !text.startsWith('{"i":"spec'))
	expect(strangers.filter((text) => !isOwnClients(text))).toEqual([])
	expect(readWorkspaceFile('logs/desktop.log')).toContain('it is not a message of the contract')
})

/** The app's own client may be at work on the same line: its answers carry short numbers. */
const isOwnClients = (text: string) => /^\{"i":"[a-z0-9]{1,4}"/i.test(text)

test('answers a message that is too large with a typed error', async ({ start }) => {
	const { page } = await start()
	const { client } = await openLine(page)
	const query = 'x'.repeat(1_100_000)
	await expect(client.search.query({ query, limit: 1 })).rejects.toMatchObject({ code: 'TOO_LARGE' })
})

test('listens to its own page alone', async ({ start, readWorkspaceFile }) => {
	const { app, page } = await start()
	const { client, heard } = await openLine(page)
	await client.host.describe()
	const before = heard.length
	await app.evaluate(
		({ BrowserWindow }, { id, text }) => {
			const contents = BrowserWindow.getAllWindows()[0]?.webContents
			if (!contents) throw new Error('There is no window.')
			const { frameToken } = contents.mainFrame
			const own = { frameToken, parent: null, detached: false, origin: 'app://parallax' }
			const senders = [
				null,
				{ ...own, origin: 'https://example.org' },
				{ ...own, frameToken: 'other' },
				{ ...own, parent: own },
			]
			for (const senderFrame of senders) contents.ipc.emit('parallax:port', { senderFrame }, id, text)
		},
		{ id: randomUUID(), text: '{"i":"specwrong","p":{"u":"/host/describe"}}' },
	)
	await client.host.describe()
	expect(heard.slice(before).some((text) => text.includes('specwrong'))).toBe(false)
	expect(readWorkspaceFile('logs/desktop.log').match(/it did not come from the app’s own page/g)).toHaveLength(4)
})

test('ends a document’s connection when the window is reloaded', async ({ start }) => {
	const { app, page } = await start()
	// Notes to which document each message goes.
	await app.evaluate(({ BrowserWindow }) => {
		const contents = BrowserWindow.getAllWindows()[0]?.webContents
		if (!contents) throw new Error('There is no window.')
		const ids: string[] = []
		Object.assign(globalThis, { specIds: ids })
		const send = contents.send.bind(contents)
		contents.send = (channel, ...args) => {
			if (channel === 'parallax:port') ids.push(String(args[0]))
			send(channel, ...args)
		}
	})
	const ids = () => app.evaluate(() => (globalThis as unknown as { specIds: string[] }).specIds)

	const first = await openLine(page, 'specHearsFirst')
	const changes = await first.client.workspace.changes()
	await first.client.workspace.settings.change({ textSize: 110 })
	expect((await changes.next()).value).toEqual({ what: 'settings' })
	const old = (await ids()).at(-1)

	await page.reload()
	const second = await openLine(page, 'specHearsSecond')
	await second.client.host.describe()
	const before = await ids()
	await second.client.workspace.settings.change({ textSize: 130 })
	expect(await second.client.workspace.settings.read()).toMatchObject({ textSize: 130 })
	const after = (await ids()).slice(before.length)
	expect(after.length).toBeGreaterThan(0)
	expect(after).not.toContain(old)
})
