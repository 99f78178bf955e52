/** Long work on cards, as a thread of its own does it, or a host without one. */
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CardAct } from '#contract/cards/browse.ts'
import type { Enough, Fitted } from '#contract/cards/fit.ts'
import type { Statistics } from '#contract/cards/statistics.ts'
import type { ImportSummary } from '#contract/cards/transfer.ts'
import { type Acted, actOn, type Which } from '../browse/bulk.ts'
import type { Moment } from '../clock.ts'
import { adopt } from '../fit/adopt.ts'
import { enough, fitSchedule } from '../fit/fit.ts'
import type { Counts } from '../fit/optimiser.ts'
import { type Asked, statisticsOf } from '../statistics/statistics.ts'
import { readPackage } from './apkg.ts'
import { type Beside, type Now, openBeside } from './connection.ts'
import type { Incoming } from './incoming.ts'
import { deckName } from './names.ts'
import { picturesOf } from './pictures-in.ts'
import { TakeIn, type TakeInOptions } from './take-in.ts'
import { readText } from './text.ts'
import { type ExportRequest, writeCards } from './write/index.ts'

/** A file of cards: where it lies, and what people call it. */
export interface CardFile {
	path: string
	name: string
}

export type Job =
	| { kind: 'preview'; file: CardFile }
	| ({ kind: 'import'; file: CardFile } & TakeInOptions)
	| ({ kind: 'export'; target: string } & ExportRequest)
	| { kind: 'undo'; token: number }
	| { kind: 'act'; which: Which; act: CardAct }
	| ({ kind: 'statistics' } & Asked)
	| { kind: 'enough' }
	| { kind: 'fit' }
	| { kind: 'adopt'; parameters: number[] }

export interface Answers {
	preview: ImportSummary
	import: { summary: ImportSummary; token: number }
	export: { cards: number }
	undo: { cards: number }
	act: Acted
	statistics: Statistics
	enough: Enough
	fit: Fitted
	adopt: { token: number; cards: number }
}

/** Whoever waits for the work. */
export interface Waiting {
	progress(share: number): void
	/** Work that cannot say how far it is keeps it in these numbers; none when it ends. */
	watch(counts: Counts | undefined): void
	/** A breath between two steps. @throws when nobody waits any more */
	turn(): Promise<void>
	/** `write`: from here on the database is held. `commit`: from here on it is done. @throws when nobody waits any more */
	ask(what: 'write' | 'commit'): Promise<void>
}

/** What changes nothing. */
const readers: ReadonlySet<Job['kind']> = new Set(['statistics', 'enough', 'fit'])

/** @throws Failure for whatever can be wrong with a file */
export async function runJob(job: Job, dataDir: string, now: Now, waiting: Waiting): Promise<Answers[Job['kind']]> {
	const beside = openBeside(dataDir, now, readers.has(job.kind))
	try {
		if (job.kind === 'statistics') return statisticsOf(beside.cards, job)
		if (job.kind === 'enough') return enough(beside.cards)
		if (job.kind === 'fit') return await fitSchedule(beside.cards, waiting.watch)
		if (job.kind === 'export')
			return { cards: await stepped(writeCards(beside.cards, job, job.target), waiting, [0, 1]) }
		if (job.kind === 'undo') {
			await waiting.ask('write')
			return { cards: beside.cards.notes.undo(job.token) }
		}
		if (job.kind === 'act') {
			await waiting.ask('write')
			return actOn(beside.cards, job.which, job.act)
		}
		if (job.kind === 'adopt') {
			await waiting.ask('write')
			return adopt(beside.cards, job.parameters)
		}
		return await takeIn(job, beside, waiting)
	} finally {
		beside.close()
	}
}

async function takeIn(job: Extract<Job, { kind: 'preview' | 'import' }>, beside: Beside, waiting: Waiting) {
	const { cards } = beside
	const folder = mkdtempSync(join(dirname(job.file.path), 'unpacked-'))
	const closes: (() => void)[] = []
	try {
		const moment = cards.moment()
		const incoming = await stepped(read(job.file, beside, moment, folder, closes), waiting, [0, 0.4])
		const options = job.kind === 'import' ? job : { scheduling: true }
		const work = new TakeIn(cards, incoming, options, moment)
		const only = job.kind === 'preview'
		const pictures = only ? none : await stepped(picturesOf(incoming, cards.sql, job.file.name), waiting, [0.4, 0.5])
		await stepped(work.prepare(pictures.renamed), waiting, [0.5, 0.7])
		const summary = await stepped(work.summary(), waiting, [0.7, 0.8])
		if (only) return summary
		await waiting.ask('write')
		const token = await beside.whole(
			() => atOnce(work.write(pictures), waiting, [0.8, 1]),
			() => waiting.ask('commit'),
		)
		return { summary: { ...summary, media: pictures.taken.length }, token }
	} finally {
		for (const close of closes.reverse()) close()
		rmSync(folder, { recursive: true, force: true })
	}
}

const none = { taken: [], renamed: new Map<string, string>() }

function read(
	{ path, name }: CardFile,
	{ cards }: Beside,
	{ at, calendar }: Moment,
	folder: string,
	closes: (() => void)[],
): Generator<number, Incoming> {
	if (/\.(?:apkg|colpkg|zip)$/i.test(name) || startsAsZip(path))
		return readPackage(path, name, {
			calendar,
			settings: cards.settings(),
			folder,
			onClose: (close) => closes.push(close),
		})
	const known = (called: string) => cards.types.called(called, 'html')
	return readText(readFileSync(path), name, { now: at, known, deck: deckName(name.replace(/\.[^.]*$/, '')) })
}

function startsAsZip(path: string): boolean {
	const file = openSync(path, 'r')
	try {
		const head = Buffer.alloc(4)
		readSync(file, head, 0, 4, 0)
		return head.toString('latin1') === 'PK\x03\x04'
	} finally {
		closeSync(file)
	}
}

type Span = readonly [from: number, to: number]
const within = ([from, to]: Span, share: number): number => from + (to - from) * Math.min(1, share)

/** Runs steps with a breath between them. */
async function stepped<T>(steps: Generator<number, T>, waiting: Waiting, span: Span): Promise<T> {
	for (;;) {
		const step = steps.next()
		if (step.done) return step.value
		waiting.progress(within(span, step.value))
		await waiting.turn()
	}
}

/** Runs steps without one: what holds the database does not wait for others. */
function atOnce<T>(steps: Generator<number, T>, waiting: Waiting, span: Span): T {
	for (;;) {
		const step = steps.next()
		if (step.done) return step.value
		waiting.progress(within(span, step.value))
	}
}
