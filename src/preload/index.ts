/** The thin bridge: text to the program and back on one fixed channel, menu commands on another. Nothing else crosses. */

import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge, Command, CommandChannel, PortChannel } from '#contract/bridge.ts'

const port: PortChannel = 'parallax:port'
const commands: CommandChannel = 'parallax:command'

// Names this document: request numbers start again in every document, so an answer meant for the one before a reload must not
// be taken for one of ours.
const documentId = crypto.randomUUID()

const bridge: Bridge = {
	postMessage: (message) => ipcRenderer.send(port, documentId, message),
	onMessage: (listener) => {
		ipcRenderer.on(port, (_event, id: string, message: string) => {
			if (id === documentId) listener(message)
		})
	},
	onCommand: (listener) => {
		ipcRenderer.on(commands, (_event, command: Command, path?: string) => listener(command, path))
	},
}

contextBridge.exposeInMainWorld('parallax', bridge)
