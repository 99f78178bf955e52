/** Shortcuts with a modifier, which work everywhere, also while typing. A host with menus has them there as well. */
import { useEventListener } from '@vueuse/core'
import type { Command } from '#contract/bridge.ts'

/** Calls a command when its combination is pressed: Ctrl (Cmd on a Mac) with K, comma. */
export function useGlobalKeys(commands: Record<Command, () => unknown>): void {
	useEventListener(window, 'keydown', (event) => {
		if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
		if (event.key === 'k') commands.search()
		else if (event.key === ',') commands.settings()
		else return
		event.preventDefault()
	})
}
