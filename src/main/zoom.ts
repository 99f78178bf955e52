/** Zoom of the whole window, in per cent. */

/** Chromium's own steps, within the app's limits. */
const steps = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const

export const smallestZoom = 50
export const largestZoom = 300

export type ZoomStep = 'in' | 'out' | 'reset'

/**
 * @param current zoom now, in per cent; anything between the steps counts
 * @returns the next step that way, or the same where there is none
 */
export function nextZoom(current: number, step: ZoomStep): number {
	if (step === 'reset') return 100
	if (step === 'in') return steps.find((value) => value > current) ?? largestZoom
	return steps.findLast((value) => value < current) ?? smallestZoom
}
