/** Decks, notes, cards and reviews in the workspace's database. Part of a migration: once released, never changed. */
export const cardsSchema = `
	CREATE TABLE deck (
		id         INTEGER PRIMARY KEY,
		-- Levels apart by '::'.
		name       TEXT NOT NULL,
		-- The comparison whose cards it holds.
		comparison TEXT,
		-- What differs from the usual settings.
		settings   TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(settings)),
		created    INTEGER NOT NULL,
		modified   INTEGER NOT NULL,
		-- Set while it is in the trash.
		removed_at INTEGER
	) STRICT;
	CREATE UNIQUE INDEX deck_name ON deck (name) WHERE removed_at IS NULL;
	CREATE INDEX deck_removed ON deck (removed_at) WHERE removed_at IS NOT NULL;

	CREATE TABLE note_type (
		id        INTEGER PRIMARY KEY,
		-- Those that ship have their token; an imported one has the name and shape that it came with.
		key       TEXT NOT NULL UNIQUE,
		name      TEXT NOT NULL,
		kind      TEXT NOT NULL CHECK (kind IN ('standard', 'cloze')),
		markup    TEXT NOT NULL CHECK (markup IN ('markdown', 'html')),
		fields    TEXT NOT NULL CHECK (json_valid(fields)),
		-- [{name, front, back}]
		templates TEXT NOT NULL CHECK (json_valid(templates)),
		-- Style and whatever else Anki keeps of it, so that it can go back.
		origin    TEXT CHECK (origin IS NULL OR json_valid(origin))
	) STRICT;

	CREATE TABLE card_note (
		id            INTEGER PRIMARY KEY,
		guid          TEXT NOT NULL UNIQUE,
		type          INTEGER NOT NULL REFERENCES note_type,
		fields        TEXT NOT NULL CHECK (json_valid(fields)),
		-- Sorted.
		tags          TEXT NOT NULL CHECK (json_valid(tags)),
		content_notes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(content_notes)),
		-- The first field as folded plain text: notes that share it say the same.
		first         TEXT NOT NULL,
		-- What it was made from (contract: NoteSource), and of that the parts that are asked for.
		source        TEXT CHECK (source IS NULL OR json_valid(source)),
		place         TEXT GENERATED ALWAYS AS (source ->> '$.source') VIRTUAL,
		-- What its source says now where that is something else, and the hash of the source's text that this is true of.
		stale         TEXT CHECK (stale IS NULL OR json_valid(stale)),
		checked       TEXT,
		created       INTEGER NOT NULL,
		modified      INTEGER NOT NULL,
		removed_at    INTEGER
	) STRICT;
	CREATE INDEX card_note_first ON card_note (first);
	CREATE INDEX card_note_place ON card_note (place) WHERE source IS NOT NULL;
	CREATE INDEX card_note_stale ON card_note (id) WHERE stale IS NOT NULL;
	CREATE INDEX card_note_removed ON card_note (removed_at) WHERE removed_at IS NOT NULL;

	-- Folded words of fields and tags, a row for each note that is not in the trash.
	CREATE VIRTUAL TABLE card_words USING fts5 (
		fields, tags, content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61'
	);

	CREATE TABLE card (
		id          INTEGER PRIMARY KEY,
		note        INTEGER NOT NULL REFERENCES card_note ON DELETE CASCADE,
		-- Number of the template, or of the gap less one.
		ordinal     INTEGER NOT NULL,
		deck        INTEGER NOT NULL REFERENCES deck,
		-- As FSRS counts them: 0 new, 1 learning, 2 review, 3 relearning.
		state       INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 3),
		-- New: its place in the row. Learning: milliseconds since 1970. Review: the study day, in days since 1970.
		due         INTEGER NOT NULL,
		-- The learning step that comes next.
		step        INTEGER NOT NULL DEFAULT 0,
		stability   REAL,
		difficulty  REAL,
		-- Days between the last review and the next.
		interval    INTEGER NOT NULL DEFAULT 0,
		reps        INTEGER NOT NULL DEFAULT 0,
		lapses      INTEGER NOT NULL DEFAULT 0,
		-- The last review: milliseconds since 1970, and its study day.
		last_at     INTEGER,
		last_day    INTEGER,
		-- Out of the queue: 0 no, 1 suspended, 2 buried until the day in buried_until, 3 in the trash.
		hold        INTEGER NOT NULL DEFAULT 0 CHECK (hold BETWEEN 0 AND 3),
		buried_until INTEGER,
		leech       INTEGER NOT NULL DEFAULT 0,
		created     INTEGER NOT NULL,
		modified    INTEGER NOT NULL,
		UNIQUE (note, ordinal)
	) STRICT;
	-- The queue. Reviews of one day are shuffled, each day in the same way; all that asks about them is in the index.
	CREATE INDEX card_review ON card (due, (id * 40503 % 65536), deck, last_day, stability) WHERE hold = 0 AND state = 2;
	CREATE INDEX card_learning ON card (due, deck) WHERE hold = 0 AND state IN (1, 3);
	CREATE INDEX card_new ON card (deck, due) WHERE hold = 0 AND state = 0;
	-- Where a new card queues up.
	CREATE INDEX card_place ON card (due) WHERE state = 0 AND hold = 0;
	CREATE INDEX card_all ON card (deck, hold, created);
	-- The browser's list, as it opens.
	CREATE INDEX card_made ON card (created, id) WHERE hold < 3;
	CREATE INDEX card_buried ON card (buried_until) WHERE hold = 2;

	CREATE TABLE review (
		id         INTEGER PRIMARY KEY,
		card       INTEGER NOT NULL REFERENCES card ON DELETE CASCADE,
		at         INTEGER NOT NULL,
		-- The study day as it was for the reader then: later journeys and clock changes do not move it.
		day        INTEGER NOT NULL,
		-- 1 again, 2 hard, 3 good, 4 easy.
		rating     INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
		-- State before; days since the review before; days until the next.
		state      INTEGER NOT NULL,
		elapsed    INTEGER NOT NULL,
		interval   INTEGER NOT NULL,
		stability  REAL,
		difficulty REAL,
		-- Milliseconds that the answer took.
		took       INTEGER NOT NULL,
		-- What an undo puts back: the card as it was, and siblings buried with it. Kept while it can be undone.
		before     TEXT CHECK (before IS NULL OR json_valid(before))
	) STRICT;
	CREATE INDEX review_card ON review (card, at);
	CREATE INDEX review_day ON review (day, state, card, rating, took, elapsed);
	CREATE INDEX review_undo ON review (id) WHERE before IS NOT NULL;

	-- Acts on many cards, and what they changed: kept for 30 days.
	CREATE TABLE card_act (
		token  INTEGER PRIMARY KEY,
		label  TEXT NOT NULL,
		at     INTEGER NOT NULL,
		-- Rows as they were, by table.
		before TEXT NOT NULL CHECK (json_valid(before))
	) STRICT;

	CREATE TABLE media (
		name  TEXT PRIMARY KEY,
		type  TEXT NOT NULL,
		bytes BLOB NOT NULL
	) STRICT, WITHOUT ROWID;
`
