/** How far a download is, in words, and when to give it up. */

export interface Progress {
	/** Bytes that have come. */
	transferred: number
	/** Bytes in all, if the server says. */
	total: number | null
}

/** @returns e.g. "Fetching Electron: 42 % of 130 MB", in steps of so many per cent (or megabytes). */
export function progressLine({ transferred, total }: Progress, step: number): string {
	const megabytes = (bytes: number) => Math.round(bytes / 1e6)
	if (!total) return `Fetching Electron: ${Math.floor(megabytes(transferred) / step) * step} MB`
	const percent = Math.floor((100 * transferred) / total / step) * step
	return `Fetching Electron: ${percent} % of ${megabytes(total)} MB`
}

/** Gives up when nothing has come for a while. */
export class Stall {
	stalled = false
	private bytes = 0
	private timer: NodeJS.Timeout | undefined
	private readonly giveUp: () => void
	private readonly patience: number

	/** @param patience milliseconds */
	constructor(giveUp: () => void, patience = 20_000) {
		this.giveUp = giveUp
		this.patience = patience
		this.restart()
	}

	/** @param transferred bytes so far; only more of them count as life */
	note(transferred: number): void {
		if (transferred <= this.bytes) return
		this.bytes = transferred
		this.restart()
	}

	end(): void {
		clearTimeout(this.timer)
	}

	private restart(): void {
		clearTimeout(this.timer)
		this.timer = setTimeout(() => {
			this.stalled = true
			this.giveUp()
		}, this.patience)
	}
}
