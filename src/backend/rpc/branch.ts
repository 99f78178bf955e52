/** The contract, branch by branch: the code of each is loaded when it is first asked for. */
import { lazy } from '@orpc/server'

/**
 * A branch of a router. A window that opens waits for what it asks for and for nothing else, so whatever only one branch needs
 * (packages above all) is imported by that branch alone.
 * @param load imports the branch and makes its routes; it is called once
 */
export const branch = <T extends object>(load: () => Promise<T>) =>
	lazy(async () => {
		try {
			// A copy, without the contract that oRPC keeps with it: its matcher would look for the whole path within the branch.
			return { default: { ...(await load()) } }
		} catch (cause) {
			throw new NotLoaded('a branch of the contract could not be loaded', { cause })
		}
	})

/** Why nobody answers for a branch; the next call tries again. */
export class NotLoaded extends Error {}
