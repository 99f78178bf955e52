/** Where things are in the checkout. */
import { fileURLToPath } from 'node:url'

/** @returns the absolute path of something in the checkout, given relative to its top folder. */
export const inRoot = (path: string): string => fileURLToPath(new URL(path, rootUrl))

const rootUrl = new URL('../../', import.meta.url)

/** The top folder of the checkout, without a separator at its end. */
export const root = inRoot('.').replace(/[\\/]$/, '')
