/** The one contract: what a window may ask of the program. Hosts bind it; nothing else crosses between them. */
import type { ContractRouterClient } from '@orpc/contract'
import type { annotationHost, annotationWork } from './annotation-work.ts'
import { annotationsContract } from './annotations.ts'
import { cardsContract } from './cards/index.ts'
import { citationsContract } from './citations.ts'
import { classroomContract } from './classroom/classroom.ts'
import { presentationsContract, presentationWork } from './classroom/presentations.ts'
import type { roomContract } from './classroom/room.ts'
import { dataFolderContract } from './data-folder.ts'
import { exportsContract, exportWork, templateWork } from './exports.ts'
import { hostContract } from './host.ts'
import { libraryContract } from './library.ts'
import { searchContract } from './search.ts'
import { templatesContract } from './templates.ts'
import { workspaceContract } from './workspace.ts'

export const contract = {
	annotations: annotationsContract,
	cards: cardsContract,
	citations: citationsContract,
	classroom: classroomContract,
	dataFolder: dataFolderContract,
	exports: exportsContract,
	host: hostContract,
	library: libraryContract,
	presentations: presentationsContract,
	search: searchContract,
	templates: templatesContract,
	workspace: workspaceContract,
}

/** The part that a worker thread answers: what can take longer than a frame. */
export const workerContract = {
	citations: citationsContract,
	exports: exportWork,
	library: libraryContract,
	presentations: presentationWork,
	search: searchContract,
	templates: templateWork,
}

export type Client = ContractRouterClient<typeof contract>
export type AnnotationWorkClient = ContractRouterClient<typeof annotationWork>
export type AnnotationHostClient = ContractRouterClient<typeof annotationHost>
/** The line of an audience view: it cannot ask for anything else. */
export type RoomClient = ContractRouterClient<typeof roomContract>
export type WorkerClient = ContractRouterClient<typeof workerContract>
