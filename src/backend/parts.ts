/** What the routes answer with. */
import type { HostDescription, Notice } from '#contract/host.ts'
import type { AnnotationWorkClient, WorkerClient } from '#contract/index.ts'
import type { Annotations } from './annotations/annotations.ts'
import type { AnnotationWork } from './annotations/work/open.ts'
import type { Clock } from './cards/clock.ts'
import type { Transfers } from './cards/transfer/service.ts'
import type { Classroom } from './classroom/classroom.ts'
import type { FolderNote } from './data-folder/note.ts'
import type { Exports } from './export/service.ts'
import type { HostActions } from './host/actions.ts'
import { onDemand } from './on-demand.ts'
import type { Workers } from './workers.ts'
import type { Workspace } from './workspace/workspace.ts'

interface Given {
	host: HostDescription
	actions: HostActions
	note: FolderNote | undefined
	library: WorkerClient
	workspace: Workspace
	/** What cards are scheduled by; the system's without one. */
	clock: Clock | undefined
	notices: () => Promise<Notice[]>
	/** Pack folders that are checked when none is named. */
	packSources: readonly string[]
}

/** What several branches share is made when the first of them asks for it. */
export interface Parts extends Given {
	/** What takes longer than a frame with annotations. */
	work: () => Promise<AnnotationWorkClient>
	annotations: () => Promise<Annotations>
	exports: () => Promise<Exports>
	transfers: () => Promise<Transfers>
	/** What is presented: most sessions present nothing. */
	classroom: () => Promise<Classroom>
}

export interface MoreParts {
	workers: Workers | undefined
	report: (error: unknown) => void
	log: (sentence: string) => void
}

/** @returns the parts, and a way to end what was made of them */
export function partsOf(given: Given, { workers, report, log }: MoreParts) {
	const { library, workspace, actions, clock } = given
	const { sql, store, gate, dataDir } = workspace
	const annotationWork = onDemand<AnnotationWork>(async () => {
		const { openAnnotationWork } = await import('./annotations/work/open.ts')
		return openAnnotationWork({ dataDir, library: library.library, gate, worker: workers?.annotations, report })
	})
	const work = async () => (await annotationWork()).client
	const annotations = onDemand(async () => {
		const { Annotations } = await import('./annotations/annotations.ts')
		const { AnnotationStore } = await import('./annotations/store.ts')
		return new Annotations({ store: new AnnotationStore(sql), library: library.library, work: await work(), gate })
	})
	const exports = onDemand(async () => {
		const { Exports } = await import('./export/service.ts')
		const { TemplateStore } = await import('./workspace/templates.ts')
		const { exportedText } = await import('#contract/upload.ts')
		const templates = new TemplateStore(sql)
		const lines = await work()
		return new Exports({
			library,
			actions,
			annotations: await annotations(),
			linkedData: async (ids, signal) => exportedText(await lines.export({ ids }, signal ? { signal } : {})),
			colourNames: () => store.settings().colourNames,
			filledIn: () => store.filledIn(),
			template: (id) => templates.find(id)?.text,
		})
	})
	const transfers = onDemand(async () => {
		const { Transfers } = await import('./cards/transfer/service.ts')
		return new Transfers({ dataDir, gate, worker: workers?.cards, clock })
	})
	const classroom = onDemand(async () => {
		const { openClassroom } = await import('./classroom/open.ts')
		return openClassroom({ workspace, actions, workers, report, log })
	})
	const parts: Parts = { ...given, work, annotations, exports, transfers, classroom }
	const close = async () => {
		await (await transfers.made)?.close()
		await (await annotationWork.made)?.close()
		// Nobody holds it up any more from keeping what was answered.
		await (await classroom.made)?.close()
	}
	return { parts, close }
}
