/** Who may come in: the right Host, the right Origin, the right token. Files and the WebSocket ask the same gate. */
import { hostAndPort } from './loopback.ts'
import { makeTickets, sameSecret, type Tickets } from './secrets.ts'

export interface GateOptions {
	/** The loopback address listened at, and its port. */
	address: string
	port: number
	token: string
	/** Origin of a development server that serves the renderer with hot reload, e.g. `http://127.0.0.1:5173`. */
	devOrigin?: string | undefined
}

export interface Gate {
	/** A browser that was led here by a foreign name (DNS rebinding) names that in its Host header. */
	rightHost(host: string | undefined): boolean
	/** Pages of other origins are refused even when the browser sends our cookie along. */
	rightOrigin(origin: string | undefined): boolean
	/** @param header the Cookie header. */
	rightCookie(header: string | undefined): boolean
	/** @param secret what stands after `?token=`: the token, or a ticket, which is used up by this. */
	rightToken(secret: string): boolean
	/** The Set-Cookie header of those who came with the right token. */
	readonly setCookie: string
	readonly tickets: Tickets
}

/** @returns the values of the cookies called `name`; a browser may send several. */
function cookiesNamed(name: string, header: string): string[] {
	return header
		.split(';')
		.map((pair) => pair.trim())
		.filter((pair) => pair.startsWith(`${name}=`))
		.map((pair) => pair.slice(name.length + 1))
}

/** @returns the gate of one server. */
export function makeGate({ address, port, token, devOrigin }: GateOptions): Gate {
	const hosts = new Set(['127.0.0.1', 'localhost', '::1', address].map((name) => hostAndPort(name, port)))
	const origins = new Set([...hosts].map((host) => `http://${host}`))
	// The development server passes /rpc on with the Host that the browser sent.
	if (devOrigin) {
		hosts.add(new URL(devOrigin).host)
		origins.add(devOrigin)
	}
	// Cookies are not kept apart by port: two servers on one machine would overwrite each other's.
	const name = `parallax-${port}`
	const tickets = makeTickets()
	return {
		rightHost: (host) => host !== undefined && hosts.has(host.toLowerCase()),
		rightOrigin: (origin) => origin !== undefined && origins.has(origin),
		rightCookie: (header) =>
			header !== undefined && cookiesNamed(name, header).some((value) => sameSecret(value, token)),
		rightToken: (secret) => sameSecret(secret, token) || tickets.redeem(secret),
		setCookie: `${name}=${token}; Path=/; HttpOnly; SameSite=Strict`,
		tickets,
	}
}
