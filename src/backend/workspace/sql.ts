/** Statements of the workspace's database, prepared once each. */
import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite'

export type Row = Record<string, SQLOutputValue>

export class Sql {
	readonly #database: DatabaseSync
	readonly #statements = new Map<string, StatementSync>()

	constructor(database: DatabaseSync) {
		this.#database = database
	}

	/** @returns the rows, as plain objects: node:sqlite's have no prototype, and the contract's encoder wants one. */
	all(sql: string, ...values: SQLInputValue[]): Row[] {
		return this.#statement(sql)
			.all(...values)
			.map((row) => ({ ...row }))
	}

	/** @returns the rows one after the other; until the last one nothing else may be asked with the same words. */
	each(sql: string, ...values: SQLInputValue[]): Iterable<Row> {
		return this.#statement(sql).iterate(...values) as Iterable<Row>
	}

	run(sql: string, ...values: SQLInputValue[]) {
		return this.#statement(sql).run(...values)
	}

	/** All of it or nothing. */
	transaction<T>(work: () => T): T {
		this.#database.exec('BEGIN IMMEDIATE')
		try {
			const result = work()
			this.#database.exec('COMMIT')
			return result
		} catch (error) {
			this.#database.exec('ROLLBACK')
			throw error
		}
	}

	#statement(sql: string): StatementSync {
		let statement = this.#statements.get(sql)
		if (!statement) {
			statement = this.#database.prepare(sql)
			this.#statements.set(sql, statement)
		}
		return statement
	}
}
