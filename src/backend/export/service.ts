/** Exports as windows and commands ask for them: the host adds the notes, the library's thread makes the file, the host prints. */

import type { ExportRequest, ExportStep } from '#contract/exports.ts'
import type { WorkerClient } from '#contract/index.ts'
import type { Annotations } from '../annotations/annotations.ts'
import type { PrintPdf } from './pdf.ts'

interface Around {
	library: WorkerClient
	annotations: Pick<Annotations, 'list'>
	colourNames: () => Record<string, string>
	/** The text of one of the reader's own templates. */
	template: (id: string) => string | undefined
	print: PrintPdf
}

export class Exports {
	readonly #around: Around

	constructor(around: Around) {
		this.#around = around
	}

	/** All notes, and what goes with them. */
	async noted() {
		return {
			annotations: await this.#around.annotations.list(undefined),
			colourNames: this.#around.colourNames(),
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

	/** @yields progress, then the file. @throws Failure when the template is not there or has a fault, or a PDF is asked for and nothing here can print */
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
