/** What it means when Electron ends: the reader quit, the app failed, or this machine cannot run Electron at all. */

export interface Ending {
	/** Null when a signal ended it. */
	code: number | null
	signal: string | null
	/** How long it ran. */
	seconds: number
	/** What it wrote to standard error. */
	stderr: string
	/** Whether it was this process that ended it (Ctrl+C). */
	wanted: boolean
}

export type Verdict = { end: number } | { fallBack: string }

/** Beyond this many seconds it was running: what ends it later is no refusal to start. */
const startSeconds = 20

/** Words of Electron, Chromium and the loaders, with the reason that they stand for. */
const refusals: [RegExp, string | ((found: RegExpExecArray) => string)][] = [
	[
		/error while loading shared libraries: (\S+?):/,
		(found) => `this system lacks ${found[1]}, a library that Electron needs`,
	],
	[/sandbox/i, "this system refuses Electron's sandbox"],
	[/running as root without/i, "Electron's sandbox does not work for the root user"],
	[/missing X server|cannot open display|failed to connect to wayland|ozone_platform/i, 'the display cannot be opened'],
	[/ENOENT|EACCES|UNKNOWN/, "Electron's runtime cannot be started"],
	[/GLIBC(XX)?_[\d.]+' not found/, 'this system is too old for Electron'],
]

/** @returns whether to end with a code, or to serve the browser host instead and why. */
export function judge({ code, signal, seconds, stderr, wanted }: Ending): Verdict {
	if (wanted || code === 0) return { end: code ?? 0 }
	if (seconds > startSeconds) return { end: code ?? 1 }
	for (const [pattern, reason] of refusals) {
		const found = pattern.exec(stderr)
		if (found) return { fallBack: typeof reason === 'string' ? reason : reason(found) }
	}
	// The app itself ends with 1 after a sentence of its own; a crash at the start is the runtime's.
	if (signal || (code ?? 0) > 1) return { fallBack: `Electron ended at its start (${signal ?? `code ${code}`})` }
	return { end: code ?? 1 }
}

/** Chromium's own log lines are for its developers. */
export const isChromiumLog = (line: string): boolean => /^\[\d+:\d+[/:][\d/.:]*[A-Z]+:/.test(line)
