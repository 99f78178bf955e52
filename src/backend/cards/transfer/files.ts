/** Files on their way in or out: they lie in a folder of this process, and are gone when it ends. */
import { mkdtempSync, rmSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Failure } from '../../failure.ts'
import { tooLarge } from './faults.ts'
import type { CardFile } from './job.ts'
import { limits } from './limits.ts'

interface Arriving extends CardFile {
	bytes: number
	here: number
	handle: FileHandle
	begun: number
	/** One part after the other. */
	writing: Promise<void>
}

const patience = 60 * 60 * 1000

export class TransferFiles {
	readonly #files = new Map<number, Arriving>()
	#folder: string | undefined
	#last = 0
	readonly #timer = setInterval(() => this.#dropOld(), 60_000)

	constructor() {
		this.#timer.unref()
	}

	/** @throws Failure when it is larger than is taken */
	async begin(name: string, bytes: number): Promise<number> {
		if (bytes > limits.file) throw tooLarge(name, 'is larger than Parallax takes')
		this.#dropOld()
		const id = ++this.#last
		const path = this.path(`in-${id}`)
		const handle = await open(path, 'wx', 0o600)
		this.#files.set(id, {
			path,
			name: basename(name.replaceAll('\\', '/')) || 'file',
			bytes,
			here: 0,
			handle,
			begun: Date.now(),
			writing: Promise.resolve(),
		})
		return id
	}

	/** @param content in base64 */
	async part(id: number, content: string): Promise<void> {
		const file = this.#file(id)
		const bytes = Buffer.from(content, 'base64')
		file.here += bytes.length
		if (file.here > file.bytes)
			throw new Failure('BAD_REQUEST', `“${file.name}” is longer than was said.`, 'Begin again with the whole file.')
		file.writing = file.writing.then(async () => void (await file.handle.write(bytes)))
		await file.writing
	}

	/** @returns a file that is here as a whole. */
	async whole(id: number): Promise<CardFile> {
		const file = this.#file(id)
		await file.writing
		if (file.here !== file.bytes)
			throw new Failure('CONFLICT', `“${file.name}” is not here as a whole.`, 'Choose the file again.')
		return { path: file.path, name: file.name }
	}

	async drop(id: number): Promise<void> {
		const file = this.#files.get(id)
		if (!file) return
		this.#files.delete(id)
		await file.writing.catch(() => {})
		await file.handle.close()
		rmSync(file.path, { force: true })
	}

	/** @returns a path in the folder, made at the first use. */
	path(name: string): string {
		this.#folder ??= mkdtempSync(join(tmpdir(), 'parallax-cards-'))
		return join(this.#folder, name)
	}

	/** A path that nothing lies at. */
	free = (): string => this.path(`out-${++this.#last}`)

	async close(): Promise<void> {
		clearInterval(this.#timer)
		for (const id of [...this.#files.keys()]) await this.drop(id)
		if (this.#folder) rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 })
	}

	#file(id: number): Arriving {
		const file = this.#files.get(id)
		if (!file) throw new Failure('NOT_FOUND', 'This file is not here any more.', 'Choose it again.')
		return file
	}

	#dropOld(): void {
		for (const [id, { begun }] of this.#files) if (Date.now() - begun > patience) void this.drop(id)
	}
}
