/** The `app://` scheme: the built windows' files, with the security headers, and nothing else. */
import { readFile } from 'node:fs/promises'
import type { CustomScheme } from 'electron'
import { securityHeaders } from '#backend/web/security-headers.ts'
import { resolveStaticFile } from '#backend/web/static-files.ts'
import { appOrigin, originOf } from './origins.ts'

/** To be registered before the app is ready: a real origin, in a secure context, with fetch. */
export const appScheme: CustomScheme = {
	scheme: 'app',
	privileges: { standard: true, secure: true, supportFetchAPI: true },
}

/**
 * @param root folder of the built windows
 * @returns what `protocol.handle` wants: a function from a request to a response
 */
export function appHandler(root: string): (request: Request) => Promise<Response> {
	return async (request) => {
		if (originOf(request.url) !== appOrigin) return refuse(404, 'There is nothing at this address.')
		if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'This address can only be read.')
		const file = await resolveStaticFile(root, new URL(request.url).pathname)
		if (!file)
			return refuse(404, 'This part of Parallax is missing. Install it again, or run `npm run build` in a checkout.')
		const body = request.method === 'HEAD' ? null : new Uint8Array(await readFile(file.path))
		return new Response(body, { headers: { ...securityHeaders(), 'content-type': file.type } })
	}
}

const refuse = (status: number, sentence: string) =>
	new Response(sentence, { status, headers: { ...securityHeaders(), 'content-type': 'text/plain; charset=utf-8' } })
