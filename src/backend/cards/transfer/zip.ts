/**
 * Reads ZIP archives from disk, entry by entry (PKWARE APPNOTE 6.3.10). Every size is bounded and every checksum compared; fflate, which
 * writes ours, says nothing of checksums and encryption when it reads. Names are names here, never paths.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { crc32, inflateRawSync } from 'node:zlib'
import { damaged, tooLarge, unreadable } from './faults.ts'
import { limits, roomFor } from './limits.ts'

export interface ZipEntry {
	name: string
	method: number
	encrypted: boolean
	crc: number
	packed: number
	unpacked: number
	offset: number
}

const endLength = 22
const longestComment = 0xffff

export class Zip {
	readonly entries: ReadonlyMap<string, ZipEntry>
	readonly #file: number
	readonly #name: string
	readonly #length: number

	/**
	 * @param name of the file as people know it
	 * @throws Failure when it is no archive, damaged, or larger than is taken
	 */
	constructor(path: string, name: string) {
		this.#name = name
		this.#file = openSync(path, 'r')
		try {
			this.#length = fstatSync(this.#file).size
			this.entries = this.#directory()
		} catch (error) {
			this.close()
			throw error
		}
	}

	close(): void {
		closeSync(this.#file)
	}

	/**
	 * @param most bytes that it may unpack to
	 * @throws Failure when there is more, or what comes out is not what went in
	 */
	read(entry: ZipEntry, most: number): Buffer {
		const { method, packed, unpacked, crc } = entry
		if (entry.encrypted)
			throw unreadable(this.#name, 'is encrypted', 'Take the password off where it was made, and choose it again.')
		if (unpacked > roomFor(packed, most)) throw tooLarge(this.#name, 'unpacks to more than Parallax takes')
		const head = this.#bytes(entry.offset, 30)
		if (head.readUInt32LE(0) !== 0x04034b50) throw damaged(this.#name, 'is damaged')
		const content = this.#bytes(entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28), packed)
		const bytes = method === 0 ? content : method === 8 ? this.#inflated(content, unpacked) : undefined
		if (!bytes)
			throw unreadable(this.#name, 'is packed in a way that Parallax does not know', 'Export it again with Anki.')
		if (bytes.length !== unpacked || crc32(bytes) !== crc) throw damaged(this.#name, 'is damaged')
		return bytes
	}

	#inflated(content: Buffer, unpacked: number): Buffer {
		try {
			return inflateRawSync(content, { maxOutputLength: Math.max(1, unpacked) })
		} catch (error) {
			throw damaged(this.#name, 'is damaged', error)
		}
	}

	#bytes(at: number, length: number): Buffer {
		if (at < 0 || length < 0 || at + length > this.#length) throw damaged(this.#name, 'ends too early')
		const bytes = Buffer.alloc(length)
		for (let got = 0; got < length; ) {
			const more = readSync(this.#file, bytes, got, length - got, at + got)
			if (!more) throw damaged(this.#name, 'ends too early')
			got += more
		}
		return bytes
	}

	#directory(): Map<string, ZipEntry> {
		if (this.#length === 0) throw damaged(this.#name, 'is empty')
		if (this.#length < endLength) throw damaged(this.#name, 'ends too early')
		const tail = Math.min(this.#length, endLength + longestComment)
		const from = this.#length - tail
		const bytes = this.#bytes(from, tail)
		let at = tail - endLength
		while (at >= 0 && bytes.readUInt32LE(at) !== 0x06054b50) at--
		if (at < 0) {
			const begun = this.#bytes(0, 4).readUInt32LE(0) === 0x04034b50
			throw damaged(this.#name, begun ? 'ends too early' : 'is not a package of Anki')
		}
		let [count, length, offset] = [
			bytes.readUInt16LE(at + 10),
			bytes.readUInt32LE(at + 12),
			bytes.readUInt32LE(at + 16),
		]
		if (count === 0xffff || length === 0xffffffff || offset === 0xffffffff)
			[count, length, offset] = this.#largeEnd(from + at)
		if (count > limits.entries) throw tooLarge(this.#name, 'has more files inside than Parallax takes')
		return this.#listed(this.#bytes(offset, length), count)
	}

	/** The end of an archive of more than 65,535 files or 4 GB (Zip64). */
	#largeEnd(end: number): [number, number, number] {
		const locator = this.#bytes(end - 20, 20)
		if (locator.readUInt32LE(0) !== 0x07064b50) throw damaged(this.#name, 'is damaged')
		const record = this.#bytes(Number(locator.readBigUInt64LE(8)), 56)
		if (record.readUInt32LE(0) !== 0x06064b50) throw damaged(this.#name, 'is damaged')
		const [count, length, offset] = [32, 40, 48].map((at) => Number(record.readBigUInt64LE(at)))
		return [count ?? 0, length ?? 0, offset ?? 0]
	}

	#listed(list: Buffer, count: number): Map<string, ZipEntry> {
		const entries = new Map<string, ZipEntry>()
		for (let at = 0, n = 0; n < count; n++) {
			if (at + 46 > list.length || list.readUInt32LE(at) !== 0x02014b50) throw damaged(this.#name, 'is damaged')
			const [nameLength, extraLength] = [list.readUInt16LE(at + 28), list.readUInt16LE(at + 30)]
			const next = at + 46 + nameLength + extraLength + list.readUInt16LE(at + 32)
			if (next > list.length) throw damaged(this.#name, 'is damaged')
			const name = list.toString('utf8', at + 46, at + 46 + nameLength)
			const entry: ZipEntry = {
				name,
				method: list.readUInt16LE(at + 10),
				encrypted: (list.readUInt16LE(at + 8) & 1) === 1,
				crc: list.readUInt32LE(at + 16),
				packed: list.readUInt32LE(at + 20),
				unpacked: list.readUInt32LE(at + 24),
				offset: list.readUInt32LE(at + 42),
			}
			// Two files of one name: which of them is meant, nobody knows.
			if (entries.has(name)) throw damaged(this.#name, 'is damaged')
			entries.set(name, large(entry, list.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)))
			at = next
		}
		return entries
	}
}

/** Sizes that did not fit stand in an extra field, those alone and in this order. */
function large(entry: ZipEntry, extra: Buffer): ZipEntry {
	for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
		if (extra.readUInt16LE(at) !== 1) continue
		let value = at + 4
		for (const size of ['unpacked', 'packed', 'offset'] as const)
			if (entry[size] === 0xffffffff && value + 8 <= extra.length) {
				entry[size] = Number(extra.readBigUInt64LE(value))
				value += 8
			}
	}
	return entry
}
