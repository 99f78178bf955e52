/** Cards in and out, as windows and commands ask for it: files come in parts, threads do the work, parts go out. */
import { rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { CardAct } from '#contract/cards/browse.ts'
import type { Enough, FitStep } from '#contract/cards/fit.ts'
import type { Statistics } from '#contract/cards/statistics.ts'
import type { ExportStep, ImportStep, ImportSummary } from '#contract/cards/transfer.ts'
import { partBytes } from '#contract/cards/words.ts'
import type { Gate } from '../../workspace/gate.ts'
import type { Acted, Which } from '../browse/bulk.ts'
import { type Clock, systemClock } from '../clock.ts'
import type { Asked } from '../statistics/statistics.ts'
import { TransferFiles } from './files.ts'
import type { Answers, Job } from './job.ts'
import { withProgress } from './progress.ts'
import type { TakeInOptions } from './take-in.ts'
import { run } from './thread.ts'
import type { ExportRequest } from './write/index.ts'

interface Around {
	dataDir: string
	/** Closed while the database is held. */
	gate: Gate
	/** Entry of a worker thread; without it the work is done here, in small steps as long as it reads. */
	worker?: URL | undefined
	clock?: Clock | undefined
}

const mediaTypes = { apkg: 'application/zip', csv: 'text/csv' } as const

const anyOf = (own: AbortSignal, asked?: AbortSignal): AbortSignal => (asked ? AbortSignal.any([own, asked]) : own)

export class Transfers {
	readonly files = new TransferFiles()
	readonly #around: Around
	/** One after the other: each wants the database for itself. */
	#writing: Promise<unknown> = Promise.resolve()
	readonly #closing = new AbortController()
	readonly #running = new Set<Promise<unknown>>()
	/** Files that are being taken in. */
	readonly #importing = new Map<number, AbortController>()

	constructor(around: Around) {
		this.#around = around
	}

	async preview(file: number, signal?: AbortSignal): Promise<ImportSummary> {
		return this.#run({ kind: 'preview', file: await this.files.whole(file) }, { signal })
	}

	/** Takes a file in, all or nothing. It is dropped when that is done. */
	async *import(file: number, options: TakeInOptions, signal?: AbortSignal): AsyncGenerator<ImportStep> {
		const cancelled = new AbortController()
		this.#importing.set(file, cancelled)
		try {
			const job: Job = { kind: 'import', file: await this.files.whole(file), ...options }
			const work = (progress: (share: number) => void, stop: AbortSignal) =>
				this.#alone(() => this.#run(job, { signal: stop, progress }))
			for await (const step of withProgress(work, anyOf(cancelled.signal, signal))) {
				if ('share' in step) yield { type: 'progress', ...step }
				else {
					await this.files.drop(file)
					yield { type: 'done', ...step.result }
				}
			}
		} finally {
			this.#importing.delete(file)
		}
	}

	/** Cancels an import, as long as it is not becoming final. */
	cancel(file: number): void {
		this.#importing.get(file)?.abort()
	}

	/** @yields progress, then the file in parts, then its name */
	async *export(request: ExportRequest, name: string, signal?: AbortSignal): AsyncGenerator<ExportStep> {
		const target = this.files.free()
		const job: Job = { kind: 'export', target, ...request }
		const work = (progress: (share: number) => void, stop: AbortSignal) => this.#run(job, { signal: stop, progress })
		let cards = 0
		try {
			for await (const step of withProgress(work, signal))
				if ('share' in step) yield { type: 'progress', ...step }
				else cards = step.result.cards
			const file = await open(target)
			try {
				for (;;) {
					const { bytesRead, buffer } = await file.read(Buffer.alloc(partBytes), 0, partBytes)
					if (!bytesRead) break
					yield { type: 'part', content: buffer.subarray(0, bytesRead).toString('base64') }
				}
			} finally {
				await file.close()
			}
			yield { type: 'done', name, mediaType: mediaTypes[request.format], cards }
		} finally {
			rmSync(target, { force: true })
		}
	}

	/** Counts what reviews add up to. */
	statistics = (asked: Asked, signal?: AbortSignal): Promise<Statistics> =>
		this.#run({ kind: 'statistics', ...asked }, { signal })

	/** Counts the reviews that FSRS can be fitted to. */
	enough = (signal?: AbortSignal): Promise<Enough> => this.#run({ kind: 'enough' }, { signal })

	/** Fits FSRS to the reviews; changes nothing. */
	async *fit(signal?: AbortSignal): AsyncGenerator<FitStep> {
		const work = (progress: (share: number) => void, stop: AbortSignal) =>
			this.#run({ kind: 'fit' }, { signal: stop, progress })
		for await (const step of withProgress(work, signal))
			yield 'share' in step ? { type: 'progress', ...step } : { type: 'done', ...step.result }
	}

	/** Schedules by other parameters; by those that ship where there are none. */
	adopt = (parameters: number[]): Promise<{ token: number; cards: number }> =>
		this.#alone(() => this.#run({ kind: 'adopt', parameters }, {}))

	/** Undoes a large act. */
	undo = (token: number): Promise<{ cards: number }> => this.#alone(() => this.#run({ kind: 'undo', token }, {}))

	/** Acts on many cards. */
	act = (which: Which, act: CardAct): Promise<Acted> => this.#alone(() => this.#run({ kind: 'act', which, act }, {}))

	async close(): Promise<void> {
		this.#closing.abort()
		await Promise.allSettled(this.#running)
		await this.files.close()
	}

	#alone<T>(work: () => Promise<T>): Promise<T> {
		const result = this.#writing.then(work)
		this.#writing = result.catch(() => {})
		return result
	}

	async #run<J extends Job>(
		job: J,
		{ signal, progress }: { signal?: AbortSignal | undefined; progress?: (share: number) => void },
	): Promise<Answers[J['kind']]> {
		const { dataDir, gate, worker, clock = systemClock } = this.#around
		let open = () => {}
		const running = run(job, {
			dataDir,
			worker,
			now: { at: clock.now(), zone: clock.zone() },
			signal: anyOf(this.#closing.signal, signal),
			...(progress ? { progress } : {}),
			onWrite: () => {
				open = gate.close()
			},
		})
		this.#running.add(running)
		try {
			return await running
		} finally {
			this.#running.delete(running)
			open()
		}
	}
}
