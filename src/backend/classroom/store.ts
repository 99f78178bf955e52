/** Presentations and their pictures in the workspace. Every write is on disk when its method returns. */
import { createHash, randomUUID } from 'node:crypto'
import { type Picture, Presentation, type PresentationEntry } from '#contract/classroom/presentations.ts'
import { imagesIn } from '#domain/classroom/images.ts'
import { contentNotesOf } from '#domain/classroom/steps.ts'
import { Failure } from '../failure.ts'
import type { Row, Sql } from '../workspace/sql.ts'
import { pictureFacts } from './pictures.ts'

type Draft = Pick<Presentation, 'title' | 'comparison' | 'theme' | 'slides'>
/** What may be left out, or be said to be nothing. */
type Given<T> = { [Key in keyof T]?: T[Key] | undefined }

const columns = 'id, title, comparison, theme, slides, created, modified'

export class PresentationStore {
	readonly #sql: Sql

	constructor(sql: Sql) {
		this.#sql = sql
	}

	/** @returns those that are not in the trash, the one changed last first; of one that cannot be read, what is known of it. */
	list = (): PresentationEntry[] =>
		this.#sql
			.all(`SELECT ${columns} FROM presentation WHERE removed_at IS NULL ORDER BY modified DESC, rowid DESC`)
			.flatMap(entryOf)

	/** @throws Failure when it is not there, or what is kept of it cannot be read */
	show(id: string): Presentation {
		const [row] = this.#sql.all(`SELECT ${columns} FROM presentation WHERE id = ? AND removed_at IS NULL`, id)
		if (!row)
			throw new Failure('NOT_FOUND', 'This presentation is not there any more.', 'What is deleted is kept for 30 days.')
		const kept = presentationOf(row)
		if (kept) return kept
		throw new Failure(
			'DAMAGED',
			`What is kept of “${row.title}” cannot be read.`,
			'Go back to a backup from before, in Settings.',
		)
	}

	create({ title, comparison, theme, slides }: Draft, now = Date.now()): Presentation {
		const id = randomUUID()
		this.#sql.run(
			`INSERT INTO presentation (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?)`,
			...[id, title, comparison, theme, JSON.stringify(slides), now, now],
		)
		return this.show(id)
	}

	/**
	 * Changes what is named.
	 * @param modified when it was changed last, as the one who changes it knows it
	 * @throws Failure when it was changed since, or cannot be shown
	 */
	change(change: { id: string; modified: number } & Given<Omit<Draft, 'comparison'>>, now = Date.now()): Presentation {
		const { id, modified, title, theme, slides } = change
		return this.#sql.transaction(() => {
			if (this.show(id).modified !== modified)
				throw new Failure(
					'CONFLICT',
					'This presentation was changed elsewhere meanwhile.',
					'Look at it as it is now, then make your change again.',
				)
			this.#sql.run(
				`UPDATE presentation SET title = coalesce(?, title), theme = coalesce(?, theme), slides = coalesce(?, slides),
				 modified = ? WHERE id = ?`,
				title ?? null,
				theme ?? null,
				slides ? JSON.stringify(slides) : null,
				// Two changes within a millisecond are two.
				Math.max(now, modified + 1),
				id,
			)
			return this.show(id)
		})
	}

	/** @throws Failure when it cannot be shown */
	duplicate(id: string): Presentation {
		const kept = this.show(id)
		return this.create({ ...kept, title: `${kept.title.slice(0, 490)} (copy)` })
	}

	/** Puts one into the trash. @throws Failure when there is none of this id */
	remove(id: string, now = Date.now()): void {
		const { changes } = this.#sql.run(
			'UPDATE presentation SET removed_at = ? WHERE id = ? AND removed_at IS NULL',
			now,
			id,
		)
		if (!changes) this.show(id)
	}

	/** Takes one out of the trash. @throws Failure when it is not there any more */
	restore(id: string): Presentation {
		this.#sql.run('UPDATE presentation SET removed_at = NULL WHERE id = ?', id)
		return this.show(id)
	}

	/** Keeps a picture. @returns its id. @throws Failure for what is no picture that slides take */
	addImage({ mediaType, content }: { mediaType: string; content: string }, now = Date.now()): string {
		const bytes = Buffer.from(content, 'base64')
		const facts = pictureFacts(bytes)
		if (!facts) {
			const what =
				/svg/.test(mediaType) || /^\s*<(\?xml|svg)/i.test(bytes.toString('latin1', 0, 100)) ? 'An SVG' : 'This file'
			throw new Failure(
				'BAD_REQUEST',
				`${what} is no picture that slides take.`,
				'Save it as PNG, JPEG, GIF or WebP, and add that.',
			)
		}
		const id = createHash('sha256').update(bytes).digest('hex')
		this.#sql.run(
			`INSERT INTO slide_image (id, media_type, content, added) VALUES (?, ?, ?, ?)
			 ON CONFLICT (id) DO UPDATE SET added = excluded.added`,
			...[id, facts.mediaType, bytes, now],
		)
		return id
	}

	/** @throws Failure when there is none of this id */
	image(id: string): Picture {
		const picture = this.images([id])[id]
		if (picture) return picture
		throw new Failure('NOT_FOUND', 'This picture is not there any more.', 'Add it to the slide again.')
	}

	/** @returns the pictures by their ids; those that are not there are left out */
	images(ids: readonly string[]): Record<string, Picture> {
		return Object.fromEntries(
			ids.flatMap((id) => {
				const [row] = this.#sql.all('SELECT media_type, content FROM slide_image WHERE id = ?', id)
				if (!(row?.content instanceof Uint8Array)) return []
				const content = Buffer.from(row.content).toString('base64')
				return [[id, { mediaType: row.media_type as Picture['mediaType'], content }]]
			}),
		)
	}
}

/** Deletes presentations that were put into the trash before that, and pictures from before that which none names any more. */
export function forgetPresentations(sql: Sql, before: number): void {
	sql.run('DELETE FROM presentation WHERE removed_at < ?', before)
	const old = sql.all('SELECT id FROM slide_image WHERE added < ?', before)
	if (old.length === 0) return
	const named = new Set(sql.all('SELECT slides FROM presentation').flatMap(({ slides }) => imagesIn(String(slides))))
	for (const { id } of old) if (!named.has(String(id))) sql.run('DELETE FROM slide_image WHERE id = ?', String(id))
}

function presentationOf(row: Row): Presentation | undefined {
	return Presentation.safeParse({ ...row, slides: slidesIn(row) }).data
}

function slidesIn({ slides }: Row): unknown {
	try {
		return JSON.parse(String(slides))
	} catch {
		return undefined
	}
}

function entryOf(row: Row): PresentationEntry[] {
	const kept = presentationOf(row)
	if (kept) {
		const contentNotes = [...new Set(kept.slides.flatMap(contentNotesOf))]
		return [{ ...kept, slides: kept.slides.length, contentNotes }]
	}
	// Without its slides it may still be read; else nothing can be done with it here.
	const known = Presentation.safeParse({ ...row, theme: row.theme === 'dark' ? 'dark' : 'light', slides: [] }).data
	const slides = slidesIn(row)
	return known ? [{ ...known, slides: Array.isArray(slides) ? slides.length : 0, contentNotes: [] }] : []
}
