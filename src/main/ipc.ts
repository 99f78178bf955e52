/** The IPC adapter: binds a window to the contract. Only text of the app's own main frame gets through. */

import type { WebContents } from 'electron'
import type { Backend } from '#backend/index.ts'
import type { CommandChannel, PortChannel } from '#contract/bridge.ts'
import { documentConnections } from './document-connections.ts'
import { isTrustedSender, readPortMessage } from './sender.ts'

export const portChannel: PortChannel = 'parallax:port'
export const commandChannel: CommandChannel = 'parallax:command'

/**
 * Answers a window's messages for as long as it lives.
 * @param own the origins that are the app's
 * @param refused told about each message that is not answered, with the reason
 */
export function bindContents(
	contents: WebContents,
	backend: Promise<Pick<Backend, 'connect'>>,
	own: ReadonlySet<string>,
	refused: (reason: string) => void,
): void {
	const connections = documentConnections(backend, (id, text) => {
		if (!contents.isDestroyed()) contents.send(portChannel, id, text)
	})
	contents.ipc.on(portChannel, (event, ...args: unknown[]) => {
		if (!isTrustedSender(event.senderFrame, contents, own)) return refused('it did not come from the app’s own page')
		const message = readPortMessage(args)
		if (!message) return refused('it is not a message of the contract')
		connections.receive(message.documentId, message.text)
	})
	contents.on('did-navigate', () => connections.navigated())
	contents.on('render-process-gone', () => connections.close())
	contents.on('destroyed', () => connections.close())
}
