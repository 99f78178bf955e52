/** The workspace's schema, step by step. A step, once released, is never changed: what is wrong in it is mended by the next. */
export const migrations: readonly { version: number; sql: string }[] = [
	{
		version: 1,
		sql: `
			CREATE TABLE setting (
				key   TEXT PRIMARY KEY,
				value TEXT NOT NULL CHECK (json_valid(value))
			) STRICT, WITHOUT ROWID;

			CREATE TABLE reading_position (
				pane     TEXT PRIMARY KEY,
				block    TEXT NOT NULL,
				fraction REAL NOT NULL CHECK (fraction BETWEEN 0 AND 1),
				at       INTEGER NOT NULL
			) STRICT, WITHOUT ROWID;
			CREATE INDEX reading_position_at ON reading_position (at);

			CREATE TABLE visit (
				id         INTEGER PRIMARY KEY,
				address    TEXT NOT NULL,
				title      TEXT NOT NULL,
				kind       TEXT NOT NULL CHECK (kind IN ('comparison', 'document')),
				at         INTEGER NOT NULL,
				-- Set when the reader empties the history: the trash, kept for 30 days.
				cleared_at INTEGER
			) STRICT;
			CREATE INDEX visit_address ON visit (address, at);
			CREATE INDEX visit_at ON visit (at) WHERE cleared_at IS NULL;
		`,
	},
	{
		version: 2,
		sql: `
			CREATE TABLE recent_search (
				id         INTEGER PRIMARY KEY,
				query      TEXT NOT NULL,
				at         INTEGER NOT NULL,
				cleared_at INTEGER
			) STRICT;
			CREATE INDEX recent_search_query ON recent_search (query);
		`,
	},
	{
		version: 3,
		sql: `
			CREATE TABLE place_read (
				id         INTEGER PRIMARY KEY,
				pane       TEXT NOT NULL,
				section    TEXT NOT NULL,
				block      TEXT NOT NULL,
				at         INTEGER NOT NULL,
				-- As in visit: cleared with it.
				cleared_at INTEGER
			) STRICT;
			CREATE UNIQUE INDEX place_read_section ON place_read (pane, section) WHERE cleared_at IS NULL;
			CREATE INDEX place_read_cleared ON place_read (cleared_at) WHERE cleared_at IS NOT NULL;
		`,
	},
]

/** The version that this program writes. */
export const currentVersion = migrations.at(-1)?.version ?? 0
