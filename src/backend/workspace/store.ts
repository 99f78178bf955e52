/** What the reader keeps: settings, reading positions, history. Every write is on disk when its method returns. */
import type { FilledIn, Gap } from '#contract/exports.ts'
import { defaultSettings, type PlaceRead, type ReadingPosition, Settings, type Visit } from '#contract/workspace.ts'
import type { Sql } from './sql.ts'
import { clear, restore } from './trash.ts'

type Filled = Pick<Gap, 'item' | 'field' | 'value'>

/** Sections of a pane that are remembered. */
const placesKept = 20

export class Store {
	readonly #sql: Sql

	constructor(sql: Sql) {
		this.#sql = sql
	}

	/** @returns the settings; a stored value that this version does not understand gives way to its default. */
	settings(): Settings {
		const settings: Record<string, unknown> = { ...defaultSettings }
		for (const { key, value } of this.#sql.all('SELECT key, value FROM setting')) {
			if (!Object.hasOwn(Settings.shape, String(key))) continue
			const parsed = Settings.shape[String(key) as keyof Settings].safeParse(JSON.parse(String(value)))
			if (parsed.success) settings[String(key)] = parsed.data
		}
		return settings as Settings
	}

	changeSettings(change: Partial<Settings>): Settings {
		this.#sql.transaction(() => {
			for (const [key, value] of Object.entries(change))
				if (value !== undefined)
					this.#sql.run(
						'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
						key,
						JSON.stringify(value),
					)
		})
		return this.settings()
	}

	position(pane: string): ReadingPosition | null {
		const row = this.#sql.all('SELECT pane, block, fraction, at FROM reading_position WHERE pane = ?', pane)[0]
		return row ? (row as ReadingPosition) : null
	}

	savePosition(position: Omit<ReadingPosition, 'at'>, at = Date.now()): ReadingPosition {
		const { pane, block, fraction } = position
		this.#sql.run(
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
		return this.#sql.all(
			'SELECT pane, block, fraction, at FROM reading_position ORDER BY at DESC LIMIT ?',
			limit,
		) as ReadingPosition[]
	}

	visit(visit: Pick<Visit, 'address' | 'title' | 'kind'>, at = Date.now()): Visit {
		const { address, title, kind } = visit
		const { lastInsertRowid } = this.#sql.run(
			'INSERT INTO visit (address, title, kind, at) VALUES (?, ?, ?, ?)',
			address,
			title,
			kind,
			at,
		)
		return { id: Number(lastInsertRowid), ...visit, at }
	}

	history(limit: number): Visit[] {
		return this.#sql.all(
			`SELECT max(id) AS id, address, title, kind, max(at) AS at FROM visit
			 WHERE cleared_at IS NULL GROUP BY address ORDER BY at DESC, id DESC LIMIT ?`,
			limit,
		) as Visit[]
	}

	/** Notes a passage that was stayed at; the last one of its section stands for the section. */
	stay(place: Omit<PlaceRead, 'at'>, at = Date.now()): PlaceRead {
		const { pane, section, block } = place
		this.#sql.transaction(() => {
			this.#sql.run(
				`INSERT INTO place_read (pane, section, block, at) VALUES (?, ?, ?, ?)
				 ON CONFLICT (pane, section) WHERE cleared_at IS NULL DO UPDATE SET block = excluded.block, at = excluded.at`,
				pane,
				section,
				block,
				at,
			)
			this.#sql.run(
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
		return this.#sql.all(
			`SELECT pane, section, block, at FROM place_read
			 WHERE cleared_at IS NULL AND pane IN (SELECT value FROM json_each(?)) ORDER BY at DESC, id DESC`,
			JSON.stringify(panes),
		) as PlaceRead[]
	}

	/** Puts the history into the trash, and the places with it. @returns a token with which both can be taken out again. */
	clearHistory = (now?: number) => clear(this.#sql, 'history', now)

	/** @throws Failure when nothing was cleared under this token in the last 30 days */
	restoreHistory = (token: number) => restore(this.#sql, 'history', token)

	/** @returns what references lack and the reader has filled in, by the item's id. */
	filledIn(): FilledIn {
		const all: FilledIn = {}
		for (const { item, field, value } of this.#sql.all('SELECT item, field, value FROM filled_in') as Filled[])
			all[item] = { ...all[item], [field]: value }
		return all
	}

	/** Keeps what a reference lacks; an empty value forgets it. @returns what was there before */
	fillIn({ item, field, value }: Filled): { value: string } {
		return this.#sql.transaction(() => {
			const before = this.#sql.all('SELECT value FROM filled_in WHERE item = ? AND field = ?', item, field)[0]
			this.#sql.run('DELETE FROM filled_in WHERE item = ? AND field = ?', item, field)
			if (value.trim()) this.#sql.run('INSERT INTO filled_in (item, field, value) VALUES (?, ?, ?)', item, field, value)
			return { value: String(before?.value ?? '') }
		})
	}

	/** @returns how many rows each table has, for the diagnostic report. */
	counts(): Record<string, number> {
		const tables = [
			'setting',
			'reading_position',
			'visit',
			'place_read',
			'recent_search',
			'annotation',
			'annotation_target',
			'filled_in',
			'presentation',
			'slide_image',
			'classroom_result',
		]
		return Object.fromEntries(
			tables.map((table) => [table, Number(this.#sql.all(`SELECT count(*) AS n FROM ${table}`)[0]?.n ?? 0)]),
		)
	}
}
