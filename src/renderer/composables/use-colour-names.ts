/** What the colours of marks are called: as the reader named them, else by what they look like. */
import type { HighlightColour } from '#contract/annotations.ts'
import { colourLabels } from '#domain/words/annotation-labels.ts'

export const useColourNames = (): ((colour: HighlightColour) => string) => (colour) => colourLabels[colour]
