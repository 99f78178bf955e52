/** The way to the listener: addresses, codes, QR codes. */
import type { NetworkInterfaceInfo } from 'node:os'
import { create } from 'qrcode'
import { describe, expect, it } from 'vitest'
import { codeSigns, joinOf, makeCode, networkAddresses } from '#backend/classroom/join.ts'
import { RoomView } from '#contract/classroom/room.ts'

const info = (address: string, internal = false): NetworkInterfaceInfo => {
	const common = { address, netmask: '', mac: '', cidr: null, internal }
	return address.includes(':') ? { ...common, family: 'IPv6', scopeid: 0 } : { ...common, family: 'IPv4' }
}

/** The dark modules of a path that is made of bars, row by row. */
function darkIn(path: string, size: number): boolean[] {
	const dark = new Array<boolean>(size * size).fill(false)
	const rest = path.replace(/M(\d+) (\d+)h(\d+)v1H(\d+)z/g, (_, x, y, width, back) => {
		expect(back).toBe(x)
		for (let i = 0; i < Number(width); i++) dark[Number(y) * size + Number(x) + i] = true
		return ''
	})
	expect(rest).toBe('')
	return dark
}

describe('addresses of this computer', () => {
	it('has those first that a phone in the room most likely reaches', () => {
		const addresses = networkAddresses({
			lo: [info('127.0.0.1', true), info('::1', true)],
			docker0: [info('172.17.0.1')],
			'vEthernet (WSL)': [info('172.29.0.1')],
			utun3: [info('100.101.2.3')],
			wlan0: [info('fe80::1'), info('2001:db8::5'), info('fd00::5'), info('192.168.178.23')],
			eth0: [info('141.20.1.2')],
			eth1: [info('169.254.7.7')],
		})
		expect(addresses.map(({ address }) => address)).toEqual([
			'192.168.178.23',
			'141.20.1.2',
			'fd00::5',
			'2001:db8::5',
			'172.17.0.1',
			'172.29.0.1',
			'100.101.2.3',
		])
		expect(addresses[0]).toEqual({ address: '192.168.178.23', network: 'wlan0' })
	})

	it('has none where there is no network, and reads the real ones', () => {
		expect(networkAddresses({ lo: [info('127.0.0.1', true)] })).toEqual([])
		for (const { address } of networkAddresses()) expect(address).not.toMatch(/^(127\.|169\.254\.|fe80:|::1$)/)
	})
})

describe('a code', () => {
	it('has six signs that are not mistaken for one another, and is another one each time', () => {
		const codes = new Set(Array.from({ length: 200 }, makeCode))
		expect(codes.size).toBe(200)
		for (const code of codes) expect(code).toMatch(new RegExp(`^[${codeSigns}]{6}$`))
		expect(new Set([...codes].join('')).size).toBe(codeSigns.length)
		expect(codeSigns).not.toMatch(/[01258OILZSAEIOU]/)
	})
})

describe('how to follow', () => {
	it('is an address, its short form and a QR code of it', async () => {
		const join = await joinOf({ address: '192.168.178.23', port: 50_123, code: 'K3TXWM' })
		expect(RoomView.shape.join.parse(join)).toEqual(join)
		expect(join).toMatchObject({
			url: 'http://192.168.178.23:50123/?code=K3TXWM',
			short: '192.168.178.23:50123',
			code: 'K3TXWM',
		})
		const { modules } = create(join.url, { errorCorrectionLevel: 'M' })
		expect(join.qr.size).toBe(modules.size)
		expect(darkIn(join.qr.path, join.qr.size)).toEqual([...modules.data].map(Boolean))
	})

	it('has brackets around an address of IPv6', async () => {
		const { url } = await joinOf({ address: 'fd00::5', port: 80, code: 'K3TXWM' })
		expect(new URL(url).searchParams.get('code')).toBe('K3TXWM')
		expect(url).toContain('http://[fd00::5]:80/')
	})
})
