/** The development server that may serve the renderer instead, with hot reload. */
import { Failure } from '#backend/failure.ts'
import { loopbackAddress } from './loopback.ts'

/**
 * @param env where PARALLAX_DEV_RENDERER names one exact origin on this computer, e.g. `http://127.0.0.1:5173`.
 * @returns that origin, or undefined when none is named.
 * @throws Failure for anything else: an origin let in here may do what the app's own pages may.
 */
export function devOriginFrom(env: NodeJS.ProcessEnv): string | undefined {
	const origin = env.PARALLAX_DEV_RENDERER
	if (!origin) return undefined
	const url = URL.parse(origin)
	if (url?.protocol === 'http:' && url.origin === origin && loopbackAddress(url.hostname)) return origin
	throw new Failure(
		'BAD_REQUEST',
		`PARALLAX_DEV_RENDERER is "${origin}", which is not an origin on this computer.`,
		'Set it to the development server, like http://127.0.0.1:5173, or leave it out.',
	)
}
