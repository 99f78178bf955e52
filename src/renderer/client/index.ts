/** The window's line to the program: over the desktop's bridge where there is one, else over a WebSocket. */

import { shallowRef } from 'vue'
import type { Command } from '#contract/bridge.ts'
import { type Client, createClient } from '#contract/port.ts'
import { ipcPort, onCommand } from './ipc-port.ts'
import { openSocketPort, type SocketStatus, socketAddress } from './socket-port.ts'

/** How the line is; a bridge is always open. */
export const connection = shallowRef<SocketStatus>('connecting')

const bridge = window.parallax
const socket = bridge ? undefined : openSocketPort(socketAddress(location))
if (!socket) connection.value = 'open'
socket?.onStatus((status) => {
	connection.value = status
})

/** Asks the program; every method of the contract is here. */
export const client: Client = createClient<Client>(socket ?? ipcPort(bridge as NonNullable<typeof bridge>))

/** Tries a lost connection again at once. */
export const reconnect = (): void => socket?.retry()

/** Calls `handler` with each command of the system's menus, where the host has any. */
export function onMenuCommand(handler: (command: Command, path?: string) => void): void {
	if (bridge) onCommand(bridge, handler)
}
