/** Where the built parts lie, as seen from the built main script (`out/main/index.js`). */
import { fileURLToPath } from 'node:url'

export interface Layout {
	preload: string
	renderer: string
	packs: string
	notices: string
	worker: URL
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
		worker: new URL('./library-worker.js', entry),
		icon: path('../icons/256x256.png'),
	}
}
