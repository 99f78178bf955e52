/** Where the built parts lie, as seen from the built main script (`out/main/index.js`). */
import { fileURLToPath } from 'node:url'
import { builtWorkers, type Workers } from '#backend/workers.ts'

export interface Layout {
	preload: string
	renderer: string
	packs: string
	notices: string
	workers: Workers
	icon: string
}

/** @param entry the main script's own `import.meta.url` */
export function layoutFrom(entry: string): Layout {
	const path = (relative: string) => fileURLToPath(new URL(relative, entry))
	return {
		preload: path('../preload/index.cjs'),
		renderer: path('../renderer/'),
		packs: path('../packs/'),
		notices: path('../notices.json'),
		workers: builtWorkers(entry),
		icon: path('../icons/256x256.png'),
	}
}
