/** What is typed between asking for a note and its field being there: nothing of it is lost, or taken for a shortcut. */
import { useEventListener } from '@vueuse/core'
import { typing } from './use-keys.ts'

/** Milliseconds after which nobody waits for the field any more. */
const patience = 3000

/** Must be called before the page's `useKeys`. @returns a way to begin to hold what is typed, and to take it */
export function useEarlyKeys() {
	let held: string | undefined
	let timer: ReturnType<typeof setTimeout> | undefined
	useEventListener(
		window,
		'keydown',
		(event) => {
			const { key, altKey, ctrlKey, metaKey, target } = event
			if (held === undefined || altKey || ctrlKey || metaKey || typing(target)) return
			if (key === 'Enter') held += '\n'
			else if (key === 'Backspace') held = held.slice(0, -1)
			else if (key.length === 1) held += key
			event.preventDefault()
			event.stopImmediatePropagation()
		},
		{ capture: true },
	)
	function take(): string {
		clearTimeout(timer)
		const text = held ?? ''
		held = undefined
		return text
	}
	function hold(): void {
		take()
		held = ''
		timer = setTimeout(take, patience)
	}
	return { hold, take }
}
