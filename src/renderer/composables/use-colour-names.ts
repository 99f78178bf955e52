/** What the colours of marks are called: as the reader named them. */
import type { HighlightColour } from '#contract/annotations.ts'
import { useSettings } from '../stores/settings.ts'

export function useColourNames(): (colour: HighlightColour) => string {
	const settings = useSettings()
	return (colour) => settings.values.colourNames[colour]
}
