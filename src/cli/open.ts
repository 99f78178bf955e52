/** Opens the program for a command. */
import { type Backend, openBackend } from '#backend/index.ts'
import type { HostDescription } from '#contract/host.ts'
import type { Io, Places } from './io.ts'

/** Neither a terminal nor a browser has anything of its own. */
const capabilities = { nativeMenus: false, printToPdf: false, secondScreen: false, ownScheme: false }

/**
 * @param name what the program runs as; a browser host has the library in a worker thread, a command waits for it anyway.
 * @throws Failure when the workspace cannot be used.
 */
export function openFor(name: HostDescription['name'], dataDir: string, places: Places, io: Io): Promise<Backend> {
	const { packsDir, packSources, noticesFile, version } = places
	return openBackend({
		dataDir,
		packsDir,
		packSources: [packSources],
		...(places.worker && name === 'browser' && { worker: places.worker }),
		...(noticesFile && { noticesFile }),
		host: { name, version, capabilities },
		// A command says in one sentence that it failed; where a host runs on, whoever looks after it wants to know why.
		report(error) {
			if (name === 'browser' || io.env.PARALLAX_DEBUG)
				io.err(`${error instanceof Error ? error.stack : String(error)}\n`)
		},
	})
}
