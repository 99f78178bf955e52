/** Pictures of cards. */
import { Failure } from '../failure.ts'
import type { Row, Sql } from '../workspace/sql.ts'
import { mediaNamed } from './transfer/media-refs.ts'

/** @throws Failure when there is none of this name */
export function media(sql: Sql, name: string): { mediaType: string; content: string } {
	const [row] = sql.all('SELECT type, bytes FROM media WHERE name = ?', name)
	if (!(row?.bytes instanceof Uint8Array))
		throw new Failure('NOT_FOUND', 'This picture is not there.', 'Import its cards again, with their media.')
	return { mediaType: String(row.type), content: Buffer.from(row.bytes).toString('base64') }
}

/** Deletes those of these pictures that nothing shows any more: no note, also none in the trash, no note type, no way back. */
export function dropUnshown(sql: Sql, names: Iterable<string>): void {
	const gone = new Set(names)
	if (!gone.size) return
	for (const text of texts(sql)) for (const name of [text.trim(), ...mediaNamed(text)]) gone.delete(name)
	for (const name of gone) sql.run('DELETE FROM media WHERE name = ?', name)
}

/** @returns names of the pictures that the fields of these notes may show. */
export const shownBy = (notes: Iterable<Row>): Set<string> =>
	// A template may put a name that is a whole field into its own markup.
	new Set([...fieldsOf(notes)].flatMap((field) => [field.trim(), ...mediaNamed(field)]))

function* texts(sql: Sql): Generator<string> {
	yield* fieldsOf(sql.each('SELECT fields FROM card_note'))
	for (const { templates, origin } of sql.all('SELECT templates, origin FROM note_type')) {
		for (const { front, back } of JSON.parse(String(templates)) as { front: string; back: string }[])
			yield* [front, back]
		// The names in a style.
		for (const [, name = ''] of String(origin ?? '').matchAll(/url\(\s*\\?["']?([^"')\\]+)/g)) yield name
	}
	yield* fieldsOf(
		sql.each(`SELECT row.value ->> '$.fields' AS fields FROM card_act, json_each(before, '$.parts') AS part,
			json_each(part.value, '$.rows') AS row WHERE part.value ->> '$.table' = 'card_note' AND fields IS NOT NULL`),
	)
}

function* fieldsOf(notes: Iterable<Row>): Generator<string> {
	for (const { fields } of notes) yield* JSON.parse(String(fields)) as string[]
}
