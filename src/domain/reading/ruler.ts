/** The geometry of the reading ruler: boxes of text become lines, and some lines become the ruler's band. Pixels throughout. */

export interface Band {
	top: number
	bottom: number
}

/** @returns the lines that boxes of text make, from top to bottom; boxes beside one another are one line. */
export function linesOf(boxes: readonly Band[]): Band[] {
	const lines: Band[] = []
	for (const box of [...boxes].sort((a, b) => a.top - b.top || a.bottom - b.bottom)) {
		const last = lines.at(-1)
		const shared = last ? last.bottom - box.top : 0
		if (last && shared > Math.min(last.bottom - last.top, box.bottom - box.top) / 2)
			last.bottom = Math.max(last.bottom, box.bottom)
		else lines.push({ ...box })
	}
	return lines
}

/** @returns the position of the line at a height, or of the nearest one; -1 when there are no lines. */
export function lineAt(lines: readonly Band[], y: number): number {
	const away = ({ top, bottom }: Band) => Math.max(top - y, y - bottom, 0)
	return lines.reduce((best, line, index) => {
		const known = lines[best]
		return known && away(known) <= away(line) ? best : index
	}, -1)
}

/** @returns the band over `count` lines from a position on, or over as many as are left. */
export function bandOf(lines: readonly Band[], from: number, count: number): Band | undefined {
	const first = lines[from]
	const last = lines[Math.min(lines.length, from + count) - 1]
	return first && last && { top: first.top, bottom: last.bottom }
}
