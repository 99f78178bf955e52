/** The contract's one implementation. */
import { implement } from '@orpc/server'
import type { Annotation } from '#contract/annotations.ts'
import type { HostDescription, Notice } from '#contract/host.ts'
import { type AnnotationWorkClient, contract, type WorkerClient } from '#contract/index.ts'
import type { Template } from '#contract/templates.ts'
import { exportedText } from '#contract/upload.ts'
import type { Change, Settings } from '#contract/workspace.ts'
import { Annotations } from './annotations/annotations.ts'
import { cardsRouter } from './cards/routes/index.ts'
import type { Transfers } from './cards/transfer/service.ts'
import type { ClassroomDoor } from './classroom/open.ts'
import { classroomRouter } from './classroom/routes/index.ts'
import { cannot, type DataFolderService } from './data-folder/service.ts'
import { Exports } from './export/service.ts'
import type { HostActions } from './host/actions.ts'
import { diagnostics } from './host/diagnostics.ts'
import { Templates } from './templates/service.ts'
import { writes } from './workspace/gate.ts'
import type { Workspace } from './workspace/workspace.ts'

export interface Parts {
	host: HostDescription
	actions: HostActions
	dataFolder: DataFolderService
	library: WorkerClient
	/** What takes longer than a frame with annotations. */
	work: AnnotationWorkClient
	workspace: Workspace
	transfers: Transfers
	classroom: ClassroomDoor
	notices: () => Promise<Notice[]>
	/** Pack folders that are checked when none is named. */
	packSources: readonly string[]
}

export function createRouter(parts: Parts) {
	const { host, actions, dataFolder, library, work, workspace, transfers, classroom, notices, packSources } = parts
	const os = implement(contract).use(async ({ next, path }) => {
		if (writes(path)) await workspace.gate.passed()
		return next()
	})
	const { store, searches, changes } = workspace
	const annotations = new Annotations({
		store: workspace.annotations,
		library: library.library,
		work,
		gate: workspace.gate,
	})
	const exports = new Exports({
		library,
		annotations,
		linkedData: async (ids, signal) => exportedText(await work.export({ ids }, withSignal(signal))),
		colourNames: () => store.settings().colourNames,
		filledIn: () => store.filledIn(),
		actions,
		template: (id) => workspace.templates.find(id)?.text,
	})
	const templates = new Templates({ library, store: workspace.templates, noted: () => exports.noted() })
	const drawn = (template: Template) => changed('templates', template, [template.id])
	/** Tells the windows what was changed, and passes the answer on. */
	const changed = <T>(what: Change['what'], answer: T, ids?: readonly string[]): T => {
		changes.tell(what, ids)
		return answer
	}
	/** Passes the steps of a work on, and tells the windows in the end, however it ends. */
	async function* followed<T>(steps: Promise<AsyncIterable<T>>): AsyncGenerator<T> {
		try {
			yield* await steps
		} finally {
			changes.look()
		}
	}
	const noted = (annotation: Annotation) => changed('annotations', annotation, [annotation.id])
	return os.router({
		...classroomRouter({ os, workspace, annotations, library, actions, classroom, changed }),
		annotations: {
			notebook: os.annotations.notebook.handler(({ input }) => annotations.notebook(input)),
			list: os.annotations.list.handler(({ input }) => annotations.list(input.sources, input.ids)),
			recent: os.annotations.recent.handler(({ input }) => annotations.recent(input.limit)),
			create: os.annotations.create.handler(async ({ input }) => noted(await annotations.create(input))),
			change: os.annotations.change.handler(async ({ input }) => noted(await annotations.change(input))),
			remove: os.annotations.remove.handler(({ input }) =>
				changed('annotations', annotations.remove(input.ids), input.ids),
			),
			restore: os.annotations.restore.handler(async ({ input }) =>
				changed('annotations', await annotations.restore(input.ids), input.ids),
			),
			settle: os.annotations.settle.handler(async ({ input }) =>
				noted(await annotations.settle(input.id, input.target, input.how)),
			),
			search: os.annotations.search.handler(({ input }) => annotations.search(input.query, input.limit)),
			titles: os.annotations.titles.handler(({ input }) => annotations.titles(input.words, input.limit)),
			upload: os.annotations.upload.handler(({ input, signal }) => work.upload(input, withSignal(signal))),
			import: os.annotations.import.handler(({ input, signal }) => followed(work.import(input, withSignal(signal)))),
			export: os.annotations.export.handler(({ input, signal }) => work.export(input, withSignal(signal))),
			takeBack: os.annotations.takeBack.handler(async ({ input }) => {
				const answer = await work.takeBack(input)
				changes.look()
				return answer
			}),
		},
		cards: cardsRouter({
			os,
			cards: workspace.cards,
			transfers,
			annotations,
			library: library.library,
			changed: (answer) => changed('cards', answer),
		}),
		citations: {
			cite: os.citations.cite.handler(({ input, signal }) => library.citations.cite(input, withSignal(signal))),
			list: os.citations.list.handler(({ input, signal }) => library.citations.list(input, withSignal(signal))),
			file: os.citations.file.handler(({ input, signal }) => library.citations.file(input, withSignal(signal))),
		},
		dataFolder: {
			describe: os.dataFolder.describe.handler(() => dataFolder.describe()),
			check: os.dataFolder.check.handler(({ input }) => dataFolder.check(input.path)),
			change: os.dataFolder.change.handler(({ input }) => dataFolder.change(input.path)),
			forget: os.dataFolder.forget.handler(() => dataFolder.forget()),
			choose: os.dataFolder.choose.handler(() => dataFolder.choose()),
			open: os.dataFolder.open.handler(() => dataFolder.open()),
		},
		exports: {
			check: os.exports.check.handler(({ input }) => exports.check(input)),
			preview: os.exports.preview.handler(({ input, signal }) => exports.preview(input, signal)),
			run: os.exports.run.handler(({ input, signal }) => exports.run(input, signal)),
			save: os.exports.save.handler(({ input, signal }) => exports.save(input, signal)),
			show: os.exports.show.handler(({ input }) => exports.show(input.file)),
			fillIn: os.exports.fillIn.handler(({ input }) => changed('references', store.fillIn(input))),
		},
		host: {
			describe: os.host.describe.handler(() => host),
			diagnostics: os.host.diagnostics.handler(async () => ({ report: await diagnostics(host, library, workspace) })),
			notices: os.host.notices.handler(notices),
			restart: os.host.restart.handler(() => {
				if (!actions.restart) throw cannot('start itself again', 'Close it and start it again yourself.')
				actions.restart()
			}),
		},
		library: {
			list: os.library.list.handler(({ input, signal }) => library.library.list(input, withSignal(signal))),
			show: os.library.show.handler(({ input, signal }) => library.library.show(input, withSignal(signal))),
			document: os.library.document.handler(({ input, signal }) => library.library.document(input, withSignal(signal))),
			comparison: os.library.comparison.handler(({ input, signal }) =>
				library.library.comparison(input, withSignal(signal)),
			),
			text: os.library.text.handler(({ input, signal }) => library.library.text(input, withSignal(signal))),
			hashes: os.library.hashes.handler(({ input, signal }) => library.library.hashes(input, withSignal(signal))),
			packs: os.library.packs.handler(({ signal }) => library.library.packs(undefined, withSignal(signal))),
			topics: os.library.topics.handler(({ signal }) => library.library.topics(undefined, withSignal(signal))),
			findings: os.library.findings.handler(({ signal }) => library.library.findings(undefined, withSignal(signal))),
			check: os.library.check.handler(({ input, signal }) =>
				library.library.check({ directories: input.directories ?? [...packSources] }, withSignal(signal)),
			),
		},
		search: {
			query: os.search.query.handler(({ input, signal }) => library.search.query(input, withSignal(signal))),
		},
		templates: {
			list: os.templates.list.handler(() => templates.list()),
			create: os.templates.create.handler(async ({ input }) =>
				drawn(await templates.create(input.basedOn, input.title)),
			),
			change: os.templates.change.handler(async ({ input }) => drawn(await templates.change(input))),
			remove: os.templates.remove.handler(({ input }) => changed('templates', templates.remove(input.id), [input.id])),
			restore: os.templates.restore.handler(async ({ input }) => drawn(await templates.restore(input.id))),
			check: os.templates.check.handler(({ input }) => templates.check(input.text)),
			preview: os.templates.preview.handler(({ input, signal }) => templates.preview(input, signal)),
		},
		workspace: {
			settings: {
				read: os.workspace.settings.read.handler(() => store.settings()),
				change: os.workspace.settings.change.handler(({ input }) =>
					changed('settings', store.changeSettings(input as Partial<Settings>)),
				),
			},
			positions: {
				read: os.workspace.positions.read.handler(({ input }) => store.position(input.pane)),
				save: os.workspace.positions.save.handler(({ input }) => changed('positions', store.savePosition(input))),
				recent: os.workspace.positions.recent.handler(({ input }) => store.recentPositions(input.limit)),
			},
			history: {
				visit: os.workspace.history.visit.handler(({ input }) => changed('history', store.visit(input))),
				list: os.workspace.history.list.handler(({ input }) => store.history(input.limit)),
				stay: os.workspace.history.stay.handler(({ input }) => changed('history', store.stay(input))),
				places: os.workspace.history.places.handler(({ input }) => store.places(input.panes)),
				clear: os.workspace.history.clear.handler(() => changed('history', store.clearHistory())),
				restore: os.workspace.history.restore.handler(({ input }) =>
					changed('history', store.restoreHistory(input.token)),
				),
			},
			searches: {
				list: os.workspace.searches.list.handler(({ input }) => searches.list(input.limit)),
				save: os.workspace.searches.save.handler(({ input }) => changed('searches', searches.save(input.query))),
				clear: os.workspace.searches.clear.handler(() => changed('searches', searches.clear())),
				restore: os.workspace.searches.restore.handler(({ input }) =>
					changed('searches', searches.restore(input.token)),
				),
			},
			backups: {
				list: os.workspace.backups.list.handler(() => workspace.backups()),
				create: os.workspace.backups.create.handler(({ signal }) => workspace.createBackup(signal)),
				restore: os.workspace.backups.restore.handler(({ input }) => workspace.restore(input.name)),
			},
			changes: os.workspace.changes.handler(({ signal }) => changes.subscribe(signal)),
		},
	})
}

const withSignal = (signal: AbortSignal | undefined) => (signal ? { signal } : {})
