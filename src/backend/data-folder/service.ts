/** The data folder as a window sees it. */
import { existsSync } from 'node:fs'
import type { DataFolder, FolderCheck } from '#contract/data-folder.ts'
import { Failure } from '../failure.ts'
import type { HostActions } from '../host/actions.ts'
import { checkFolder } from './check.ts'
import { bytesIn } from './copy.ts'
import type { FolderNote } from './note.ts'

export class DataFolderService {
	readonly #dataDir: string
	readonly #note: FolderNote | undefined
	readonly #actions: HostActions

	/** @param note what may move the folder; none where it was named at the start */
	constructor(dataDir: string, note: FolderNote | undefined, actions: HostActions) {
		this.#dataDir = dataDir
		this.#note = note
		this.#actions = actions
	}

	describe(): DataFolder {
		const { planned = null, moved, failed = null } = this.#note?.read() ?? {}
		const left = [moved?.left, moved?.from].find((path) => path && path !== this.#dataDir && existsSync(path))
		return {
			path: this.#dataDir,
			bytes: bytesIn(this.#dataDir),
			movable: this.#note !== undefined,
			planned,
			left: left ?? null,
			failed,
		}
	}

	check(path: string): FolderCheck {
		return checkFolder(path, this.#dataDir, this.#movable())
	}

	change(typed: string): DataFolder {
		const note = this.#movable()
		const { path, how } = this.check(typed)
		const { failed: _, ...rest } = note.read()
		note.write({ ...rest, planned: { path, how } })
		return this.describe()
	}

	forget(): DataFolder {
		const { planned: _, failed: __, ...rest } = this.#movable().read()
		this.#movable().write(rest)
		return this.describe()
	}

	async choose(): Promise<{ path: string | null }> {
		if (!this.#actions.chooseFolder) throw cannot('ask for a folder', 'Write its path instead.')
		return { path: await this.#actions.chooseFolder() }
	}

	async open(): Promise<void> {
		if (!this.#actions.openFolder) throw cannot('open a folder', 'Open it yourself; its path is in Settings.')
		await this.#actions.openFolder(this.#dataDir)
	}

	#movable(): FolderNote {
		if (this.#note) return this.#note
		throw new Failure(
			'CONFLICT',
			'The data folder was named when Parallax was started.',
			'Start Parallax without --data and PARALLAX_DATA to move the data here.',
		)
	}
}

/** @returns the failure for what this host has no means to do. */
export const cannot = (what: string, next: string): Failure =>
	new Failure('UNAVAILABLE', `Parallax cannot ${what} here.`, next)
