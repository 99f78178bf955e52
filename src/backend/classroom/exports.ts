/** Files of presentations: the library’s thread makes them, the host prints and saves. */
import type { PresentationFormat } from '#contract/classroom/presentations.ts'
import type { ExportStep, SaveStep } from '#contract/exports.ts'
import type { WorkerClient } from '#contract/index.ts'
import { imagesIn } from '#domain/classroom/images.ts'
import { onPaper, usualPaper } from '../export/paper.ts'
import { printed } from '../export/printed.ts'
import type { Exports } from '../export/service.ts'
import { Failure, isFailure } from '../failure.ts'
import type { HostActions } from '../host/actions.ts'
import { fileOf } from './export/file.ts'
import type { PresentationStore } from './store.ts'

interface Around {
	store: Pick<PresentationStore, 'show' | 'images'>
	library: WorkerClient
	actions: HostActions
	exports: Pick<Exports, 'saved'>
}
interface Asked {
	id: string
	format: PresentationFormat
}

export class PresentationExports {
	readonly #around: Around

	constructor(around: Around) {
		this.#around = around
	}

	/** @yields progress, then the file. @throws Failure when it is not there, was cancelled, or nothing here can print a PDF */
	async *run({ id, format }: Asked, signal?: AbortSignal): AsyncGenerator<ExportStep> {
		const { store, library, actions } = this.#around
		const presentation = store.show(id)
		const images = store.images(imagesIn(JSON.stringify(presentation.slides)))
		const steps = await library.presentations.make({ presentation, format, images }, signal ? { signal } : {})
		// Slides have a paper of their own.
		const paper = (page: string) => (format === 'handout' ? onPaper(page, usualPaper()) : page)
		yield* format === 'pptx' ? steps : advised(printed(steps, actions, paper, signal))
	}

	/** Asks where, makes the file, writes it there. @yields as `Exports.save` */
	async *save(asked: Asked, signal?: AbortSignal): AsyncGenerator<SaveStep> {
		const { store, exports } = this.#around
		const name = () => fileOf(store.show(asked.id), asked.format).name
		yield* exports.saved(name, () => this.run(asked, signal), signal)
	}
}

/** Where nothing can print, there is another file of the same slides. */
async function* advised(steps: AsyncIterable<ExportStep>): AsyncGenerator<ExportStep> {
	try {
		yield* steps
	} catch (cause) {
		if (!isFailure(cause) || cause.code !== 'UNAVAILABLE') throw cause
		const next = 'Install Chromium, Chrome or Edge, or name one in PARALLAX_BROWSER. Or export as PowerPoint.'
		throw new Failure('UNAVAILABLE', cause.message, next, { cause })
	}
}
