/** The one contract: what a window may ask of the program. Hosts bind it; nothing else crosses between them. */
import type { ContractRouterClient } from '@orpc/contract'
import type { annotationHost, annotationWork } from './annotation-work.ts'
import { annotationsContract } from './annotations.ts'
import { cardsContract } from './cards/index.ts'
import { citationsContract } from './citations.ts'
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
	dataFolder: dataFolderContract,
	exports: exportsContract,
	host: hostContract,
	library: libraryContract,
	search: searchContract,
	templates: templatesContract,
	workspace: workspaceContract,
}

/** The part that a worker thread answers: what can take longer than a frame. */
export const workerContract = {
	citations: citationsContract,
	exports: exportWork,
	library: libraryContract,
	search: searchContract,
	templates: templateWork,
}

export type Client = ContractRouterClient<typeof contract>
export type AnnotationWorkClient = ContractRouterClient<typeof annotationWork>
export type AnnotationHostClient = ContractRouterClient<typeof annotationHost>
export type WorkerClient = ContractRouterClient<typeof workerContract>
