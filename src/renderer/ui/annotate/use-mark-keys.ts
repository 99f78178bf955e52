/** The keys of marks: single letters where the reader allows them, Alt with the arrows always. */
import { useEventListener } from '@vueuse/core'
import type { HighlightColour } from '#contract/annotations.ts'
import { highlightColours } from '#contract/tokens.ts'
import { useKeys } from '../../composables/use-keys.ts'
import type { Unit } from '../../composables/use-sentence-cursor.ts'

/** What the keys do; each returns false where it is not its turn. */
interface MarkKeys {
	move: (by: 1 | -1, unit?: Unit, extend?: boolean) => boolean
	highlight: (colour?: HighlightColour) => boolean
	write: (kind: 'commenting' | 'questioning') => boolean
	link: () => boolean
	/** Copies the passage with its citation. */
	cite: () => boolean
	/** Makes a card of the passage. */
	card: () => boolean
	/** From a mark to its note and back. */
	cross: () => boolean
	enter: () => boolean
	leave: () => boolean
}

const steps: Record<string, [1 | -1, Unit]> = {
	ArrowDown: [1, 'sentence'],
	ArrowUp: [-1, 'sentence'],
	PageDown: [1, 'paragraph'],
	PageUp: [-1, 'paragraph'],
}

export function useMarkKeys({ move, highlight, write, link, cite, card, cross, enter, leave }: MarkKeys): void {
	useKeys(
		{
			h: () => highlight(),
			n: () => write('commenting'),
			q: () => write('questioning'),
			l: link,
			c: cite,
			w: card,
			m: cross,
			...Object.fromEntries(highlightColours.map((colour, at) => [`${at + 1}`, () => highlight(colour)])),
			'.': () => move(1),
			',': () => move(-1),
			p: () => move(1, 'paragraph'),
			P: () => move(-1, 'paragraph'),
			Enter: enter,
			Escape: leave,
		},
		{ first: true },
	)
	// The same without single characters, and extended: Alt with the arrows.
	useEventListener(window, 'keydown', (event) => {
		if (!event.altKey || event.ctrlKey || event.metaKey || document.querySelector('[role="dialog"]')) return
		const step = steps[event.key]
		if (step && move(...step, event.shiftKey)) event.preventDefault()
	})
}
