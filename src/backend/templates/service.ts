/** Templates as windows and commands ask for them: the host keeps the reader's own, the library's thread reads and tries them. */
import type { WorkerClient } from '#contract/index.ts'
import type { Template, TemplatePreview, TemplatePreviewRequest } from '#contract/templates.ts'
import { exportLayouts } from '#contract/tokens.ts'
import { Failure } from '../failure.ts'
import type { KeptTemplate, TemplateStore } from '../workspace/templates.ts'

interface Around {
	library: WorkerClient
	store: TemplateStore
	/** All notes, and what goes with them. */
	noted: () => Promise<Omit<Parameters<WorkerClient['templates']['preview']>[0], 'request'>>
}

export class Templates {
	readonly #around: Around

	constructor(around: Around) {
		this.#around = around
	}

	async list(): Promise<Template[]> {
		const { library, store } = this.#around
		return [...(await library.templates.shipped()), ...(await this.#checked(store.list()))]
	}

	/** @throws Failure when there is none to copy */
	async create(basedOn: string, title: string | undefined): Promise<Template> {
		const from = (await this.list()).find(({ id }) => id === basedOn)
		if (!from) throw unknownTemplate(basedOn)
		const { store } = this.#around
		return this.#own(store.create({ title: title ?? copyOf(from.title), text: from.text, basedOn }))
	}

	/** @throws Failure for one that ships, or is not there */
	async change(change: Parameters<TemplateStore['change']>[0]): Promise<Template> {
		refuseShipped(change.id)
		return this.#own(this.#around.store.change(change))
	}

	/** @throws Failure for one that ships */
	remove(id: string): { removed: number } {
		refuseShipped(id)
		return { removed: this.#around.store.remove(id) }
	}

	restore = async (id: string): Promise<Template> => this.#own(this.#around.store.restore(id))

	async check(text: string) {
		const [faults = []] = await this.#around.library.templates.check({ texts: [text] })
		return faults
	}

	async preview(request: TemplatePreviewRequest, signal?: AbortSignal): Promise<TemplatePreview> {
		const noted = await this.#around.noted()
		const annotations = request.from === 'notes' ? noted.annotations : []
		return this.#around.library.templates.preview({ ...noted, annotations, request }, signal ? { signal } : {})
	}

	async #own(kept: KeptTemplate): Promise<Template> {
		const [template] = await this.#checked([kept])
		if (!template) throw new Error('a template was lost on its way')
		return template
	}

	async #checked(kept: readonly KeptTemplate[]): Promise<Template[]> {
		if (!kept.length) return []
		const faults = await this.#around.library.templates.check({ texts: kept.map(({ text }) => text) })
		return kept.map((one, index) => ({ ...one, shipped: false, faults: faults[index] ?? [] }))
	}
}

/** @returns what is said where no template has an id. */
export const unknownTemplate = (id: string): Failure =>
	new Failure('NOT_FOUND', `There is no template called “${id}”.`, `Those that ship: ${exportLayouts.join(', ')}.`)

function refuseShipped(id: string): void {
	if (exportLayouts.some((one) => one === id))
		throw new Failure(
			'CONFLICT',
			'This template ships with Parallax and stays as it is.',
			'Make a copy, and change that.',
		)
}

const copyOf = (title: string): string => `${title.slice(0, 480)} (copy)`
