/** The part of Electron between main and a window: one WebContents, and the real preload of a document inside it. */
import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { vi } from 'vitest'
import type { Bridge } from '#contract/bridge.ts'

export const appOrigin = 'app://parallax'

export interface FakeFrame {
	frameToken: string
	origin: string
	parent: FakeFrame | null
	detached: boolean
}

export interface FakeWindow {
	contents: WebContents
	mainFrame: FakeFrame
	/** Loads a document: runs the preload, and gives what it puts into the page. */
	loadDocument(): Promise<Bridge>
	/** Sends ipc arguments as some frame would; null is a frame that is gone. */
	sendFrom(frame: FakeFrame | null, ...args: unknown[]): void
	/** Listens to what main sends to the document with this id. */
	hear(documentId: string, take: (text: string) => void): void
	emit(event: 'did-navigate' | 'render-process-gone' | 'destroyed'): void
}

const channel = 'parallax:port'

/** @returns a window whose ipc values are cloned and arrive later, as between processes. */
export function fakeWindow(): FakeWindow {
	const mainFrame: FakeFrame = { frameToken: 'main', origin: appOrigin, parent: null, detached: false }
	const page = new EventEmitter()
	const ipc = new EventEmitter()
	let destroyed = false
	const contents = Object.assign(new EventEmitter(), {
		ipc,
		mainFrame,
		isDestroyed: () => destroyed,
		send(to: string, ...args: unknown[]) {
			if (destroyed) throw new TypeError('Object has been destroyed')
			const cloned = structuredClone(args)
			setImmediate(() => page.emit(to, {}, ...cloned))
		},
	})
	const sendFrom = (frame: FakeFrame | null, ...args: unknown[]) => {
		const cloned = structuredClone(args)
		setImmediate(() => ipc.emit(channel, { senderFrame: frame }, ...cloned))
	}
	return {
		contents: contents as unknown as WebContents,
		mainFrame,
		sendFrom,
		async loadDocument() {
			const loaded = Promise.withResolvers<Bridge>()
			vi.resetModules()
			vi.doMock('electron', () => ({
				contextBridge: { exposeInMainWorld: (_name: string, bridge: Bridge) => loaded.resolve(bridge) },
				ipcRenderer: {
					send: (to: string, ...args: unknown[]) => {
						if (to === channel) sendFrom(mainFrame, ...args)
					},
					on: (from: string, listener: (...args: unknown[]) => void) => page.on(from, listener),
				},
			}))
			await import('../../../src/preload/index.ts')
			vi.doUnmock('electron')
			return await loaded.promise
		},
		hear(documentId, take) {
			page.on(channel, (_event, id: string, text: string) => {
				if (id === documentId) take(text)
			})
		},
		emit(event) {
			if (event === 'destroyed') destroyed = true
			contents.emit(event)
		},
	}
}
