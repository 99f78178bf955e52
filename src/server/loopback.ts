/** Which addresses are this computer and nothing else. */
import { BlockList, isIP } from 'node:net'

export { hostAndPort } from '#backend/web/host-and-port.ts'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/**
 * @param host an address as a person types it: `127.0.0.1`, `::1`, `[::1]`, `localhost`.
 * @returns the address to listen at, or null when it is not this computer alone. Other names are never looked up:
 *   what a name means is decided elsewhere and can change.
 */
export function loopbackAddress(host: string): string | null {
	const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase()
	if (bare === 'localhost') return '127.0.0.1'
	const family = isIP(bare)
	if (family === 0) return null
	return loopback.check(bare, family === 6 ? 'ipv6' : 'ipv4') ? bare : null
}
