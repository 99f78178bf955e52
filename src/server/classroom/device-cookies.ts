/** What a device is known by: a random word under this session’s seal. The listener remembers it only once it has been let in. */
import { createHmac, randomBytes } from 'node:crypto'
import { sameSecret } from '../secrets.ts'

export interface DeviceCookies {
	/** @returns the device that a Cookie header names; undefined where it names none of this session */
	deviceIn(header: string | undefined): string | undefined
	/** @returns a Set-Cookie header that makes a new device of a browser, until it is closed */
	fresh(): string
}

/** @param port cookies are not kept apart by port: two listeners on one computer would overwrite each other’s */
export function makeDeviceCookies(port: number): DeviceCookies {
	const name = `parallax-follower-${port}`
	const secret = randomBytes(32)
	const seal = (word: string) => createHmac('sha256', secret).update(word).digest('base64url')
	const pattern = new RegExp(`(?:^|;\\s*)${name}=([\\w-]{22})\\.([\\w-]{43})(?=;|$)`)
	return {
		deviceIn(header) {
			const [, word, sealed] = (header && pattern.exec(header)) || []
			return word !== undefined && sealed !== undefined && sameSecret(sealed, seal(word)) ? word : undefined
		},
		fresh() {
			const word = randomBytes(16).toString('base64url')
			return `${name}=${word}.${seal(word)}; Path=/; HttpOnly; SameSite=Strict`
		},
	}
}
