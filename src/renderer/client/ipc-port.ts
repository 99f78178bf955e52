/** The desktop app's transport: the bridge of its preload, as a port of the contract. */
import type { Bridge, Command } from '#contract/bridge.ts'
import type { Port } from '#contract/port.ts'

/** @returns a port that speaks through the preload's bridge. It never closes: the program outlives its window. */
export function ipcPort(bridge: Bridge): Port {
	return {
		postMessage: (message) => bridge.postMessage(message),
		addEventListener(type: 'message' | 'close', listener: (event: { data: unknown }) => void) {
			if (type === 'message') bridge.onMessage((data) => listener({ data }))
		},
	}
}

/**
 * Listens to the commands of the operating system's menus.
 * @param handler called with each command
 * @returns a function that ends the listening
 */
export function onCommand(bridge: Bridge, handler: (command: Command, path?: string) => void): () => void {
	let listening = true
	// The bridge keeps its listeners for as long as the document lives, hence the flag.
	bridge.onCommand((command, path) => {
		if (listening) handler(command, path)
	})
	return () => {
		listening = false
	}
}
