/** The classroom, loaded when it is first asked for: most sessions present nothing. */
import type { HostActions } from '../host/actions.ts'
import type { Workers } from '../workers.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { Classroom } from './classroom.ts'

export interface ClassroomDoor {
	(): Promise<Classroom>
	/** Ends what is on. */
	close(): Promise<void>
}

interface Around {
	workspace: Workspace
	actions: HostActions
	workers: Workers | undefined
	report: (error: unknown) => void
}

/** @returns what opens it once, for all who ask */
export function classroomDoor(around: Around): ClassroomDoor {
	let opened: Promise<Classroom> | undefined
	const open = () => {
		opened ??= load(around)
		return opened
	}
	return Object.assign(open, { close: async () => (await opened)?.close() })
}

async function load({ workspace, actions, workers, report }: Around): Promise<Classroom> {
	const [{ Classroom }, { networkAddresses }, { listenerThread }] = await Promise.all([
		import('./classroom.ts'),
		import('./join.ts'),
		import('./listener-thread.ts'),
	])
	const { presentations, results, gate, store, changes } = workspace
	return new Classroom({
		find: (id) => presentations.show(id),
		images: (ids) => presentations.images(ids),
		results,
		gate,
		settings: () => store.settings(),
		changes,
		audience: actions.audience,
		listener: workers && listenerThread(workers.listener, report),
		addresses: () => networkAddresses(),
		report,
	})
}
