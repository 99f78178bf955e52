/** The bridge of the desktop app: all that its preload puts into a window, as `window.parallax`. Types only. */

/** What the system may ask a window to do: by its menus, or by an address that it hands over. */
export type Command =
	| 'home'
	| 'library'
	| 'search'
	| 'settings'
	| 'back'
	| 'forward'
	| 'print'
	| 'export'
	| 'shortcuts'
	| 'help'
	| 'find-help'
	| 'about'
	| 'copy-address'
	| 'open-address'

export interface Bridge {
	/** Sends one message of the contract to the program. */
	postMessage(message: string): void
	/** Messages of the contract from the program, for as long as the document lives. */
	onMessage(listener: (message: string) => void): void
	/** Commands from the system, for as long as the document lives; `open-address` comes with a path inside the windows. */
	onCommand(listener: (command: Command, path?: string) => void): void
}

declare global {
	interface Window {
		/** There in the desktop app alone. */
		readonly parallax?: Bridge
	}
}

/** The channel that carries the contract's messages both ways, each as (id of the document, text). */
export type PortChannel = 'parallax:port'
/** The channel that carries menu commands to the window. */
export type CommandChannel = 'parallax:command'
