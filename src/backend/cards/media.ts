/** Pictures of cards. */
import { Failure } from '../failure.ts'
import type { Sql } from '../workspace/sql.ts'

/** @throws Failure when there is none of this name */
export function media(sql: Sql, name: string): { mediaType: string; content: string } {
	const [row] = sql.all('SELECT type, bytes FROM media WHERE name = ?', name)
	if (!(row?.bytes instanceof Uint8Array))
		throw new Failure('NOT_FOUND', 'This picture is not there.', 'Import its cards again, with their media.')
	return { mediaType: String(row.type), content: Buffer.from(row.bytes).toString('base64') }
}
