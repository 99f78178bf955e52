/** Shortcuts of a page: single letters where the reader allows them, never while something is being typed. */
import { useEventListener } from '@vueuse/core'
import { useSettings } from '../stores/settings.ts'

const typing = (target: EventTarget | null) =>
	target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))

/** @param keys by what `KeyboardEvent.key` says; a handler that returns false lets the key go on */
export function useKeys(keys: Record<string, (event: KeyboardEvent) => unknown>): void {
	const settings = useSettings()
	useEventListener(window, 'keydown', (event) => {
		if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
		if (typing(event.target) || document.querySelector('[role="dialog"]')) return
		if (event.key.length === 1 && !settings.values.singleKeys) return
		const handler = keys[event.key]
		if (handler && handler(event) !== false) event.preventDefault()
	})
}
