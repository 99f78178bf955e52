/** Shortcuts with a modifier, which work everywhere, also while typing. A host with menus has them there as well. */
import { useEventListener } from '@vueuse/core'
import type { Command } from '#contract/bridge.ts'
import { typing } from '../../composables/use-keys.ts'
import { useUndo } from '../../stores/undo.ts'

const mac = /mac/i.test(navigator.userAgent)

/** @returns whether the keys of the platform for back or forward are pressed, and which. */
function travelOf({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): 'back' | 'forward' | undefined {
	if (ctrlKey || shiftKey || altKey === mac || metaKey !== mac) return undefined
	if (key === (mac ? '[' : 'ArrowLeft')) return 'back'
	return key === (mac ? ']' : 'ArrowRight') ? 'forward' : undefined
}

/** @returns the command of Ctrl (Cmd on a Mac) with K or comma, or with Shift and E. */
function commandOf({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): Command | undefined {
	if (!(ctrlKey || metaKey) || altKey) return undefined
	if (shiftKey) return key.toLowerCase() === 'e' ? 'export' : undefined
	return key === 'k' ? 'search' : key === ',' ? 'settings' : undefined
}

/** @returns whether the element has an undo of its own: a text has, a box or a list to choose from has none. */
const undoesItself = (target: EventTarget | null): boolean =>
	typing(target) &&
	!(target as HTMLElement).matches('select, [type="checkbox"], [type="radio"], [type="range"], [type="file"]')

/** @returns undo for Ctrl (Cmd) with Z, redo with Shift and Z or with Y. While something is typed they belong to its field. */
function stepOf({ key, altKey, ctrlKey, metaKey, shiftKey, target }: KeyboardEvent): 'undo' | 'redo' | undefined {
	if (!(ctrlKey || metaKey) || altKey || undoesItself(target)) return undefined
	if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo'
	return key === 'y' && !shiftKey ? 'redo' : undefined
}

/** Calls a command when its combination is pressed: Ctrl (Cmd) with K, comma or Shift and E, Alt with an arrow (Cmd with a bracket). Undoes and redoes. */
export function useGlobalKeys(commands: Record<Command, () => unknown>): void {
	const steps = useUndo()
	useEventListener(window, 'keydown', (event) => {
		const command = travelOf(event) ?? commandOf(event)
		const step = stepOf(event)
		if (command) commands[command]()
		else if (step) void steps[step]()
		else return
		event.preventDefault()
	})
}
