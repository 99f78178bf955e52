/** The contract's one implementation. */
import { lazy, type Router } from '@orpc/server'
import type { roomContract } from '#contract/classroom/room.ts'
import type { contract } from '#contract/index.ts'
import type { Parts } from './parts.ts'
import { branch } from './rpc/branch.ts'

/** The line of an audience view: it reaches this and nothing else. */
export function createRoomRouter({ classroom }: Pick<Parts, 'classroom'>) {
	const routes = async () => (await import('./classroom/room.ts')).roomRoutes(classroom)
	return {
		watch: lazy(async () => ({ default: (await routes()).watch })),
		image: lazy(async () => ({ default: (await routes()).image })),
	} satisfies Router<typeof roomContract, Record<never, never>>
}

export const createRouter = (parts: Parts) =>
	({
		annotations: branch(async () => (await import('./annotations/routes.ts')).annotationsRoutes(parts)),
		cards: branch(async () => (await import('./cards/routes/index.ts')).cardsRoutes(parts)),
		citations: branch(async () => (await import('./citations/routes.ts')).citationsRoutes(parts)),
		classroom: branch(async () => (await import('./classroom/routes/classroom.ts')).classroomRoutes(parts)),
		dataFolder: branch(async () => (await import('./data-folder/routes.ts')).dataFolderRoutes(parts)),
		exports: branch(async () => (await import('./export/routes.ts')).exportsRoutes(parts)),
		host: branch(async () => (await import('./host/routes.ts')).hostRoutes(parts)),
		library: branch(async () => (await import('./library/routes.ts')).libraryRoutes(parts)),
		presentations: branch(async () => (await import('./classroom/routes/presentations.ts')).presentationsRoutes(parts)),
		search: branch(async () => (await import('./search/routes.ts')).searchRoutes(parts)),
		templates: branch(async () => (await import('./templates/routes.ts')).templatesRoutes(parts)),
		workspace: branch(async () => (await import('./workspace/routes.ts')).workspaceRoutes(parts)),
	}) satisfies Router<typeof contract, Record<never, never>>
