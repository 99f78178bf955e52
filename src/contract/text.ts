/** Bounded strings: everything that crosses the contract has a length that it may not pass. */
import { z } from './jitless.ts'

/** A stable id in kebab-case, as packs use them. */
export const Id = z
	.string()
	.max(120)
	.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'ids are lower-case words joined by hyphens')
/** One line: a title, a name, a label. */
export const Line = z.string().max(500)
/** Running text. */
export const Text = z.string().max(200_000)
