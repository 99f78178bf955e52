/** Small pictures of every kind, written byte by byte. */
import { deflateSync } from 'node:zlib'

const u16 = (value: number) => [value & 255, value >> 8]
const ascii = (text: string) => [...Buffer.from(text, 'latin1')]

function crc(bytes: Uint8Array): number {
	let sum = 0xffffffff
	for (const byte of bytes) {
		sum ^= byte
		for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
	}
	return ~sum >>> 0
}

/** @returns a PNG of one colour that any viewer shows */
export function png(width = 4, height = 3, [red, green, blue] = [134, 72, 10]): Buffer {
	const header = Buffer.alloc(13)
	header.writeUInt32BE(width, 0)
	header.writeUInt32BE(height, 4)
	header.set([8, 2], 8)
	const row = Buffer.from([0, ...Array.from({ length: width }, () => [red ?? 0, green ?? 0, blue ?? 0]).flat()])
	const chunk = (name: string, content: Uint8Array) => {
		const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
		const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
		length.writeUInt32BE(content.length)
		sum.writeUInt32BE(crc(named))
		return Buffer.concat([length, named, sum])
	}
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))),
		chunk('IEND', Buffer.alloc(0)),
	])
}

/** As much of the other kinds as says what they are: 640 × 480. */
export const beginnings = {
	'image/gif': Buffer.from([...ascii('GIF89a'), ...u16(640), ...u16(480), 0, 0, 0]),
	'image/jpeg': Buffer.from([
		...ascii('\xff\xd8\xff\xe0\x00\x10JFIF\x00'),
		...Array.from({ length: 9 }, () => 0),
		...ascii('\xff\xff\xc2\x00\x11\x08\x01\xe0\x02\x80\x03'),
	]),
	'image/webp': Buffer.from([
		...ascii('RIFF\x20\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00'),
		...[0x7f, 2, 0, 0xdf, 1, 0],
	]),
} as const
export const lossyWebp = Buffer.from([
	...ascii('RIFF\x20\x00\x00\x00WEBPVP8 \x0a\x00\x00\x00\x00\x00\x00\x9d\x01\x2a'),
	...[...u16(640), ...u16(480)],
])
export const losslessWebp = Buffer.from([
	...ascii('RIFF\x20\x00\x00\x00WEBPVP8L\x0a\x00\x00\x00\x2f'),
	...[0x7f, 0xc2, 0x77, 0x00],
])
