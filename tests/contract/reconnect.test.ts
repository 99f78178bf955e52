/** A browser window whose host goes away and comes back: no call hangs, and the next ones go through. */
import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Client } from '#contract/index.ts'
import { createClient } from '#contract/port.ts'
import { openSocketPort, type SocketStatus } from '#renderer/client/socket-port.ts'
import { type RunningServer, startServer } from '#server/index.ts'
import { useProgram } from './support/program.ts'
import { transports } from './support/transports.ts'

/** For what is only waited for: a busy machine takes longer than the second that is usual. */
const patient = { timeout: 15_000 }

const inProcess = transports[0]
if (!inProcess) throw new Error('no transport')
const program = useProgram(inProcess)

it('gives up what was under way, says that it is lost, and goes on when the host is back', async () => {
	const start = (port?: number): Promise<RunningServer> =>
		startServer({ backend: program().backend, rendererDir: import.meta.dirname, env: {}, token: 'the-same', port })
	const first = await start()
	const { port } = first
	const headers = { Origin: `http://127.0.0.1:${port}`, Cookie: `parallax-${port}=the-same` }
	const line = openSocketPort(`ws://127.0.0.1:${port}/rpc`, {
		makeSocket: (address) =>
			new WebSocket(address, { headers }).on('error', () => {}) as unknown as globalThis.WebSocket,
	})
	const statuses: SocketStatus[] = []
	line.onStatus((status) => statuses.push(status))
	const client = createClient<Client>(line)

	const changes = await client.workspace.changes()
	const givenUp = expect(changes.next()).rejects.toThrow()
	await first.close()
	await givenUp
	await expect.poll(() => line.status, patient).toBe('lost')
	await expect(client.host.describe()).rejects.toThrow()

	const second = await start(port)
	line.retry()
	await expect.poll(() => client.host.describe().catch(() => null), patient).toMatchObject({ version: '1.2.3' })
	const again = await client.workspace.changes()
	const heard = again.next()
	await client.workspace.settings.change({ theme: 'dark' })
	expect(await heard).toMatchObject({ value: { what: 'settings' } })
	expect(statuses).toEqual(['open', 'lost', 'open'])
	line.close()
	await second.close()
})
