/** Presentations, their pictures and results in the workspace's database. Part of a migration: once released, never changed. */
export const classroomSchema = `
	CREATE TABLE presentation (
		id         TEXT PRIMARY KEY,
		title      TEXT NOT NULL,
		-- The comparison that it was made from; it need not be there any more.
		comparison TEXT,
		theme      TEXT NOT NULL,
		slides     TEXT NOT NULL CHECK (json_valid(slides)),
		created    INTEGER NOT NULL,
		modified   INTEGER NOT NULL,
		-- Set while it is in the trash.
		removed_at INTEGER
	) STRICT;

	-- Pictures on slides, each once. Those that no presentation names are let go with the trash.
	CREATE TABLE slide_image (
		-- SHA-256 of the content.
		id         TEXT PRIMARY KEY,
		media_type TEXT NOT NULL,
		content    BLOB NOT NULL,
		added      INTEGER NOT NULL
	) STRICT;

	-- What rooms have answered: counts alone, nothing of who or when.
	CREATE TABLE classroom_result (
		id           INTEGER PRIMARY KEY AUTOINCREMENT,
		presentation TEXT NOT NULL,
		title        TEXT NOT NULL,
		-- When the presentation began.
		at           INTEGER NOT NULL,
		polls        TEXT NOT NULL CHECK (json_valid(polls)),
		removed_at   INTEGER
	) STRICT;
	CREATE INDEX classroom_result_presentation ON classroom_result (presentation, at);
`
