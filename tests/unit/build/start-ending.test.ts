import { describe, expect, it } from 'vitest'
import { type Ending, isChromiumLog, judge } from '../../../build/start/ending.ts'

const crash: Ending = { code: null, signal: 'SIGTRAP', seconds: 1, stderr: '', wanted: false }

describe("what Electron's end means", () => {
	it.each([
		[
			'[12:0101/10.0:FATAL:setuid_sandbox_host.cc(163)] The SUID sandbox helper binary was found, but is not configured correctly.',
			"this system refuses Electron's sandbox",
		],
		[
			'[1:0101/1.0:FATAL:zygote_host_impl_linux.cc(126)] No usable sandbox! If you are running on Ubuntu 23.10+ …',
			"this system refuses Electron's sandbox",
		],
		[
			'electron: error while loading shared libraries: libnss3.so: cannot open shared object file',
			'this system lacks libnss3.so, a library that Electron needs',
		],
		['[1:0101/1.0:ERROR:ozone_platform_x11.cc(246)] Missing X server or $DISPLAY', 'the display cannot be opened'],
		['spawn /x/electron EACCES', "Electron's runtime cannot be started"],
		["electron: /lib/libm.so.6: version `GLIBC_2.35' not found", 'this system is too old for Electron'],
		['', 'Electron ended at its start (SIGTRAP)'],
	])('falls back after %j', (stderr, reason) => {
		expect(judge({ ...crash, stderr })).toEqual({ fallBack: reason })
	})

	it('is the end when the reader quits, or stops it', () => {
		expect(judge({ ...crash, code: 0, signal: null })).toEqual({ end: 0 })
		expect(judge({ ...crash, code: null, signal: 'SIGINT', wanted: true })).toEqual({ end: 0 })
	})

	it('is the end when the app gave its own reason, or had been running', () => {
		expect(judge({ ...crash, code: 1, signal: null, stderr: 'The data is from a newer Parallax.' })).toEqual({ end: 1 })
		expect(judge({ ...crash, seconds: 300 })).toEqual({ end: 1 })
		expect(judge({ ...crash, code: 5, signal: null, seconds: 300 })).toEqual({ end: 5 })
	})
})

describe("Chromium's own log lines", () => {
	it('are told from others', () => {
		expect(isChromiumLog('[4242:1122/014500.123456:ERROR:dbus/bus.cc(408)] Failed to connect to the bus')).toBe(true)
		expect(isChromiumLog('[4242:4242:1122/014500.123456:WARNING:x.cc(1)] something')).toBe(true)
		expect(isChromiumLog('The data folder is in use.')).toBe(false)
	})
})
