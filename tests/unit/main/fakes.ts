/** Stand-ins for the parts of Electron that the main process's modules are handed. */
import { EventEmitter } from 'node:events'
import type { BrowserWindow, WebContents, WebFrameMain } from 'electron'

export interface FakeFrame {
	detached: boolean
	parent: FakeFrame | null
	frameToken: string
	origin: string
}

export const mainFrame = (): FakeFrame => ({
	detached: false,
	parent: null,
	frameToken: 'main',
	origin: 'app://parallax',
})

/** A window's contents: events, ipc, and a record of what was done with them. */
export class FakeContents extends EventEmitter {
	readonly ipc = new EventEmitter()
	readonly sent: unknown[][] = []
	readonly mainFrame = mainFrame()
	reloads = 0
	crashes = 0
	destroyed = false
	openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' })

	send(...args: unknown[]) {
		this.sent.push(args)
	}
	isDestroyed() {
		return this.destroyed
	}
	reload() {
		this.reloads++
	}
	forcefullyCrashRenderer() {
		this.crashes++
	}
	setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
		this.openHandler = handler
	}
	/** Emits an event that can be refused. @returns whether it was */
	refuses(name: string, details: object = {}): boolean {
		const event = {
			defaultPrevented: false,
			preventDefault() {
				this.defaultPrevented = true
			},
			...details,
		}
		this.emit(name, event)
		return event.defaultPrevented
	}
}

export class FakeWindow extends EventEmitter {
	readonly webContents = new FakeContents()
	bounds = { x: 10, y: 20, width: 900, height: 700 }
	state: 'normal' | 'maximised' | 'minimised' | 'full-screen' = 'normal'

	isDestroyed() {
		return this.webContents.destroyed
	}
	isMinimized() {
		return this.state === 'minimised'
	}
	isMaximized() {
		return this.state === 'maximised'
	}
	isFullScreen() {
		return this.state === 'full-screen'
	}
	getNormalBounds() {
		return { ...this.bounds }
	}
}

// The fakes have the members that the code under test uses, and no others.
export const asContents = (fake: FakeContents) => fake as unknown as WebContents
export const asWindow = (fake: FakeWindow) => fake as unknown as BrowserWindow
export const asFrame = (fake: FakeFrame | null) => fake as unknown as WebFrameMain | null
