/** Paper colours of the highlights: soft enough for black ink; the second is for dark screens. */
import type { HighlightColour } from '#contract/annotations.ts'

export const paperColours: Record<HighlightColour, readonly [light: string, dark: string]> = {
	yellow: ['#fbe8a6', '#5c4a12'],
	green: ['#d1ebc6', '#2c4a20'],
	blue: ['#cde0f7', '#1f3f63'],
	pink: ['#f6cfe0', '#57263f'],
	violet: ['#e0d3f5', '#402c62'],
}

/** @returns the colour of a token; yellow for one that is not known here. */
export const paperColour = (token: string): readonly [light: string, dark: string] =>
	token in paperColours ? paperColours[token as HighlightColour] : paperColours.yellow
