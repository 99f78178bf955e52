import type { Depiction } from '#contract/document.ts'
import type { LibraryItem, Reference, Work } from '#contract/library.ts'
import type { Cover } from '../cover.ts'
import { words, wrap } from '../text.ts'

type Fact = [name: string, value: string | number | null | undefined]

function facts(list: Fact[], width: number): string {
	const known = list.filter(([, value]) => value !== undefined && value !== null && value !== '')
	const room = Math.max(...known.map(([name]) => name.length)) + 2
	return known
		.map(([name, value]) => `${`${name}:`.padEnd(room)}${wrap(String(value), width, ' '.repeat(room)).trimStart()}`)
		.join('\n')
}

/** @returns a depiction: what it is, and how it is told. */
export function showDepiction(item: Depiction, row: LibraryItem | undefined, cover: Cover, width: number): string {
	const about = facts(
		[
			['work', item.work],
			['medium', row?.medium && words(row.medium)],
			['year', row?.year],
			['trope', item.trope],
			['treatment', item.treatment && words(item.treatment)],
			['outcome', item.outcome],
			['content notes', item.contentNotes.map(words).join(', ')],
			['source', item.unverified ? 'told as far as the source text tells it, not checked elsewhere' : null],
		],
		width,
	)
	return `${(row?.title ?? item.id).toUpperCase()}\n\n${about}\n\n${wrap(cover.over(item, item.text), width)}\n`
}

/** @returns a work: who made it, when, and in which medium. */
export function showWork(work: Work, width: number): string {
	const creators = work.creators.map((creator) => {
		const name = 'literal' in creator ? creator.literal : [creator.given, creator.family].filter(Boolean).join(' ')
		return `${name} (${creator.role})`
	})
	const years = work.endYear ? `${work.year}–${work.endYear}` : work.year
	const about = facts(
		[
			['by', creators.join(', ')],
			['year', years],
			['medium', words(work.medium)],
			['series', work.series],
			['original title', work.originalTitle],
			['note', work.note],
		],
		width,
	)
	return `${work.title.toUpperCase()}\n\n${about}\n`
}

/** @returns a reference as a reference list has it, and where it can be found. */
export const showReference = (reference: Reference, width: number): string =>
	`${wrap(reference.entry.map((run) => run.text).join(''), width)}\n${reference.link ? `\n${reference.link}\n` : ''}`
