/** 100,000 cards and 500,000 reviews: what is due, what decks hold, what the next month brings; beside plain node:sqlite asking the same. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { DatabaseSync } from 'node:sqlite'
import type { Wanted } from '#backend/cards/browse/browser.ts'
import { Cards } from '#backend/cards/cards.ts'
import { forecast } from '#backend/cards/forecast.ts'
import { nextCard } from '#backend/cards/queue.ts'
import { statisticsOf } from '#backend/cards/statistics/statistics.ts'
import { databaseFile } from '#backend/workspace/file.ts'
import { Workspace } from '#backend/workspace/workspace.ts'
import { fillCards } from './made-up-cards.ts'
import { byTurns, compared, median, quantile, type Row } from './row.ts'

const counts = { cards: 100_000, reviews: 500_000, decks: 20 }

const timed = (work: () => unknown): number => {
	const start = performance.now()
	work()
	return performance.now() - start
}
const turns = (times: number, ours: () => unknown, theirs: () => unknown) =>
	byTurns(
		times,
		async () => timed(ours),
		async () => timed(theirs),
	)

/** Windows of the browser; every second one asks anew, as after an answer. Theirs counts what is found and takes the same window. */
async function browsing(cards: Cards, plain: DatabaseSync): Promise<Row[]> {
	const deck = cards.decks.list()[7]?.id ?? 0
	const words = 'note IN (SELECT rowid FROM card_words WHERE card_words MATCH ?)'
	const deep = Math.floor(counts.cards * 0.9)
	const cases: [string, Partial<Wanted>, string, (string | number)[]][] = [
		['all of them', {}, 'created, id', []],
		['deep below', { offset: deep }, 'created, id', []],
		['by interval, deep below', { order: 'interval', offset: deep }, 'interval, id', []],
		['with a word', { filter: { text: 'number 77' } }, `created, id`, ['"number" "77"*']],
		['in a deck', { filter: { text: '', deck } }, 'created, id', [deck]],
		['new', { filter: { text: '', state: 'new' } }, 'created, id', []],
	]
	const rows: Row[] = []
	for (const [name, some, order, values] of cases) {
		const wanted = {
			filter: { text: '' },
			order: 'created',
			descending: false,
			offset: 0,
			limit: 100,
			...some,
		} as Wanted
		const { text, state } = wanted.filter
		const where = `hold < 3 ${text ? `AND ${words}` : ''} ${wanted.filter.deck ? 'AND deck = ?' : ''} ${state ? 'AND state = 0' : ''}`
		const count = plain.prepare(`SELECT count(*) FROM card WHERE ${where}`)
		const part = plain.prepare(
			`SELECT page.*, fields, tags, name FROM (SELECT * FROM card WHERE ${where} ORDER BY ${order} LIMIT 100 OFFSET ?) AS page
			 CROSS JOIN card_note ON card_note.id = note CROSS JOIN deck ON deck.id = page.deck`,
		)
		let turn = 0
		const measured = await turns(
			40,
			() => {
				// Any write lets go of what was found.
				if (turn++ % 2 === 0) cards.sql.run('UPDATE deck SET modified = modified WHERE id = ?', deck)
				return cards.browser.find(wanted)
			},
			() => [count.get(...values), part.all(...values, wanted.offset)],
		)
		rows.push(
			compared(`The browser, 100 of ${counts.cards} cards: ${name}`, measured, {
				unit: 'ms',
				goal: 2,
				ratio: quantile(measured.ours, 0.95) / quantile(measured.theirs, 0.95),
				note: `ratio of p95, every second answer anew; theirs: a count and the same window, p95 ${quantile(measured.theirs, 0.95).toFixed(1)} ms`,
			}),
		)
	}
	return rows
}

export async function rows(): Promise<Row[]> {
	const dataDir = mkdtempSync(join(tmpdir(), 'parallax-bench-'))
	const workspace = await Workspace.open(dataDir)
	const cards = Cards.of(workspace)
	const plain = new DatabaseSync(databaseFile(dataDir))
	try {
		const moment = cards.moment()
		const { day } = moment
		fillCards(cards, counts, day)
		const decks = cards.decks.list()
		const loads = cards.study.loads()
		const step = plain.prepare(
			'SELECT id, due FROM card INDEXED BY card_learning WHERE hold = 0 AND state IN (1, 3) AND due <= ? ORDER BY due LIMIT 1',
		)
		const first = plain.prepare(
			`SELECT id FROM card INDEXED BY card_review WHERE hold = 0 AND state = 2 AND due <= ? AND deck IN (SELECT value FROM json_each(?))
			 ORDER BY due, id * 40503 % 65536 LIMIT 1`,
		)
		const ids = JSON.stringify(decks.map(({ id }) => id))
		const queue = await turns(
			500,
			() => nextCard(cards.sql, loads, moment),
			() => [step.get(moment.at), first.get(day, ids)],
		)
		const due = plain.prepare(
			'SELECT deck, count(*) FROM card INDEXED BY card_review WHERE hold = 0 AND state = 2 AND due <= ? GROUP BY deck',
		)
		const fresh = plain.prepare(
			'SELECT deck, count(*) FROM card INDEXED BY card_new WHERE hold = 0 AND state = 0 GROUP BY deck',
		)
		const steps = plain.prepare(
			'SELECT deck, count(*) FROM card INDEXED BY card_learning WHERE hold = 0 AND state IN (1, 3) GROUP BY deck',
		)
		const done = plain.prepare(
			'SELECT deck, review.state, count(*) FROM review INDEXED BY review_day CROSS JOIN card ON card.id = card WHERE day = ? GROUP BY deck, review.state',
		)
		const all = plain.prepare('SELECT deck, count(*) FROM card WHERE hold < 3 GROUP BY deck')
		const held = await turns(
			40,
			() => [cards.study.loads(), cards.decks.counts()],
			() => [due.all(day), fresh.all(), steps.all(), done.all(day), all.all()],
		)
		const month = plain.prepare(
			'SELECT due, count(*) FROM card INDEXED BY card_review WHERE hold = 0 AND state = 2 AND due < ? GROUP BY due',
		)
		const coming = await turns(
			40,
			() => forecast(cards.sql, moment, 30),
			() => month.all(day + 30),
		)
		const everyDay = plain.prepare(
			'SELECT day, count(*), sum(review.state = 2 AND rating > 1), sum(took) FROM review GROUP BY day',
		)
		const memories = plain.prepare('SELECT stability, difficulty, last_day FROM card WHERE hold < 3 AND state > 0')
		const kinds = plain.prepare('SELECT state, hold, count(*) FROM card GROUP BY state, hold')
		const added = await turns(
			5,
			() => statisticsOf(cards, { days: 365 }),
			() => [everyDay.all(), memories.all(), kinds.all(), month.all(day + 365)],
		)
		const browsed = await browsing(cards, plain)
		const backlog = new Map([...loads].map(([id, load]) => [id, { ...load, review: Math.min(5, load.due) }]))
		const late = await turns(
			100,
			() => nextCard(cards.sql, backlog, moment),
			() => due.all(day),
		)
		const next: number[] = []
		const answer: number[] = []
		for (let turn = 0; turn < 200; turn++) {
			const { next: card } = cards.study.next(undefined)
			if (!card) break
			const said = { card: card.card, rating: 'good', reps: card.reps, took: 1000 } as const
			answer.push(timed(() => cards.study.answer(undefined, said)))
			next.push(timed(() => cards.study.next(undefined)))
		}
		const size = `${counts.cards} cards, ${counts.reviews} reviews`
		return [
			compared(`The card that comes next of ${size}`, queue, {
				unit: 'ms',
				goal: 2,
				note: `theirs: the first step and the first review that are due, p95 ${quantile(queue.theirs, 0.95).toFixed(3)} ms`,
			}),
			compared(`What each of ${counts.decks} decks holds of ${size}`, held, {
				unit: 'ms',
				goal: 2,
				note: 'theirs: due, new, learning, done and all cards, counted by deck from the same indexes',
			}),
			compared(`The next 30 days of ${size}`, coming, {
				unit: 'ms',
				goal: 2,
				note: 'theirs: the reviews, counted by day',
			}),
			compared(`All statistics of ${size}`, added, {
				unit: 'ms',
				goal: 2,
				note: 'in a thread; theirs: reviews counted by day, cards by state, memories read',
			}),
			...browsed,
			compared('The card that comes next in a backlog', late, { unit: 'ms', note: 'theirs: counting what is due' }),
			{
				name: 'A sitting: the next card with its faces and choices',
				ours: median(next),
				p95: quantile(next, 0.95),
				theirs: 16,
				unit: 'ms',
				note: 'theirs: a frame',
			},
			{
				name: 'An answer, until it is on the disk and the next card is there',
				ours: median(answer),
				p95: quantile(answer, 0.95),
				theirs: 16,
				unit: 'ms',
				note: 'theirs: a frame',
			},
		]
	} finally {
		plain.close()
		await workspace.close()
		rmSync(dataDir, { recursive: true, force: true })
	}
}
