/** Opens the classroom with all that it stands on. */
import type { HostActions } from '../host/actions.ts'
import type { Workers } from '../workers.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { Classroom } from './classroom.ts'
import { networkAddresses } from './join.ts'
import { listenerThread } from './listener-thread.ts'
import { ResultStore } from './results.ts'
import { PresentationStore } from './store.ts'

interface Around {
	workspace: Workspace
	actions: HostActions
	workers: Workers | undefined
	report: (error: unknown) => void
	log: (sentence: string) => void
}

export function openClassroom({ workspace, actions, workers, report, log }: Around): Classroom {
	const { sql, gate, store, changes } = workspace
	const presentations = new PresentationStore(sql)
	return new Classroom({
		find: (id) => presentations.show(id),
		images: (ids) => presentations.images(ids),
		results: new ResultStore(sql),
		gate,
		settings: () => store.settings(),
		changes,
		audience: actions.audience,
		listener: workers && listenerThread(workers.listener, report),
		addresses: () => networkAddresses(),
		report,
		log,
	})
}
