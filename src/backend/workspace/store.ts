/** What the reader keeps: settings, reading positions, history. Every write is on disk when its method returns. */
import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite'
import { defaultSettings, type ReadingPosition, Settings, type Visit } from '#contract/workspace.ts'
import { Failure } from '../failure.ts'

const trashDays = 30
const day = 24 * 60 * 60 * 1000
type Row = Record<string, SQLOutputValue>

export class Store {
	readonly #database: DatabaseSync
	readonly #statements = new Map<string, StatementSync>()

	constructor(database: DatabaseSync) {
		this.#database = database
	}

	/** @returns the settings; a stored value that this version does not understand gives way to its default. */
	settings(): Settings {
		const settings: Record<string, unknown> = { ...defaultSettings }
		for (const { key, value } of this.#all('SELECT key, value FROM setting')) {
			if (!Object.hasOwn(Settings.shape, String(key))) continue
			const parsed = Settings.shape[String(key) as keyof Settings].safeParse(JSON.parse(String(value)))
			if (parsed.success) settings[String(key)] = parsed.data
		}
		return settings as Settings
	}

	changeSettings(change: Partial<Settings>): Settings {
		this.#transaction(() => {
			for (const [key, value] of Object.entries(change))
				if (value !== undefined)
					this.#run(
						'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
						key,
						JSON.stringify(value),
					)
		})
		return this.settings()
	}

	position(pane: string): ReadingPosition | null {
		const row = this.#all('SELECT pane, block, fraction, at FROM reading_position WHERE pane = ?', pane)[0]
		return row ? (row as ReadingPosition) : null
	}

	savePosition(position: Omit<ReadingPosition, 'at'>, at = Date.now()): ReadingPosition {
		const { pane, block, fraction } = position
		this.#run(
			`INSERT INTO reading_position (pane, block, fraction, at) VALUES (?, ?, ?, ?)
			 ON CONFLICT (pane) DO UPDATE SET block = excluded.block, fraction = excluded.fraction, at = excluded.at`,
			pane,
			block,
			fraction,
			at,
		)
		return { ...position, at }
	}

	recentPositions(limit: number): ReadingPosition[] {
		return this.#all(
			'SELECT pane, block, fraction, at FROM reading_position ORDER BY at DESC LIMIT ?',
			limit,
		) as ReadingPosition[]
	}

	visit(visit: Pick<Visit, 'address' | 'title' | 'kind'>, at = Date.now()): Visit {
		const { address, title, kind } = visit
		const { lastInsertRowid } = this.#run(
			'INSERT INTO visit (address, title, kind, at) VALUES (?, ?, ?, ?)',
			address,
			title,
			kind,
			at,
		)
		return { id: Number(lastInsertRowid), ...visit, at }
	}

	history(limit: number): Visit[] {
		return this.#all(
			`SELECT max(id) AS id, address, title, kind, max(at) AS at FROM visit
			 WHERE cleared_at IS NULL GROUP BY address ORDER BY at DESC, id DESC LIMIT ?`,
			limit,
		) as Visit[]
	}

	/** Puts the history into the trash. @returns a token with which it can be taken out again. */
	clearHistory(now = Date.now()): { token: number; cleared: number } {
		// Two clearings within a millisecond must not share a token.
		const last = Number(this.#all('SELECT max(cleared_at) AS last FROM visit')[0]?.last ?? 0)
		const token = Math.max(now, last + 1)
		const { changes } = this.#run('UPDATE visit SET cleared_at = ? WHERE cleared_at IS NULL', token)
		return { token, cleared: Number(changes) }
	}

	/** @throws Failure when nothing was cleared under this token in the last 30 days */
	restoreHistory(token: number): { restored: number } {
		const { changes } = this.#run('UPDATE visit SET cleared_at = NULL WHERE cleared_at = ?', token)
		if (!changes)
			throw new Failure(
				'NOT_FOUND',
				'This history is not in the trash any more.',
				'What is cleared is kept for 30 days.',
			)
		return { restored: Number(changes) }
	}

	/** Deletes what has been in the trash for 30 days. */
	emptyTrash(now = Date.now()): void {
		this.#run('DELETE FROM visit WHERE cleared_at < ?', now - trashDays * day)
	}

	/** @returns how many rows each table has, for the diagnostic report. */
	counts(): Record<string, number> {
		const tables = ['setting', 'reading_position', 'visit']
		return Object.fromEntries(
			tables.map((table) => [table, Number(this.#all(`SELECT count(*) AS n FROM ${table}`)[0]?.n ?? 0)]),
		)
	}

	#all(sql: string, ...values: SQLInputValue[]): Row[] {
		// node:sqlite's rows have no prototype; the contract's encoder wants plain objects.
		return this.#statement(sql)
			.all(...values)
			.map((row) => ({ ...row }))
	}
	#run(sql: string, ...values: SQLInputValue[]) {
		return this.#statement(sql).run(...values)
	}
	#statement(sql: string): StatementSync {
		let statement = this.#statements.get(sql)
		if (!statement) {
			statement = this.#database.prepare(sql)
			this.#statements.set(sql, statement)
		}
		return statement
	}
	#transaction(work: () => void): void {
		this.#database.exec('BEGIN IMMEDIATE')
		try {
			work()
			this.#database.exec('COMMIT')
		} catch (error) {
			this.#database.exec('ROLLBACK')
			throw error
		}
	}
}
