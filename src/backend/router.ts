/** The contract's one implementation. */
import { implement } from '@orpc/server'
import type { HostDescription, Notice } from '#contract/host.ts'
import { contract, type WorkerClient } from '#contract/index.ts'
import { diagnostics } from './host/diagnostics.ts'
import type { Workspace } from './workspace/workspace.ts'

export interface Parts {
	host: HostDescription
	library: WorkerClient
	workspace: Workspace
	notices: () => Promise<Notice[]>
	/** Pack folders that are checked when none is named. */
	packSources: readonly string[]
}

export function createRouter({ host, library, workspace, notices, packSources }: Parts) {
	const os = implement(contract)
	const { store, changes } = workspace
	return os.router({
		host: {
			describe: os.host.describe.handler(() => host),
			diagnostics: os.host.diagnostics.handler(async () => ({ report: await diagnostics(host, library, workspace) })),
			notices: os.host.notices.handler(notices),
		},
		library: {
			list: os.library.list.handler(({ input, signal }) => library.library.list(input, withSignal(signal))),
			show: os.library.show.handler(({ input, signal }) => library.library.show(input, withSignal(signal))),
			document: os.library.document.handler(({ input, signal }) => library.library.document(input, withSignal(signal))),
			comparison: os.library.comparison.handler(({ input, signal }) =>
				library.library.comparison(input, withSignal(signal)),
			),
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
		workspace: {
			settings: {
				read: os.workspace.settings.read.handler(() => store.settings()),
				change: os.workspace.settings.change.handler(({ input }) => {
					const settings = store.changeSettings(input as Partial<typeof settings>)
					changes.tell('settings')
					return settings
				}),
			},
			positions: {
				read: os.workspace.positions.read.handler(({ input }) => store.position(input.pane)),
				save: os.workspace.positions.save.handler(({ input }) => {
					const position = store.savePosition(input)
					changes.tell('positions')
					return position
				}),
				recent: os.workspace.positions.recent.handler(({ input }) => store.recentPositions(input.limit)),
			},
			history: {
				visit: os.workspace.history.visit.handler(({ input }) => {
					const visit = store.visit(input)
					changes.tell('history')
					return visit
				}),
				list: os.workspace.history.list.handler(({ input }) => store.history(input.limit)),
				stay: os.workspace.history.stay.handler(({ input }) => {
					const place = store.stay(input)
					changes.tell('history')
					return place
				}),
				places: os.workspace.history.places.handler(({ input }) => store.places(input.panes)),
				clear: os.workspace.history.clear.handler(() => {
					const cleared = store.clearHistory()
					changes.tell('history')
					return cleared
				}),
				restore: os.workspace.history.restore.handler(({ input }) => {
					const restored = store.restoreHistory(input.token)
					changes.tell('history')
					return restored
				}),
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
