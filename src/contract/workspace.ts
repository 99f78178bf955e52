/** The reader's own data: settings, reading positions, history, backups. */
import { eventIterator } from '@orpc/contract'
import { base } from './errors.ts'
import { z } from './jitless.ts'
import { Id, Line } from './text.ts'
import { citationStyles, highlightColours } from './tokens.ts'

export { defaultSettings } from './default-settings.ts'

export const Settings = z.strictObject({
	theme: z.enum(['system', 'light', 'dark', 'contrast']),
	/** Reading text size in per cent. */
	textSize: z.int().min(80).max(200),
	/** Line height of reading text, as a multiple of its size. */
	lineSpacing: z.number().min(1.2).max(2.4),
	/** Width of a column of text, in characters. */
	columnWidth: z.int().min(40).max(100),
	/** Room added between letters, in hundredths of their size; words move apart with them. */
	letterSpacing: z.int().min(0).max(12),
	/** Whether a reading ruler marks the lines being read. */
	ruler: z.boolean(),
	/** A tinted band over the lines, or a window on them with the rest dimmed. */
	rulerShape: z.enum(['band', 'window']),
	/** How many lines the reading ruler is high. */
	rulerLines: z.int().min(1).max(5),
	/** Whether text that carries content notes is covered until asked for. */
	contentNotes: z.enum(['cover', 'show']),
	/** Whether text that gives away an ending is covered until asked for. */
	spoilers: z.enum(['cover', 'show']),
	/** Whether the two readers of Compare scroll together. */
	syncScroll: z.boolean(),
	/** Whether single letters work as shortcuts outside text fields. */
	singleKeys: z.boolean(),
	/** How copied passages and references are cited, and exports unless another style is chosen there. */
	citationStyle: z.enum(citationStyles),
	/** What the reader means by each colour of a mark. */
	colourNames: z.record(z.enum(highlightColours), z.string().trim().min(1).max(40)),
	/** Share of the cards that is to be remembered when they come back: the one knob of scheduling. */
	desiredRetention: z.number().min(0.7).max(0.97),
	/** Hour of the clock at which a new study day begins. */
	dayStart: z.int().min(0).max(23),
	/** How many reviews each day of the week should get, Monday first. */
	easyDays: z.array(z.enum(['normal', 'reduced', 'minimal'])).length(7),
	/** Minutes between the first answers to a new card, and to one that was forgotten. */
	learningSteps: z.array(z.number().min(1).max(1440)).max(10),
	relearningSteps: z.array(z.number().min(1).max(1440)).max(10),
	/** After so many lapses a card is a leech. */
	leechAfter: z.int().min(2).max(99),
	/** Whether the room is shown a neutral notice while the presenter decides on a slide that carries content notes. */
	noticeFirst: z.boolean(),
	/** The display that the audience window was on last; empty before the first time. */
	audienceDisplay: z.string().max(200),
	/** FSRS-6’s 21 parameters where they were fitted to the reader; empty for those that ship. */
	schedulingParameters: z.union([z.array(z.number()).length(21), z.array(z.number()).length(0)]),
})

/** Where a reader stands in one pane: a block, and how far down it the top of the pane is (0 to 1). */
export const ReadingPosition = z.strictObject({
	/** The pane: `read/<document>` or `compare/<comparison>/<document>`. */
	pane: z.string().min(1).max(400),
	block: Id,
	fraction: z.number().min(0).max(1),
	/** Milliseconds since 1970, UTC. */
	at: z.int(),
})

/** A passage that the reader stayed at: the last one of its section. */
export const PlaceRead = z.strictObject({
	/** As in a reading position. */
	pane: z.string().min(1).max(400),
	/** The heading it stands under, or the block itself where there is none. */
	section: Id,
	block: Id,
	at: z.int(),
})

export const Visit = z.strictObject({
	id: z.int(),
	/** Route inside the program, e.g. `/compare/x?view=texts`. */
	address: z.string().min(1).max(2000),
	title: Line,
	kind: z.enum(['comparison', 'document']),
	at: z.int(),
})

/** A search that led somewhere. */
export const RecentSearch = z.strictObject({ query: z.string().min(1).max(400), at: z.int() })

/** What was cleared, and the token that brings it back for 30 days. */
const Cleared = z.strictObject({ token: z.int(), cleared: z.int() })
const Token = Cleared.pick({ token: true })
const Restored = z.strictObject({ restored: z.int() })

export const Backup = z.strictObject({
	/** File name inside the workspace's backups folder. */
	name: z.string().max(200),
	at: z.int(),
	bytes: z.int(),
	reason: z.enum(['asked', 'scheduled', 'migration', 'restore']),
	/** Schema version of the data inside. */
	version: z.int(),
})

export const BackupProgress = z.discriminatedUnion('type', [
	z.strictObject({ type: z.literal('progress'), done: z.int(), total: z.int() }),
	z.strictObject({ type: z.literal('done'), backup: Backup }),
])

/** Changed things that are named one by one; when there are more, all may have changed. */
export const mostIds = 200

export const Change = z.strictObject({
	what: z.enum([
		'settings',
		'positions',
		'history',
		'searches',
		'annotations',
		'cards',
		'presentations',
		'results',
		'references',
		'templates',
		'everything',
	]),
	/** Which ones, where that is known and they are few: made, changed or gone. */
	ids: z.array(z.string().max(1000)).max(mostIds).optional(),
})

export const workspaceContract = {
	settings: {
		read: base.output(Settings),
		/** Changes the named settings and leaves the others. */
		change: base.input(Settings.partial()).output(Settings),
	},
	positions: {
		read: base.input(ReadingPosition.pick({ pane: true })).output(ReadingPosition.nullable()),
		save: base.input(ReadingPosition.omit({ at: true })).output(ReadingPosition),
		/** The panes read last, newest first. */
		recent: base.input(z.strictObject({ limit: z.int().min(1).max(100) })).output(z.array(ReadingPosition)),
	},
	history: {
		visit: base.input(Visit.omit({ id: true, at: true })).output(Visit),
		/** Newest first, one row an address. */
		list: base.input(z.strictObject({ limit: z.int().min(1).max(500) })).output(z.array(Visit)),
		/** Notes that the reader stayed at a passage. Each pane keeps the last 20 sections. */
		stay: base.input(PlaceRead.omit({ at: true })).output(PlaceRead),
		/** Where in these panes the reader stayed, newest first. */
		places: base.input(z.strictObject({ panes: z.array(PlaceRead.shape.pane).max(20) })).output(z.array(PlaceRead)),
		/** Empties the list, and the places with it; `restore` with the same token brings both back for 30 days. */
		clear: base.output(Cleared),
		restore: base.input(Token).output(Restored),
	},
	searches: {
		/** Newest first. */
		list: base.input(z.strictObject({ limit: z.int().min(1).max(50) })).output(z.array(RecentSearch)),
		save: base.input(RecentSearch.pick({ query: true })).output(RecentSearch),
		clear: base.output(Cleared),
		restore: base.input(Token).output(Restored),
	},
	backups: {
		list: base.output(z.array(Backup)),
		create: base.output(eventIterator(BackupProgress)),
		/** Puts a backup in place of the data, after a backup of what is there now. Answers with that safety backup. */
		restore: base.input(z.strictObject({ name: z.string().max(200) })).output(Backup),
	},
	/** Says what changed, whoever changed it: this window, another one, the command line. Runs until it is cancelled. */
	changes: base.output(eventIterator(Change)),
}

export type Settings = z.infer<typeof Settings>
export type ReadingPosition = z.infer<typeof ReadingPosition>
export type PlaceRead = z.infer<typeof PlaceRead>
export type Visit = z.infer<typeof Visit>
export type RecentSearch = z.infer<typeof RecentSearch>
export type Backup = z.infer<typeof Backup>
export type BackupProgress = z.infer<typeof BackupProgress>
export type Change = z.infer<typeof Change>
