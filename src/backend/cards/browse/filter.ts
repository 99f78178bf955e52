/** What the browser looks for, as SQL over the table of cards. */
import type { CardFilter } from '#contract/cards/browse.ts'
import { type cardOrders, cardStates } from '#contract/cards/words.ts'
import { startOfDay } from '#domain/cards/calendar.ts'
import { wantedBy } from '../../workspace/wanted.ts'
import { held } from '../card-rows.ts'
import type { Moment } from '../clock.ts'

export type CardOrder = (typeof cardOrders)[number]

/** A condition and the values that stand in it. */
export interface Condition {
	sql: string
	values: (string | number)[]
}

/** The condition that finds every card: those in the trash are none. */
export const anyCard = 'hold < 3'

const holdOf = { suspended: held.suspended, buried: held.buried } as const

/** @param decksBelow ids of a deck and those below it */
export function conditionOf(
	{ text, deck, tag, state, hold, only, comparison }: CardFilter,
	{ day, calendar }: Moment,
	decksBelow: (deck: number) => number[],
): Condition {
	const parts: string[] = [anyCard]
	const values: (string | number)[] = []
	const where = (sql: string, ...some: (string | number)[]) => {
		parts.push(sql)
		values.push(...some)
	}
	if (deck !== undefined) where('deck IN (SELECT value FROM json_each(?))', JSON.stringify(decksBelow(deck)))
	if (state) where('state = ?', cardStates.indexOf(state))
	if (hold) where('hold = ?', holdOf[hold])
	if (only === 'leech') where('leech = 1')
	if (only === 'today') where('created >= ?', startOfDay(day, calendar))
	if (only === 'stale') where('note IN (SELECT id FROM card_note WHERE stale IS NOT NULL)')
	if (only === 'due')
		where('hold = 0 AND (state = 2 AND due <= ? OR state IN (1, 3) AND due < ?)', day, startOfDay(day + 1, calendar))
	const words = wantedBy(text)
	if (words) where('note IN (SELECT rowid FROM card_words WHERE card_words MATCH ?)', words)
	// No word at all, but something to find: nothing has it.
	else if (text.trim()) where('0')
	if (tag) tagged(tag, where)
	if (comparison)
		where(
			`note IN (SELECT id FROM card_note WHERE source IS NOT NULL AND (place = ? OR place > ? AND place < ?))`,
			`compare/${comparison}`,
			`compare/${comparison}/`,
			// What comes after a stroke.
			`compare/${comparison}0`,
		)
	return { sql: parts.join(' AND '), values }
}

/** Notes with a tag or one below it. The words of the tag narrow them down; its letters in the list of tags decide. */
function tagged(tag: string, where: (sql: string, ...values: string[]) => void): void {
	const words = wantedBy(`${tag} `)
	const written = JSON.stringify(tag).slice(0, -1)
	where(
		`note IN (SELECT id FROM card_note WHERE (
			instr(',' || substr(tags, 2), ?) OR instr(',' || substr(tags, 2), ?)
		) ${words ? 'AND id IN (SELECT rowid FROM card_words WHERE card_words MATCH ?)' : ''})`,
		`,${written}"`,
		`,${written}::`,
		...(words ? [`tags : (${words})`] : []),
	)
}

/** New cards come last, in the order in which they wait. */
const dueKey = 'CASE state WHEN 0 THEN 1e15 + due WHEN 2 THEN due * 86400000 ELSE due END'

const keys: Record<CardOrder, string> = {
	created: 'created',
	modified: 'modified',
	due: dueKey,
	text: '(SELECT first FROM card_note WHERE card_note.id = card.note)',
	deck: '(SELECT name FROM deck WHERE deck.id = card.deck) COLLATE NOCASE',
	interval: 'interval',
	lapses: 'lapses',
	stability: 'ifnull(stability, -1)',
	difficulty: 'ifnull(difficulty, -1)',
}

/** @returns what comes after `ORDER BY`: always a whole order. */
export const orderOf = (order: CardOrder, descending: boolean): string => {
	const way = descending ? 'DESC' : 'ASC'
	return `${keys[order]} ${way}, id ${way}`
}
