/** One session: from the moment the listener opens until it closes. Nothing of it is kept longer. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { makeBallots } from '#backend/classroom/ballots.ts'
import type { FromListener, ToListener } from '#backend/classroom/line.ts'
import { addressOf, makeCounter } from './addresses.ts'
import { broadcast } from './broadcast.ts'
import { makeDeviceCookies } from './device-cookies.ts'
import { makeDevices } from './devices.ts'
import { makeEntrance } from './entrance.ts'
import type { PageFile } from './files.ts'
import { serveFollower } from './follower.ts'
import type { Limits } from './limits.ts'
import { makePages } from './pages.ts'
import { makeBuckets } from './rates.ts'
import { countRefusals } from './refusals.ts'
import type { Room } from './room.ts'
import { soon } from './soon.ts'
import { serveUpgrades } from './upgrades.ts'

export interface SessionOptions {
	open: Extract<ToListener, { type: 'open' }>
	files: ReadonlyMap<string, PageFile>
	room: Room
	limits: Limits
	say: (message: FromListener) => void
}
export interface Session {
	port: number
	/** Sends what is on now to all. */
	show(change: 'same' | 'voters' | 'other'): void
	/** Ends every connection and frees the port. */
	close(): Promise<void>
}

/** Resolves once the session listens. @throws Node’s error where it cannot */
export async function openSession({ open, files, room, limits, say }: SessionOptions): Promise<Session> {
	const server = createServer({
		headersTimeout: limits.headers,
		requestTimeout: limits.request,
		connectionsCheckingInterval: 1000,
		keepAliveTimeout: 5000,
		maxHeaderSize: limits.headerSize,
	})
	// Also for what is read too slowly; sockets have a heartbeat instead.
	server.timeout = limits.request
	boundConnections(server, limits)
	const port = await listen(server, open)

	const entrance = makeEntrance(open.names, port)
	const cookies = makeDeviceCookies(port)
	const ballots = makeBallots()
	const tallies = soon(limits.tallies, () => {
		for (const count of ballots.changed()) say({ type: 'tally', ...count })
	})
	const counts = soon(limits.counts, () => say({ type: 'followers', ...devices.counts(), refused: refused.list() }))
	const refused = countRefusals(counts.wake)
	const devices = makeDevices(limits, counts.wake)
	const views = soon(limits.voters, () => broadcast(devices.sockets(), room.message(), limits.waiting))
	const wrongCodes = makeBuckets(limits.wrongCodes)
	const hall = { room, ballots, devices, refused, limits, code: open.code, voted: tallies.wake }

	const requests = makeBuckets(limits.requests)
	const mayAsk = (address: string) => requests(address).take()
	const pages = { files, entrance, cookies, room, isIn: devices.isIn, mayAsk, refused: refused.count }
	server.on('request', makePages(pages))
	const endSockets = serveUpgrades(server, {
		entrance,
		cookies,
		limits,
		refused,
		opened: (guest) => serveFollower({ ...guest, wrongCodes: wrongCodes(guest.address) }, hall),
	})
	return {
		port,
		show(change) {
			if (change === 'voters') views.wake()
			else if (change === 'other') views.now()
		},
		async close() {
			// Votes that were answered are counted.
			tallies.now()
			for (const each of [tallies, counts, views]) each.stop()
			const freed = new Promise((resolve) => server.close(resolve))
			endSockets()
			server.closeAllConnections()
			await freed
		},
	}
}

function listen(server: Server, { address, port }: SessionOptions['open']): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', reject)
		server.listen({ host: address, port, exclusive: true }, () => {
			server.off('error', reject)
			// Too many open files, say: whoever could not come in tries again.
			server.on('error', () => {})
			resolve((server.address() as AddressInfo).port)
		})
	})
}

/** Connections cost something before they have said a word. */
function boundConnections(server: Server, limits: Limits): void {
	const open = makeCounter()
	server.maxConnections = limits.connections
	server.on('connection', (socket: Socket) => {
		const address = addressOf(socket)
		if (open.of(address) >= limits.connectionsOfAddress) return void socket.destroy()
		open.add(address)
		socket.on('close', () => open.remove(address))
	})
}
