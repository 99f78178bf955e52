/** What the reader keeps: settings, reading positions, history. Every write is on disk when its method returns. */
import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite'
import { defaultSettings, type PlaceRead, type ReadingPosition, Settings, type Visit } from '#contract/workspace.ts'
import { Failure } from '../failure.ts'

const trashDays = 30
/** Sections of a pane that are remembered. */
const placesKept = 20
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

	/** Notes a passage that was stayed at; the last one of its section stands for the section. */
	stay(place: Omit<PlaceRead, 'at'>, at = Date.now()): PlaceRead {
		const { pane, section, block } = place
		this.#transaction(() => {
			this.#run(
				`INSERT INTO place_read (pane, section, block, at) VALUES (?, ?, ?, ?)
				 ON CONFLICT (pane, section) WHERE cleared_at IS NULL DO UPDATE SET block = excluded.block, at = excluded.at`,
				pane,
				section,
				block,
				at,
			)
			this.#run(
				`DELETE FROM place_read WHERE pane = ?1 AND cleared_at IS NULL AND id NOT IN (
					SELECT id FROM place_read WHERE pane = ?1 AND cleared_at IS NULL ORDER BY at DESC, id DESC LIMIT ?2)`,
				pane,
				placesKept,
			)
		})
		return { ...place, at }
	}

	/** @returns where in these panes the reader stayed, newest first. */
	places(panes: readonly string[]): PlaceRead[] {
		return this.#all(
			`SELECT pane, section, block, at FROM place_read
			 WHERE cleared_at IS NULL AND pane IN (SELECT value FROM json_each(?)) ORDER BY at DESC, id DESC`,
			JSON.stringify(panes),
		) as PlaceRead[]
	}

	/** Puts the history into the trash, and the places with it. @returns a token with which it can be taken out again. */
	clearHistory(now = Date.now()): { token: number; cleared: number } {
		return this.#transaction(() => {
			// Two clearings within a millisecond must not share a token.
			const [{ last } = { last: 0 }] = this.#all(
				'SELECT max(cleared_at) AS last FROM (SELECT cleared_at FROM visit UNION ALL SELECT cleared_at FROM place_read)',
			)
			const token = Math.max(now, Number(last ?? 0) + 1)
			const { changes } = this.#run('UPDATE visit SET cleared_at = ? WHERE cleared_at IS NULL', token)
			this.#run('UPDATE place_read SET cleared_at = ? WHERE cleared_at IS NULL', token)
			return { token, cleared: Number(changes) }
		})
	}

	/** @throws Failure when nothing was cleared under this token in the last 30 days */
	restoreHistory(token: number): { restored: number } {
		return this.#transaction(() => {
			const { changes } = this.#run('UPDATE visit SET cleared_at = NULL WHERE cleared_at = ?', token)
			// Where a section was read again since, the newer place stands and the older one has had its time.
			const again = this.#run(
				`DELETE FROM place_read AS old WHERE cleared_at = ? AND EXISTS (
					SELECT 1 FROM place_read WHERE pane = old.pane AND section = old.section AND cleared_at IS NULL)`,
				token,
			)
			const places = this.#run('UPDATE place_read SET cleared_at = NULL WHERE cleared_at = ?', token)
			if (!changes && !again.changes && !places.changes)
				throw new Failure(
					'NOT_FOUND',
					'This history is not in the trash any more.',
					'What is cleared is kept for 30 days.',
				)
			return { restored: Number(changes) }
		})
	}

	/** Deletes what has been in the trash for 30 days. */
	emptyTrash(now = Date.now()): void {
		this.#run('DELETE FROM visit WHERE cleared_at < ?', now - trashDays * day)
		this.#run('DELETE FROM place_read WHERE cleared_at < ?', now - trashDays * day)
	}

	/** @returns how many rows each table has, for the diagnostic report. */
	counts(): Record<string, number> {
		const tables = ['setting', 'reading_position', 'visit', 'place_read']
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
	#transaction<T>(work: () => T): T {
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
}
