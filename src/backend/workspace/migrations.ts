import { cardsSchema } from '../cards/schema.ts'
import { classroomSchema } from '../classroom/schema.ts'

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
	{
		version: 4,
		sql: `
			-- Whoever uses this workspace, as the creator of what is made in it: an IRI that says nothing about them.
			CREATE TABLE reader (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
			INSERT INTO reader VALUES ('urn:uuid:' || lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' ||
				substr(hex(randomblob(2)), 2) || '-a' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))));

			CREATE TABLE annotation (
				number     INTEGER PRIMARY KEY,
				id         TEXT NOT NULL UNIQUE,
				-- The W3C annotation whole, with all that other programs have put into it.
				json       TEXT NOT NULL CHECK (json_valid(json)),
				created    INTEGER NOT NULL,
				modified   INTEGER NOT NULL,
				-- Set while it is in the trash.
				removed_at INTEGER
			) STRICT;
			CREATE INDEX annotation_removed ON annotation (removed_at) WHERE removed_at IS NOT NULL;

			-- The texts that annotations were made on: with the old text, a passage is found again in the new one.
			CREATE TABLE canonical_text (
				hash   TEXT PRIMARY KEY,
				source TEXT NOT NULL,
				text   TEXT NOT NULL
			) STRICT, WITHOUT ROWID;
			CREATE INDEX canonical_text_source ON canonical_text (source);

			CREATE TABLE annotation_target (
				annotation INTEGER NOT NULL REFERENCES annotation ON DELETE CASCADE,
				position   INTEGER NOT NULL,
				source     TEXT NOT NULL,
				start      INTEGER,
				end        INTEGER,
				state      TEXT NOT NULL CHECK (state IN ('anchored', 'review', 'orphan', 'detached')),
				proposal   TEXT CHECK (proposal IS NULL OR json_valid(proposal)),
				-- Hash of the text that the selector was made on, where that text is known.
				made_on    TEXT,
				-- Hash of the text that the state is true of; empty when the source was not there.
				checked    TEXT,
				PRIMARY KEY (annotation, position)
			) STRICT, WITHOUT ROWID;
			CREATE INDEX annotation_target_source ON annotation_target (source);

			-- Folded words, a row for the number of each annotation that is not in the trash. The words themselves stand in the annotation.
			CREATE VIRTUAL TABLE annotation_words USING fts5 (
				comment, tags, quotes, content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61'
			);
		`,
	},
	{
		version: 5,
		sql: `
			-- What the notebook has to know of it: a list of motivation, colour, relation and tags. Empty until it has been read.
			ALTER TABLE annotation ADD COLUMN noted TEXT CHECK (noted IS NULL OR json_valid(noted));

			-- Imports that can be taken back, as a whole, for 30 days.
			CREATE TABLE annotation_import (
				number INTEGER PRIMARY KEY AUTOINCREMENT,
				at     INTEGER NOT NULL,
				-- Whether it has been taken back.
				back   INTEGER NOT NULL DEFAULT 0 CHECK (back IN (0, 1))
			) STRICT;

			-- The other state of what an import has touched: as it was before, or, once it was taken back, as it was then.
			CREATE TABLE annotation_other (
				import     INTEGER NOT NULL REFERENCES annotation_import ON DELETE CASCADE,
				annotation INTEGER NOT NULL REFERENCES annotation ON DELETE CASCADE,
				there      INTEGER NOT NULL CHECK (there IN (0, 1)),
				-- Nothing where it says the same, there or not.
				kept       TEXT CHECK (kept IS NULL OR json_valid(kept)),
				PRIMARY KEY (import, annotation)
			) STRICT, WITHOUT ROWID;
			CREATE INDEX annotation_other_annotation ON annotation_other (annotation);
		`,
	},
	{
		version: 6,
		sql: `
			-- What references of the library lack and the reader has filled in.
			CREATE TABLE filled_in (
				item  TEXT NOT NULL,
				field TEXT NOT NULL,
				value TEXT NOT NULL,
				PRIMARY KEY (item, field)
			) STRICT, WITHOUT ROWID;
		`,
	},
	{
		version: 7,
		sql: `
			-- The reader's own templates of exports.
			CREATE TABLE template (
				id         TEXT PRIMARY KEY,
				title      TEXT NOT NULL,
				text       TEXT NOT NULL,
				-- The template that it is a copy of; it need not be there any more.
				based_on   TEXT,
				created    INTEGER NOT NULL,
				modified   INTEGER NOT NULL,
				-- Set while it is in the trash.
				removed_at INTEGER
			) STRICT;
		`,
	},
	{ version: 8, sql: cardsSchema },
	{ version: 9, sql: classroomSchema },
]

/** The version that this program writes. */
export const currentVersion = migrations.at(-1)?.version ?? 0
