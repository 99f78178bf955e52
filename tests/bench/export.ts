/** 1,000 annotated notes as a Word file with citations: processor time against the five seconds that the issue allows. */
import { fileURLToPath } from 'node:url'
import { exported } from '#backend/export/index.ts'
import { citesInNotes, type StyleId, styleLabel } from '#domain/citations/styles.ts'
import { workItem } from '#domain/citations/works.ts'
import type { ExportInput, ExportNote, ExportPassage } from '#domain/export/input.ts'
import { median, type Row } from './row.ts'
import { type Random, randomOf, wordSource } from './words.ts'

const count = 1000
const allowed = 5000
const host = {
	stylesFolder: fileURLToPath(new URL('../../resources/styles', import.meta.url)),
	templatesFolder: fileURLToPath(new URL('../../resources/templates', import.meta.url)),
	print: () => Promise.reject(new Error('Nothing is printed here.')),
}

export const rows = async (): Promise<Row[]> => [await row('apa'), await row('chicago-notes')]

async function row(style: StyleId): Promise<Row> {
	const input = notebook(randomOf(count))
	const times: number[] = []
	let bytes = 0
	for (let turn = 0; turn < 4; turn++) {
		const before = process.cpuUsage()
		const file = await exported({ input, layout: 'notes', style, format: 'docx' }, host)
		const { user, system } = process.cpuUsage(before)
		// The first run loads the libraries, as a student’s first export does: it counts.
		times.push((user + system) / 1000)
		bytes = file.length
	}
	return {
		name: `${count} notes to Word, ${citesInNotes(style) ? 'in footnotes' : 'in the text'} (${styleLabel(style)})`,
		ours: Math.max(...times),
		theirs: allowed,
		unit: 'ms',
		goal: 1,
		note: `processor time of the slowest of ${times.length}, median ${median(times).toFixed(0)} ms; ${(bytes / 1024).toFixed(0)} kB; beside it what is allowed`,
	}
}

/** Links between 40 films and 60 articles, each with a comment. */
function notebook(random: Random): ExportInput {
	const word = wordSource(random, 4000)
	const words = (length: number) => Array.from({ length }, word).join(' ')
	const films = Array.from({ length: 40 }, (_, index) =>
		workItem({
			id: `film-${index}`,
			title: words(3),
			creators: [{ family: word(), given: word(), role: 'director' }],
			year: 1950 + index,
			medium: 'film',
		}),
	)
	const articles = Array.from({ length: 60 }, (_, index) => ({
		id: `article-${index}`,
		type: 'article-journal',
		title: words(9),
		author: [1, 2, 3].map(() => ({ family: word(), given: word() })),
		issued: { 'date-parts': [[1990 + (index % 30)]] },
		'container-title': words(3),
		volume: String(index),
		page: `${index}-${index + 9}`,
		DOI: `10.1000/${index}`,
	}))
	const passage = (index: number, side: 'fiction' | 'reality', id: string): ExportPassage => ({
		document: `document-${index % 25}`,
		title: `Document ${index % 25}`,
		side,
		quote: words(30),
		section: words(2),
		paragraph: index % 9,
		cites: [{ id, locator: `p. ${index}` }],
		back: `parallax://open/read/document-${index % 25}#b${index}`,
	})
	const notes = Array.from(
		{ length: count },
		(_, index): ExportNote => ({
			id: `note-${index}`,
			kind: 'link',
			passages: [
				passage(index, 'fiction', `film-${index % films.length}`),
				passage(index, 'reality', `article-${index % articles.length}`),
			],
			relation: 'contradicts',
			comment: `${words(25)} *${words(2)}* ${words(10)}`,
			tags: [word()],
			colour: { token: 'amber', name: 'Fiction' },
			at: '2026-11-22T10:00:00Z',
			back: `parallax://open/notes/note-${index}`,
		}),
	)
	const items = [...films, ...articles]
	return { title: 'Notes', date: '2026-11-22', language: 'en-GB', notes, points: [], texts: [], depictions: [], items }
}
