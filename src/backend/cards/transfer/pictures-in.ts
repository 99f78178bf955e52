/** Pictures of a file: which are taken in, and under what name. */
import { createHash } from 'node:crypto'
import type { Sql } from '../../workspace/sql.ts'
import { tooLarge } from './faults.ts'
import type { Incoming } from './incoming.ts'
import { limits } from './limits.ts'
import { pictureType } from './pictures.ts'

export interface Pictures {
	/** Those that are not there yet; their bytes are read again when they are kept, since all together may be large. */
	taken: { name: string; type: string; read: () => Buffer }[]
	/** New names of those whose name stands for another picture here. */
	renamed: Map<string, string>
}

/** @yields the share that has been looked at */
export function* picturesOf(incoming: Incoming, sql: Sql, file: string): Generator<number, Pictures> {
	const pictures: Pictures = { taken: [], renamed: new Map() }
	let bytesTaken = 0
	for (const [index, { name, read }] of incoming.media.entries()) {
		yield index / incoming.media.length
		const bytes = read()
		const type = pictureType(bytes)
		bytesTaken += bytes.length
		if (bytesTaken > limits.pictures) throw tooLarge(file, 'has more pictures than Parallax takes')
		if (!type || !name || name.length > 400 || /[\\/\p{Cc}]/u.test(name)) {
			incoming.warnings.add('Media files that are not pictures, left out: #.')
			continue
		}
		const there = bytesOf(sql, name)
		if (!there) pictures.taken.push({ name, type, read })
		else if (!there.equals(bytes)) {
			const other = otherName(name, bytes)
			pictures.renamed.set(name, other)
			if (!bytesOf(sql, other)) pictures.taken.push({ name: other, type, read })
		}
	}
	return pictures
}

function bytesOf(sql: Sql, name: string): Buffer | undefined {
	const bytes = sql.all('SELECT bytes FROM media WHERE name = ?', name)[0]?.bytes
	return bytes instanceof Uint8Array ? Buffer.from(bytes) : undefined
}

/** `cat.jpg` → `cat-1a2b3c4d.jpg`, as Anki does it. */
function otherName(name: string, bytes: Buffer): string {
	const hash = createHash('sha1').update(bytes).digest('hex').slice(0, 8)
	const dot = name.lastIndexOf('.')
	return dot > 0 ? `${name.slice(0, dot)}-${hash}${name.slice(dot)}` : `${name}-${hash}`
}
