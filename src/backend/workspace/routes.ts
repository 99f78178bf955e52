/** The contract's `workspace`. */
import { implement } from '@orpc/server'
import { type Settings, workspaceContract } from '#contract/workspace.ts'
import type { Parts } from '../parts.ts'
import { atGate } from './gate.ts'

export function workspaceRoutes({ workspace }: Parts) {
	const { store, searches, changes, gate } = workspace
	const os = implement(workspaceContract).use(atGate(gate))
	return os.router({
		settings: {
			read: os.settings.read.handler(() => store.settings()),
			change: os.settings.change.handler(({ input }) =>
				changes.told('settings', store.changeSettings(input as Partial<Settings>)),
			),
		},
		positions: {
			read: os.positions.read.handler(({ input }) => store.position(input.pane)),
			save: os.positions.save.handler(({ input }) => changes.told('positions', store.savePosition(input))),
			recent: os.positions.recent.handler(({ input }) => store.recentPositions(input.limit)),
		},
		history: {
			visit: os.history.visit.handler(({ input }) => changes.told('history', store.visit(input))),
			list: os.history.list.handler(({ input }) => store.history(input.limit)),
			stay: os.history.stay.handler(({ input }) => changes.told('history', store.stay(input))),
			places: os.history.places.handler(({ input }) => store.places(input.panes)),
			clear: os.history.clear.handler(() => changes.told('history', store.clearHistory())),
			restore: os.history.restore.handler(({ input }) => changes.told('history', store.restoreHistory(input.token))),
		},
		searches: {
			list: os.searches.list.handler(({ input }) => searches.list(input.limit)),
			save: os.searches.save.handler(({ input }) => changes.told('searches', searches.save(input.query))),
			clear: os.searches.clear.handler(() => changes.told('searches', searches.clear())),
			restore: os.searches.restore.handler(({ input }) => changes.told('searches', searches.restore(input.token))),
		},
		backups: {
			list: os.backups.list.handler(() => workspace.backups()),
			create: os.backups.create.handler(({ signal }) => workspace.createBackup(signal)),
			restore: os.backups.restore.handler(({ input }) => workspace.restore(input.name)),
		},
		changes: os.changes.handler(({ signal }) => changes.subscribe(signal)),
	})
}
