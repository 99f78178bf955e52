/** Secrets of one run: the token of the address, and tickets that open it once. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** @returns a fresh secret: 32 random bytes in base64url. */
export const makeSecret = (): string => randomBytes(32).toString('base64url')

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Compares in a time that says nothing about where two secrets differ, nor about their lengths. */
export const sameSecret = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))

export interface Tickets {
	/** @returns a secret that opens the app once, within a minute. */
	issue(): string
	/** @returns whether `secret` was a ticket that is still good; it is used up by this. */
	redeem(secret: string): boolean
}

/**
 * An address that is handed to a browser stands in a process list that other people on a shared machine can read. It
 * carries a ticket instead of the token, so that what they read has been used up by then.
 * @param now milliseconds, for tests.
 */
export function makeTickets(now: () => number = Date.now): Tickets {
	const lifetime = 60_000
	let issued: { secret: string; until: number }[] = []
	return {
		issue() {
			const secret = makeSecret()
			issued.push({ secret, until: now() + lifetime })
			return secret
		},
		redeem(secret) {
			issued = issued.filter((ticket) => ticket.until > now())
			const found = issued.find((ticket) => sameSecret(ticket.secret, secret))
			issued = issued.filter((ticket) => ticket !== found)
			return found !== undefined
		},
	}
}
