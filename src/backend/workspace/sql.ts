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

	/** @returns the rows as lists of their columns, for thousands of them: a third of the time. */
	lists(sql: string, ...values: SQLInputValue[]): SQLOutputValue[][] {
		const statement = this.#statement(sql)
		statement.setReturnArrays(true)
		try {
			return statement.all(...values) as unknown as SQLOutputValue[][]
		} finally {
			statement.setReturnArrays(false)
		}
	}

	run(sql: string, ...values: SQLInputValue[]) {
		return this.#statement(sql).run(...values)
	}

	/** All of it or nothing; within a transaction, a part of that one. */
	transaction<T>(work: () => T): T {
		if (this.#database.isTransaction) return work()
		this.begin()
		try {
			const result = work()
			this.commit()
			return result
		} catch (error) {
			this.rollBack()
			throw error
		}
	}

	/** Begins a transaction that takes many turns; nobody else may use this connection meanwhile. */
	begin = () => this.#database.exec('BEGIN IMMEDIATE')
	commit = () => this.#database.exec('COMMIT')
	rollBack = () => this.#database.exec('ROLLBACK')

	#statement(sql: string): StatementSync {
		let statement = this.#statements.get(sql)
		if (!statement) {
			statement = this.#database.prepare(sql)
			this.#statements.set(sql, statement)
		}
		return statement
	}
}
