/** The bridge of the desktop app: all that its preload puts into a window, as `window.parallax`. Types only. */

/** What a menu of the operating system may ask a window to do. */
export type Command =
	| 'home'
	| 'library'
	| 'search'
	| 'settings'
	| 'back'
	| 'forward'
	| 'print'
	| 'shortcuts'
	| 'help'
	| 'find-help'
	| 'about'

export interface Bridge {
	/** Sends one message of the contract to the program. */
	postMessage(message: string): void
	/** Messages of the contract from the program, for as long as the document lives. */
	onMessage(listener: (message: string) => void): void
	/** Commands from the menus, for as long as the document lives. */
	onCommand(listener: (command: Command) => void): void
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
