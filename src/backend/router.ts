/** The contract's one implementation. */
import type { Router } from '@orpc/server'
import type { contract } from '#contract/index.ts'
import type { Parts } from './parts.ts'
import { branch } from './rpc/branch.ts'

export const createRouter = (parts: Parts) =>
	({
		annotations: branch(async () => (await import('./annotations/routes.ts')).annotationsRoutes(parts)),
		cards: branch(async () => (await import('./cards/routes/index.ts')).cardsRoutes(parts)),
		citations: branch(async () => (await import('./citations/routes.ts')).citationsRoutes(parts)),
		dataFolder: branch(async () => (await import('./data-folder/routes.ts')).dataFolderRoutes(parts)),
		exports: branch(async () => (await import('./export/routes.ts')).exportsRoutes(parts)),
		host: branch(async () => (await import('./host/routes.ts')).hostRoutes(parts)),
		library: branch(async () => (await import('./library/routes.ts')).libraryRoutes(parts)),
		search: branch(async () => (await import('./search/routes.ts')).searchRoutes(parts)),
		templates: branch(async () => (await import('./templates/routes.ts')).templatesRoutes(parts)),
		workspace: branch(async () => (await import('./workspace/routes.ts')).workspaceRoutes(parts)),
	}) satisfies Router<typeof contract, Record<never, never>>
