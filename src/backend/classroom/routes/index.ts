/** The contract's `presentations` and `classroom`. */
import type { implement } from '@orpc/server'
import type { contract, WorkerClient } from '#contract/index.ts'
import type { Change } from '#contract/workspace.ts'
import type { Annotations } from '../../annotations/annotations.ts'
import type { HostActions } from '../../host/actions.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import type { ClassroomDoor } from '../open.ts'
import { classroomRoutes } from './classroom.ts'
import { presentationsRoutes } from './presentations.ts'

/** As it is once the router has put its own before every method. */
type Os = ReturnType<ReturnType<typeof implement<typeof contract>>['use']>

export interface ClassroomParts {
	os: Os
	workspace: Workspace
	annotations: Annotations
	library: WorkerClient
	actions: HostActions
	classroom: ClassroomDoor
	/** Tells the windows what was changed, and passes the answer on. */
	changed: <T>(what: Change['what'], answer: T, ids?: readonly string[]) => T
}

export const classroomRouter = (parts: ClassroomParts) => ({
	classroom: classroomRoutes(parts),
	presentations: presentationsRoutes(parts),
})
