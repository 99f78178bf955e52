/** Where the workspace is when nobody says otherwise. */
import { join } from 'node:path'
import envPaths from 'env-paths'

/** @returns the folder named by PARALLAX_DATA, else `Parallax/workspace` where the system keeps applications' data. */
export const defaultDataDir = (): string =>
	process.env.PARALLAX_DATA || join(envPaths('Parallax', { suffix: '' }).data, 'workspace')
