/** Where the reader's data lies: a folder that can be looked at, and moved. */
import { base } from './errors.ts'
import { z } from './jitless.ts'

const Path = z.string().min(1).max(4000)

/** `move`: the data goes there. `use`: a workspace is there already and is used from then on; nothing is copied. */
const How = z.enum(['move', 'use'])

export const FolderCheck = z.strictObject({
	/** Where the data would lie: absolute, and a folder of its own where the one that was named has other things in it. */
	path: Path,
	how: How,
	/** Bytes that a move would copy. */
	bytes: z.int(),
	/** Bytes free there. */
	free: z.int(),
})

export const DataFolder = z.strictObject({
	path: Path,
	/** Bytes on disk. */
	bytes: z.int(),
	/** False where the command line or PARALLAX_DATA names the folder. */
	movable: z.boolean(),
	/** What happens at the next start. */
	planned: z.strictObject({ path: Path, how: How }).nullable(),
	/** The old folder of the last move, while it is still there. It may be deleted. */
	left: Path.nullable(),
	/** Why the last move did not happen; the data stayed where it was. */
	failed: z.strictObject({ path: Path, sentence: z.string(), next: z.string() }).nullable(),
})

const input = base.input(z.strictObject({ path: Path }))

export const dataFolderContract = {
	describe: base.output(DataFolder),
	/** Looks whether the data could lie there, before anything happens. A path starts at the root or with `~`. */
	check: input.output(FolderCheck),
	/** Plans it, after the same look: it happens at the next start, when nothing is being written. */
	change: input.output(DataFolder),
	/** Drops what is planned, and the word on a move that failed. */
	forget: base.output(DataFolder),
	/** Asks for a folder in the system's own dialog; null when it was closed. Needs the capability `chooseFolder`. */
	choose: base.output(z.strictObject({ path: Path.nullable() })),
	/** Shows the folder in the system's file manager. Needs the capability `openFolder`. */
	open: base,
}

export type DataFolder = z.infer<typeof DataFolder>
export type FolderCheck = z.infer<typeof FolderCheck>
