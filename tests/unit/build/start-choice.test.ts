import { describe, expect, it } from 'vitest'
import { chooseHost, type Facts, hasDisplay } from '../../../build/start/choice.ts'

const laptop: Facts = { asked: undefined, platform: 'linux', root: false, display: true, electron: true }
const choose = (facts: Partial<Facts>) => chooseHost({ ...laptop, ...facts })

describe('the choice of a host', () => {
	it('is the desktop app where it can run', () => {
		expect(choose({})).toEqual({ host: 'desktop', firm: false })
		expect(choose({ platform: 'darwin' })).toEqual({ host: 'desktop', firm: false })
	})

	it('fetches the runtime where only that is missing', () => {
		expect(choose({ electron: false })).toEqual({ host: 'fetch', firm: false })
	})

	it.each([
		[{ root: true }, "Electron's sandbox does not work for the root user"],
		[{ display: false }, 'there is no display to open a window on'],
		[{ display: false, electron: false }, 'there is no display to open a window on'],
		[{ platform: 'freebsd' }, 'Electron does not exist for freebsd'],
		[{ asked: 'browser' }, 'PARALLAX_HOST asks for it'],
	] satisfies [Partial<Facts>, string][])('is the browser for %j', (facts, because) => {
		expect(choose(facts)).toEqual({ host: 'browser', because })
	})

	it('is what PARALLAX_HOST says, whatever speaks against it', () => {
		expect(choose({ asked: 'desktop', root: true, display: false })).toEqual({ host: 'desktop', firm: true })
		expect(choose({ asked: 'desktop', electron: false })).toEqual({ host: 'fetch', firm: true })
	})

	it('is none for another word in PARALLAX_HOST, and says which ones there are', () => {
		expect(choose({ asked: 'window' })).toEqual({
			host: 'none',
			sentence: 'PARALLAX_HOST is "window"; set it to desktop or browser, or leave it out.',
		})
	})
})

describe('a display', () => {
	it.each([
		['linux', {}, false],
		['linux', { DISPLAY: ':0' }, true],
		['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
		['linux', { DISPLAY: '' }, false],
		['darwin', {}, true],
		['win32', {}, true],
	] satisfies [NodeJS.Platform, NodeJS.ProcessEnv, boolean][])('on %s with %j: %s', (platform, env, there) => {
		expect(hasDisplay(platform, env)).toBe(there)
	})
})
