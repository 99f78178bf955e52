import { describe, expect, it, vi } from 'vitest'
import { forDesktop, sentenceOf } from '../../../build/start/hosts.ts'
import { progressLine, Stall } from '../../../build/start/progress.ts'

describe('arguments', () => {
	it('go to the desktop app without those of the browser host', () => {
		expect(forDesktop(['--data', 'x', '--port', '80', '--no-open', '--host=127.0.0.1', '--lang=de'])).toEqual([
			'--data',
			'x',
			'--lang=de',
		])
	})
})

describe('the sentence of the browser host', () => {
	it('says why and where', () => {
		expect(sentenceOf('{"url":"http://127.0.0.1:1/?token=x"}', 'there is no display')).toBe(
			'Parallax is served to your browser, because there is no display: http://127.0.0.1:1/?token=x',
		)
	})

	it('says that the desktop app has the workspace, when it has', () => {
		expect(sentenceOf('{"host":"desktop"}', 'x')).toContain('already open as the desktop app')
	})

	it('is none for a line that is no address', () => {
		expect(sentenceOf('Usage: parallax serve', 'x')).toBeUndefined()
		expect(sentenceOf('{"other":1}', 'x')).toBeUndefined()
	})
})

describe('the progress of a download', () => {
	it('is told in steps', () => {
		expect(progressLine({ transferred: 57e6, total: 130e6 }, 10)).toBe('Fetching Electron: 40 % of 130 MB')
		expect(progressLine({ transferred: 57e6, total: 130e6 }, 1)).toBe('Fetching Electron: 43 % of 130 MB')
		expect(progressLine({ transferred: 57e6, total: null }, 10)).toBe('Fetching Electron: 50 MB')
	})

	it('is given up after 20 seconds without a byte, and not before', () => {
		vi.useFakeTimers()
		try {
			const giveUp = vi.fn()
			const stall = new Stall(giveUp)
			for (const bytes of [1, 2, 3]) {
				vi.advanceTimersByTime(19_000)
				stall.note(bytes)
			}
			vi.advanceTimersByTime(19_000)
			// The same number again is no progress.
			stall.note(3)
			expect(giveUp).not.toHaveBeenCalled()
			vi.advanceTimersByTime(1000)
			expect(giveUp).toHaveBeenCalledOnce()
			expect(stall.stalled).toBe(true)
		} finally {
			vi.useRealTimers()
		}
	})

	it('is not given up once it has ended', () => {
		vi.useFakeTimers()
		try {
			const giveUp = vi.fn()
			new Stall(giveUp).end()
			vi.advanceTimersByTime(60_000)
			expect(giveUp).not.toHaveBeenCalled()
		} finally {
			vi.useRealTimers()
		}
	})
})
