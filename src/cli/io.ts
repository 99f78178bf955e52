/** Everything the command line touches of the world around it, so that a test can be that world. */
import type { Workers } from '#backend/workers.ts'

export interface Io {
	/** Standard output and standard error, whole texts with their line feeds. */
	out(text: string): void
	err(text: string): void
	/** Columns of the terminal that reads standard output; infinite when no terminal does. */
	width: number
	/** Whether a person watches standard error: progress is for them only. */
	watched: boolean
	env: NodeJS.ProcessEnv
	/** Aborted when the program is asked to stop (Ctrl-C, SIGTERM). */
	stop: AbortSignal
}

/** Where the built program has what the commands need. */
export interface Places {
	/** Compiled packs. */
	packsDir: string
	/** The folder of the bundled packs' sources, for `library check`. */
	packSources: string
	/** The built renderer. */
	rendererDir: string
	workers?: Workers
	noticesFile?: string
	version: string
}
