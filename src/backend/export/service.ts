/** Exports as windows and commands ask for them: the host adds the notes, the library's thread makes the file, the host prints. */
import { basename } from 'node:path'
import type { ExportPreview, ExportRequest, ExportStep, FilledIn, SaveStep } from '#contract/exports.ts'
import type { WorkerClient } from '#contract/index.ts'
import type { Annotations } from '../annotations/annotations.ts'
import { cannot } from '../data-folder/service.ts'
import { Failure } from '../failure.ts'
import type { HostActions } from '../host/actions.ts'
import { onPaper, usualPaper } from './paper.ts'
import { printed } from './printed.ts'
import { stopIfAsked } from './progress.ts'

interface Around {
	library: WorkerClient
	annotations: Pick<Annotations, 'list'>
	/** Annotations as JSON-LD. */
	linkedData: (ids: string[], signal: AbortSignal | undefined) => Promise<string>
	colourNames: () => Record<string, string>
	filledIn: () => FilledIn
	actions: HostActions
	/** The text of one of the reader's own templates. */
	template: (id: string) => string | undefined
}

/** Annotations in a preview of JSON-LD. */
const glance = 20

export class Exports {
	readonly #around: Around
	/** Paths of what was saved, for `show`. */
	readonly #saved: string[] = []

	constructor(around: Around) {
		this.#around = around
	}

	/** All notes, and what goes with them. */
	async noted() {
		const { annotations, colourNames, filledIn } = this.#around
		return {
			annotations: await annotations.list(undefined),
			colourNames: colourNames(),
			filledIn: filledIn(),
			date: new Date().toISOString().slice(0, 10),
		}
	}

	async #noted(asked: ExportRequest) {
		const template = asked.template ?? this.#around.template(asked.layout)
		const request = template === undefined ? asked : { ...asked, template }
		return { request, ...(await this.noted()) }
	}

	async check(request: ExportRequest) {
		return this.#around.library.exports.check(await this.#noted(request))
	}

	/** @throws Failure when there is nothing to export, or it was cancelled */
	async preview(request: ExportRequest, signal?: AbortSignal): Promise<ExportPreview> {
		if (request.format !== 'jsonld')
			return this.#around.library.exports.preview(await this.#noted(request), withSignal(signal))
		const { ids } = await this.#within(request)
		const text = await this.#around.linkedData(ids.slice(0, glance), signal)
		return { shown: { type: 'text', text }, whole: ids.length <= glance }
	}

	/** @yields progress, then the file. @throws Failure when a PDF is asked for and nothing here can print */
	async *run(request: ExportRequest, signal?: AbortSignal): AsyncGenerator<ExportStep> {
		if (request.format === 'jsonld') {
			yield await this.#linkedData(request, signal)
			return
		}
		const { library, actions } = this.#around
		const steps = await library.exports.make(await this.#noted(request), withSignal(signal))
		const paper = (page: string) => onPaper(page, usualPaper())
		yield* request.format === 'pdf' ? printed(steps, actions, paper, signal) : steps
	}

	/**
	 * Asks where, makes the file, writes it there.
	 * @yields progress, then what was saved. @throws Failure when it was cancelled or cannot be written: then nothing is
	 */
	async *save(request: ExportRequest, signal?: AbortSignal): AsyncGenerator<SaveStep> {
		const name = async () => (await this.#within(request)).name
		yield* this.saved(name, () => this.run(request, signal), signal)
	}

	/**
	 * The same for a file of another making.
	 * @param name to begin with, asked for when it is known that it can be saved
	 * @param make makes the file, once it is known where to
	 */
	async *saved(
		name: () => string | Promise<string>,
		make: () => AsyncIterable<ExportStep>,
		signal?: AbortSignal,
	): AsyncGenerator<SaveStep> {
		const { chooseFile } = this.#around.actions
		if (!chooseFile) throw cannot('ask where to save', 'Export from the window: the browser saves it.')
		const file = await chooseFile(await name())
		if (!file) {
			yield { type: 'declined' }
			return
		}
		const { writeExport } = await import('./index.ts')
		for await (const step of make()) {
			if (step.type === 'progress') yield step
			else {
				stopIfAsked(withSignal(signal))
				const bytes = Buffer.from(step.content, 'base64')
				writeExport(file, bytes)
				const saved = { name: basename(file), bytes: bytes.length, file: this.#saved.push(file) - 1 }
				yield { type: 'saved', ...saved }
			}
		}
	}

	/** @throws Failure when nothing was saved under this number, or the host has no file manager */
	show(saved: number): void {
		const { showFile } = this.#around.actions
		const file = this.#saved[saved]
		if (!showFile || !file) throw cannot('show this file', 'Look for it where you saved it.')
		showFile(file)
	}

	async #within(request: ExportRequest) {
		const found = await this.#around.library.exports.within(await this.#noted(request))
		if (request.format === 'jsonld' && !found.ids.length)
			throw new Failure('NOT_FOUND', 'There is no note to export.', 'Make one first, or choose more.')
		return found
	}

	/** The annotations themselves, with all that other programs have put into them. */
	async #linkedData(request: ExportRequest, signal: AbortSignal | undefined): Promise<ExportStep> {
		const { ids, ...file } = await this.#within(request)
		return { type: 'done', ...file, content: base64(await this.#around.linkedData(ids, signal)) }
	}
}

const base64 = (content: string | Uint8Array): string => Buffer.from(content).toString('base64')
const withSignal = (signal: AbortSignal | undefined) => (signal ? { signal } : {})
