/** How a device finds the listener: this computer’s addresses, a code, and both as a QR code. */
import { randomInt } from 'node:crypto'
import { BlockList } from 'node:net'
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'
import type { Following } from '#contract/classroom/classroom.ts'
import type { RoomView } from '#contract/classroom/room.ts'
import { hostAndPort } from '../web/host-and-port.ts'

type Join = NonNullable<RoomView['join']>

/**
 * Letters and digits that are told apart from the last row: of 0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V one at most. Without vowels no code
 * spells a word. 21 signs, so 86 million codes.
 */
export const codeSigns = 'BCDFGHJKMNPQRTVWXY347'
const codeLength = 6

/** @returns what a device has to say to be let in; good for one session */
export const makeCode = (): string =>
	Array.from({ length: codeLength }, () => codeSigns[randomInt(codeSigns.length)]).join('')

/** @returns how to follow, as the room is shown it */
export async function joinOf({ address, port, code }: { address: string; port: number; code: string }): Promise<Join> {
	const short = hostAndPort(address, port)
	const url = `http://${short}/?code=${code}`
	return { url, short, code, qr: await qrOf(url) }
}

/** Loaded when first needed: few sessions have followers. */
async function qrOf(text: string): Promise<Join['qr']> {
	const { create } = await import('qrcode')
	const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
	let path = ''
	for (let y = 0; y < size; y++) {
		for (let x = 0; x < size; x++) {
			const from = x
			while (x < size && data[y * size + x]) x++
			if (x > from) path += `M${from} ${y}h${x - from}v1H${from}z`
		}
	}
	return { size, path }
}

/** Where a room’s devices usually are; an address from outside these is rarely reached from the room. */
const privateRanges = new BlockList()
privateRanges.addSubnet('10.0.0.0', 8)
privateRanges.addSubnet('172.16.0.0', 12)
privateRanges.addSubnet('192.168.0.0', 16)
privateRanges.addSubnet('fc00::', 7, 'ipv6')

/** Devices of the neighbours never see these: they belong to this computer’s own links, or need a zone that no phone can type. */
const linkLocal = new BlockList()
linkLocal.addSubnet('169.254.0.0', 16)
linkLocal.addSubnet('fe80::', 10, 'ipv6')

/** Networks between this computer and machines inside it, or far away: containers, virtual machines, tunnels. */
const virtual =
	/^(docker|br-|veth|virbr|vmnet|vboxnet|lxc|lxd|cni|flannel|podman|tun|tap|utun|wg|zt|tailscale|ppp|awdl|llw)|virtual|vethernet|vmware|hyper-v|wsl|loopback/i

/**
 * @param found for tests: this computer’s own otherwise
 * @returns addresses of this computer in its networks, the likeliest to be reached from the room first
 */
export function networkAddresses(
	found: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces(),
): Following['addresses'] {
	const addresses = Object.entries(found).flatMap(([network, infos = []]) =>
		infos.flatMap(({ address, family, internal }) => {
			const kind = family === 'IPv6' ? 'ipv6' : 'ipv4'
			if (internal || linkLocal.check(address, kind)) return []
			const unlikely = [virtual.test(network), kind === 'ipv6', !privateRanges.check(address, kind)]
			return [
				{ address, network: network.slice(0, 500), rank: unlikely.reduce((sum, each) => sum * 2 + Number(each), 0) },
			]
		}),
	)
	return addresses.sort((a, b) => a.rank - b.rank).map(({ address, network }) => ({ address, network }))
}
