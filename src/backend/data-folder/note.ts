/** The note that says where the workspace is: `data-folder.json` in the standard place. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from '#contract/jitless.ts'
import { Failure } from '../failure.ts'
import { writeWhole } from './durable.ts'

const Path = z.string().min(1)
const Content = z.object({
	/** The workspace folder, where it is not the standard one. */
	folder: Path.optional(),
	/** What is to happen at the next start. */
	planned: z.object({ path: Path, how: z.enum(['move', 'use']) }).optional(),
	/** The last move: where the data was, where it went, and what the old folder is called since. */
	moved: z.object({ from: Path, to: Path, left: Path }).optional(),
	failed: z.object({ path: Path, sentence: z.string(), next: z.string() }).optional(),
})
export type NoteContent = z.infer<typeof Content>

export class FolderNote {
	readonly file: string

	constructor(file: string) {
		this.file = file
	}

	/** The workspace folder where the note names none: the one beside it. It must outlive any workspace, hence not inside. */
	get standardDir(): string {
		return join(dirname(this.file), 'workspace')
	}

	/** @throws Failure when there is a note that cannot be read: guessing might open an old copy of the data */
	read(): NoteContent {
		let text: string
		try {
			text = readFileSync(this.file, 'utf8')
		} catch (cause) {
			if (['ENOENT', 'ENOTDIR'].includes((cause as NodeJS.ErrnoException).code ?? '')) return {}
			throw this.#unreadable(cause)
		}
		try {
			return Content.parse(JSON.parse(text))
		} catch (cause) {
			throw this.#unreadable(cause)
		}
	}

	/** Replaces the note in one step; one that says nothing is taken away. */
	write(content: NoteContent): void {
		if (Object.keys(content).length === 0) {
			rmSync(this.file, { force: true })
			return
		}
		mkdirSync(dirname(this.file), { recursive: true, mode: 0o700 })
		writeWhole(this.file, `${JSON.stringify(content, null, '\t')}\n`)
	}

	/** @throws Failure when the data of a folder has been moved away: what is written there would never be seen again */
	refuseLeft(dataDir: string): void {
		const { moved, folder } = this.#readable()
		if (moved?.from !== dataDir || folder === dataDir) return
		throw new Failure(
			'CONFLICT',
			`The data of ${dataDir} has been moved to ${moved.to}.`,
			'Start Parallax without naming a folder, or name another one.',
		)
	}

	/** A note that cannot be read stops nobody who names a folder. */
	#readable(): NoteContent {
		try {
			return this.read()
		} catch {
			return {}
		}
	}

	#unreadable(cause: unknown): Failure {
		return new Failure(
			'DAMAGED',
			`The note that says where your data is cannot be read (${this.file}).`,
			'Mend or delete that file, or name the folder with --data.',
			{ cause },
		)
	}
}
