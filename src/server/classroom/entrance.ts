/** Under which names the listener is asked for: a page of another origin, or one led here by a foreign name, is sent away. */
import { hostAndPort } from '../loopback.ts'

export interface Entrance {
	/** A browser that was led here by a foreign name (DNS rebinding) says that name in its Host header. */
	rightHost(host: string | undefined): boolean
	/** Pages of other origins are refused although the browser may send our cookie along. */
	rightOrigin(origin: string | undefined): boolean
}

export function makeEntrance(names: readonly string[], port: number): Entrance {
	const hosts = new Set(names.map((name) => hostAndPort(name, port).toLowerCase()))
	// Browsers leave out the port that is usual.
	if (port === 80) for (const host of [...hosts]) hosts.add(host.replace(/:80$/, ''))
	return {
		rightHost: (host) => host !== undefined && hosts.has(host.toLowerCase()),
		rightOrigin: (origin) => origin?.startsWith('http://') === true && hosts.has(origin.slice(7)),
	}
}
