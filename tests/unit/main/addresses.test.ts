import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { expect, it, vi } from 'vitest'
import { registerScheme, showPath, watchAddresses } from '../../../src/main/addresses.ts'

const address = 'parallax://open/read/a?block=b'

function watch(...words: string[]) {
	const app = new EventEmitter()
	const to = { front: vi.fn(), open: vi.fn() }
	const addresses = watchAddresses(app as unknown as App, words, to)
	return {
		...to,
		first: addresses.first,
		second: (...others: string[]) => app.emit('second-instance', {}, others),
		app,
	}
}

it('opens the first window where its own command line says', () => {
	expect(watch('electron', address).first()).toBe('/read/a?block=b')
	expect(watch('electron', '/read/a', 'parallax://elsewhere/read/a').first()).toBeUndefined()
})

it('opens what comes with a second start, or shows the window', () => {
	const { first, second, open, front } = watch('electron')
	first()
	second('electron', '--data=x', address)
	expect(open).toHaveBeenCalledExactlyOnceWith('/read/a?block=b')
	expect(front).not.toHaveBeenCalled()
	second('electron', 'parallax://elsewhere/')
	expect(front).toHaveBeenCalledOnce()
})

it('keeps what comes before there is a window for its first one', () => {
	const { first, app, open } = watch('electron')
	const preventDefault = vi.fn()
	app.emit('open-url', { preventDefault }, address)
	expect(open).not.toHaveBeenCalled()
	expect(first()).toBe('/read/a?block=b')
	expect(preventDefault).toHaveBeenCalledOnce()
})

it('leaves a page that is there as it is, and sends one on its way elsewhere', () => {
	const contents = { isLoading: vi.fn(() => true), loadURL: vi.fn(async () => {}), send: vi.fn() }
	showPath(contents, 'app://parallax', '/read/a')
	expect(contents.loadURL).toHaveBeenCalledExactlyOnceWith('app://parallax/read/a')
	expect(contents.send).not.toHaveBeenCalled()
	contents.isLoading.mockReturnValue(false)
	showPath(contents, 'app://parallax', '/read/b')
	expect(contents.loadURL).toHaveBeenCalledOnce()
	expect(contents.send).toHaveBeenCalledExactlyOnceWith('parallax:command', 'open-address', '/read/b')
})

it('is the system’s program for them where it is installed, not from a checkout', () => {
	const setAsDefaultProtocolClient = vi.fn(() => true)
	registerScheme({ isPackaged: false, setAsDefaultProtocolClient })
	expect(setAsDefaultProtocolClient).not.toHaveBeenCalled()
	registerScheme({ isPackaged: true, setAsDefaultProtocolClient })
	expect(setAsDefaultProtocolClient).toHaveBeenCalledExactlyOnceWith('parallax')
})
