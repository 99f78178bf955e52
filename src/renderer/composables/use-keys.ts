/** Shortcuts of a page: single letters where the reader allows them, never while something is being typed. */
import { useEventListener } from '@vueuse/core'
import { useSettings } from '../stores/settings.ts'

/** @returns whether keys go into a text there. */
export const typing = (target: EventTarget | null): boolean =>
	target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))

/**
 * @param keys by what `KeyboardEvent.key` says; a handler that returns false lets the key go on
 * @param first whether these are asked before those of the page around
 */
export function useKeys(keys: Record<string, (event: KeyboardEvent) => unknown>, { first = false } = {}): void {
	const settings = useSettings()
	const press = (event: KeyboardEvent) => {
		if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
		if (typing(event.target) || document.querySelector('[role="dialog"]')) return
		if (event.key.length === 1 && !settings.values.singleKeys) return
		const handler = keys[event.key]
		if (handler && handler(event) !== false) event.preventDefault()
	}
	useEventListener(window, 'keydown', press, { capture: first })
}
