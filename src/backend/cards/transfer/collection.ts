/** The database inside a package, opened so that nothing in it can run: it was written by others. */
import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from 'node:sqlite'
import { damaged, reading, tooNew } from './faults.ts'

export type ForeignRow = Record<string, SQLOutputValue>

/**
 * Newer collections sort names by `unicase`, which only Anki has, and SQLite does not even list tables whose keys want it. In this copy
 * they sort by bytes; nothing is looked up by name here, so it makes no difference which.
 */
function withoutUnicase(path: string): string {
	const database = new DatabaseSync(path, { defensive: false, enableForeignKeyConstraints: false })
	try {
		database.exec(`PRAGMA trusted_schema = OFF; PRAGMA synchronous = OFF; PRAGMA writable_schema = ON;
			UPDATE sqlite_schema SET sql = replace(sql, 'unicase', 'binary') WHERE sql LIKE '%unicase%'`)
	} finally {
		database.close()
	}
	return path
}

const shared = ['col', 'notes', 'cards', 'revlog']
const newer = ['notetypes', 'fields', 'templates', 'decks', 'config']

export class ForeignCollection {
	/** 11 has everything in one row of JSON, 15 and later in tables. */
	readonly schema: 11 | 18
	readonly #database: DatabaseSync
	readonly #name: string

	/**
	 * @param path of a copy that may be changed
	 * @param name of the package as people know it
	 * @throws Failure when it is no collection of Anki, damaged or too new
	 */
	constructor(path: string, name: string) {
		this.#name = name
		this.#database = reading(
			name,
			'has a damaged collection inside',
			() =>
				new DatabaseSync(withoutUnicase(path), {
					readOnly: true,
					enableForeignKeyConstraints: false,
					allowExtension: false,
				}),
		)
		try {
			this.schema = reading(name, 'has a damaged collection inside', () => this.#checked())
		} catch (error) {
			this.close()
			throw error
		}
	}

	close(): void {
		this.#database.close()
	}

	/** @returns the rows, one at a time. Without an index: those of Anki want a collation that is not here. */
	*rows(columns: string, table: string, rest = '', ...values: SQLInputValue[]): Generator<ForeignRow> {
		try {
			const statement = this.#database.prepare(`SELECT ${columns} FROM ${table} NOT INDEXED ${rest}`)
			yield* statement.iterate(...values) as Iterable<ForeignRow>
		} catch (error) {
			throw damaged(this.#name, 'has a damaged collection inside', error)
		}
	}

	count = (table: string): number => Number([...this.rows('count(*) AS n', table)][0]?.n ?? 0)

	#checked(): 11 | 18 {
		this.#database.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA query_only = ON')
		const tables = new Map(
			this.#database
				.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table'")
				.all()
				.map(({ name, sql }) => [String(name), String(sql)]),
		)
		const version = tables.has('col') ? Number([...this.rows('ver', 'col', 'LIMIT 1')][0]?.ver) : 0
		if (version > 18) throw tooNew(this.#name)
		const schema = version >= 15 ? 18 : 11
		// Views and virtual tables by these names would run somebody else's query.
		for (const table of schema === 18 ? [...shared, ...newer] : shared)
			if (!/^\s*CREATE TABLE/i.test(tables.get(table) ?? ''))
				throw damaged(this.#name, 'has no collection of Anki inside')
		for (const table of shared) {
			const [result] = Object.values(this.#database.prepare(`PRAGMA quick_check(${table})`).get() ?? {})
			if (result !== 'ok') throw damaged(this.#name, 'has a damaged collection inside')
		}
		return schema
	}
}
