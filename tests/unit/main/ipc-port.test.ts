import { expect, it } from 'vitest'
import type { Bridge, Command } from '#contract/bridge.ts'
import { ipcPort, onCommand } from '#renderer/client/ipc-port.ts'

function fakeBridge() {
	const sent: string[] = []
	const messages: ((message: string) => void)[] = []
	const commands: ((command: Command) => void)[] = []
	const bridge: Bridge = {
		postMessage: (message) => sent.push(message),
		onMessage: (listener) => messages.push(listener),
		onCommand: (listener) => commands.push(listener),
	}
	return {
		bridge,
		sent,
		message: (text: string) => messages.forEach((listener) => void listener(text)),
		command: (name: Command) => commands.forEach((listener) => void listener(name)),
	}
}

it('is a port over the bridge', () => {
	const { bridge, sent, message } = fakeBridge()
	const port = ipcPort(bridge)
	const got: unknown[] = []
	let closed = false
	port.addEventListener('message', ({ data }) => got.push(data))
	port.addEventListener('close', () => {
		closed = true
	})
	port.postMessage('there')
	message('back')
	expect([sent, got, closed]).toEqual([['there'], ['back'], false])
})

it('hands commands on until it is told to stop', () => {
	const { bridge, command } = fakeBridge()
	const got: Command[] = []
	const stop = onCommand(bridge, (name) => got.push(name))
	command('search')
	stop()
	command('home')
	expect(got).toEqual(['search'])
})
