/** Exports as windows and commands ask for them: the host adds the notes, the library's thread makes the file, the host prints. */

import type { ExportRequest, ExportStep } from '#contract/exports.ts'
import type { WorkerClient } from '#contract/index.ts'
import type { Annotations } from '../annotations/annotations.ts'
import type { PrintPdf } from './pdf.ts'

interface Around {
	library: WorkerClient
	annotations: Pick<Annotations, 'list'>
	colourNames: () => Record<string, string>
	print: PrintPdf
}

export class Exports {
	readonly #around: Around

	constructor(around: Around) {
		this.#around = around
	}

	async #noted(request: ExportRequest) {
		const annotations = await this.#around.annotations.list(undefined)
		return {
			request,
			annotations,
			colourNames: this.#around.colourNames(),
			date: new Date().toISOString().slice(0, 10),
		}
	}

	async check(request: ExportRequest) {
		return this.#around.library.exports.check(await this.#noted(request))
	}

	/** @yields progress, then the file. @throws Failure when a PDF is asked for and nothing here can print */
	async *run(request: ExportRequest, signal?: AbortSignal): AsyncGenerator<ExportStep> {
		const { toPdf } = await import('./pdf.ts')
		const options = signal ? { signal } : {}
		for await (const step of await this.#around.library.exports.make(await this.#noted(request), options)) {
			if (step.type === 'done' && request.format === 'pdf') {
				yield { type: 'progress', share: 0.5 }
				const html = Buffer.from(step.content, 'base64').toString('utf8')
				const content = Buffer.from(await toPdf(html, this.#around.print, options)).toString('base64')
				yield { ...step, content }
			} else yield step
		}
	}
}
