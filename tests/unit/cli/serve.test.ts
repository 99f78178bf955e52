import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { takeHostLock } from '#backend/host-lock.ts'
import { canOpenBrowser, openerOf } from '../../../src/cli/open-browser.ts'
import { useCommandLine } from './support.ts'

const line = useCommandLine()

/** Starts `serve`; resolves with what it prints first. */
async function serving(...argv: string[]) {
	const stop = new AbortController()
	const first = Promise.withResolvers<string>()
	const ended = line().run(['serve', '--no-open', ...argv], { out: first.resolve, stop: stop.signal })
	const text = await Promise.race([first.promise, ended.then(({ err }) => Promise.reject(new Error(err)))])
	return { text, ended, stop: () => stop.abort() }
}

describe('serve', () => {
	it('prints the address that opens the app, serves it until it is stopped, and frees everything', async () => {
		const { text, stop, ended } = await serving('--json')
		const { url } = JSON.parse(text) as { url: string }
		expect(text).toBe(`${JSON.stringify({ url })}\n`)
		const entrance = await fetch(url, { redirect: 'manual' })
		expect(entrance.status).toBe(303)
		const cookie = entrance.headers.get('set-cookie')?.split(';')[0] ?? ''
		const page = await fetch(new URL('/', url), { headers: { cookie } })
		expect(await page.text()).toContain('<title>Parallax</title>')
		stop()
		expect(await ended).toMatchObject({ code: 0, err: '' })
		await expect(fetch(url)).rejects.toThrow()
		const lock = await takeHostLock(line().dataDir, { kind: 'browser' }, () => {})
		expect(lock.held).toBe(true)
		if (lock.held) await lock.release()
	})

	it('says so in one sentence without --json', async () => {
		const { text, stop, ended } = await serving()
		expect(text).toMatch(
			/^Parallax is running\. Open http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43} \(Ctrl-C stops it\)\.\n$/,
		)
		stop()
		await ended
	})

	it('takes the port and host that it is given', async () => {
		const free = createServer()
		await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve))
		const { port } = free.address() as { port: number }
		await new Promise((resolve) => free.close(resolve))
		const { text, stop, ended } = await serving('--json', '--host', 'localhost', '--port', String(port))
		expect((JSON.parse(text) as { url: string }).url).toContain(`http://127.0.0.1:${port}/`)
		stop()
		await ended
	})

	it('ends with 1 and words when the port is taken, and leaves no lock', async () => {
		const other = createServer()
		await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
		const { port } = other.address() as { port: number }
		const { code, out, err } = await line().run(['serve', '--no-open', '--port', String(port)])
		expect([code, out]).toEqual([1, ''])
		expect(err).toBe(
			`Port ${port} is in use by another program. Choose another port with --port, or leave it out and Parallax takes a free one.\n`,
		)
		await new Promise((resolve) => other.close(resolve))
		const lock = await takeHostLock(line().dataDir, { kind: 'browser' }, () => {})
		expect(lock.held).toBe(true)
		if (lock.held) await lock.release()
	})

	it('hands over to a browser host that runs already', async () => {
		const first = await serving('--json')
		expect(await line().run(['serve', '--no-open', '--json'])).toEqual({ code: 0, out: first.text, err: '' })
		const { url } = JSON.parse(first.text) as { url: string }
		expect(await line().run(['serve', '--no-open'])).toEqual({
			code: 0,
			out: `Parallax is running already. Open ${url}\n`,
			err: '',
		})
		first.stop()
		await first.ended
	})

	it('hands over to the desktop app, which comes to the front', async () => {
		let knocks = 0
		const lock = await takeHostLock(line().dataDir, { kind: 'desktop' }, () => {
			knocks += 1
		})
		expect(await line().run(['serve', '--no-open'])).toEqual({
			code: 0,
			out: 'Parallax is running as the desktop app; its window comes to the front.\n',
			err: '',
		})
		expect(JSON.parse((await line().run(['serve', '--json'])).out)).toEqual({ host: 'desktop' })
		expect(knocks).toBe(2)
		if (lock.held) await lock.release()
	})

	it('lets other commands work meanwhile', async () => {
		const { stop, ended } = await serving('--json')
		expect(await line().json('library', 'list', '--kind', 'trope')).toMatchObject([{ id: 'one-night-cure' }])
		expect(await line().json('backup', 'create')).toMatchObject({ reason: 'asked' })
		stop()
		await ended
	})
})

describe('the reader’s browser', () => {
	it.each<[NodeJS.ProcessEnv, NodeJS.Platform, boolean]>([
		[{}, 'linux', false],
		[{ DISPLAY: ':0' }, 'linux', true],
		[{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
		[{ DISPLAY: ':0', CI: 'true' }, 'linux', false],
		[{ CI: '1' }, 'darwin', false],
		[{ CI: 'false' }, 'darwin', true],
		[{}, 'win32', true],
	])('with %j on %s: %s', (env, platform, can) => {
		expect(canOpenBrowser(env, platform)).toBe(can)
	})

	it('is opened by the system, never through a shell', () => {
		const address = 'http://127.0.0.1:1/?token=x&y'
		expect(openerOf(address, 'linux')).toEqual(['xdg-open', [address]])
		expect(openerOf(address, 'darwin')).toEqual(['open', [address]])
		expect(openerOf(address, 'win32')).toEqual(['rundll32', ['url.dll,FileProtocolHandler', address]])
	})
})
