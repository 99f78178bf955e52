/** Opens the program for a command. */
import type { DataPlace } from '#backend/data-dir.ts'
import type { HostActions } from '#backend/host/actions.ts'
import { type Backend, openBackend } from '#backend/index.ts'
import { type HostDescription, noCapabilities } from '#contract/host.ts'
import type { Io, Places } from './io.ts'

/**
 * @param name what the program runs as; a browser host has worker threads, a command waits for it anyway.
 * @throws Failure when the workspace cannot be used.
 */
export function openFor(
	name: HostDescription['name'],
	place: DataPlace,
	places: Places,
	io: Io,
	actions: HostActions = {},
): Promise<Backend> {
	const { packsDir, packSources, noticesFile, version } = places
	return openBackend({
		dataDir: place.dataDir,
		note: place.note,
		actions,
		packsDir,
		packSources: [packSources],
		...(places.workers && name === 'browser' && { workers: places.workers }),
		...(noticesFile && { noticesFile }),
		host: {
			name,
			version,
			capabilities: {
				...noCapabilities,
				openFolder: Boolean(actions.openFolder),
				restart: Boolean(actions.restart),
			},
		},
		log: (sentence) => io.err(`${sentence}\n`),
		// A command says in one sentence that it failed; where a host runs on, whoever looks after it wants to know why.
		report(error) {
			if (name === 'browser' || io.env.PARALLAX_DEBUG)
				io.err(`${error instanceof Error ? error.stack : String(error)}\n`)
		},
	})
}
