/** Whose a connection is, as far as its address says. */
import { isIPv6, type Socket } from 'node:net'

/**
 * @returns the address that is counted: IPv4 also where it comes dressed as IPv6; of IPv6 the first half, because a device makes
 *   itself as many of the second as it likes
 */
export function countedAddress(address = ''): string {
	const bare = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
	if (!isIPv6(bare)) return bare
	const [head = '', tail] = bare.split('::')
	const left = head ? head.split(':') : []
	const right = tail ? tail.split(':') : []
	const zeros = tail === undefined ? [] : new Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
	return [...left, ...zeros, ...right].slice(0, 4).join(':')
}

export const addressOf = (socket: Pick<Socket, 'remoteAddress'>): string => countedAddress(socket.remoteAddress)

/** How many of something each address has now. */
export function makeCounter() {
	const counts = new Map<string, number>()
	let total = 0
	return {
		of: (address: string): number => counts.get(address) ?? 0,
		total: (): number => total,
		add(address: string): void {
			counts.set(address, (counts.get(address) ?? 0) + 1)
			total += 1
		},
		remove(address: string): void {
			const left = (counts.get(address) ?? 0) - 1
			if (left > 0) counts.set(address, left)
			else counts.delete(address)
			total -= 1
		},
	}
}
