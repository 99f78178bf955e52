/** What is answered over HTTP: the page, its files, pictures of slides that were shown. */
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { DeviceCookies } from './device-cookies.ts'
import type { Entrance } from './entrance.ts'
import type { PageFile } from './files.ts'
import type { Room } from './room.ts'

export interface Pages {
	files: ReadonlyMap<string, PageFile>
	entrance: Entrance
	cookies: DeviceCookies
	room: Room
	/** Whether a device has been let in. */
	isIn(device: string): boolean
	/** Called with each request of another origin. */
	foreign(): void
}

/** Nothing from elsewhere, nothing written into the page, and the page in no other. */
const policy = (host: string): string =>
	[
		"default-src 'none'",
		"script-src 'self'",
		"style-src 'self'",
		"img-src 'self'",
		"font-src 'self'",
		// To older Safaris a WebSocket is not of the page's own origin.
		`connect-src 'self' ws://${host}`,
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
		"object-src 'none'",
		"require-trusted-types-for 'script'",
		'trusted-types vue',
	].join('; ')

const common: OutgoingHttpHeaders = {
	'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'no-referrer',
	'X-Frame-Options': 'DENY',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Cache-Control': 'no-store',
}

/** Names under assets/ carry a hash of their content; pictures are named by theirs. */
const forever = { 'Cache-Control': 'private, max-age=31536000, immutable' }

interface Reply {
	status: number
	headers: OutgoingHttpHeaders
	body: Buffer | string
}

/** @returns what answers a request */
export const makePages =
	(pages: Pages) =>
	(request: IncomingMessage, response: ServerResponse): void => {
		// Nothing that is answered here has a body; one that comes is not waited for.
		if (request.headers['content-length'] || request.headers['transfer-encoding']) response.shouldKeepAlive = false
		const { status, headers, body } = replyTo(request, pages)
		response.writeHead(status, { ...common, 'Content-Length': Buffer.byteLength(body), ...headers })
		response.end(request.method === 'HEAD' ? undefined : body)
	}

function replyTo(request: IncomingMessage, pages: Pages): Reply {
	const { host, origin } = request.headers
	const rightHost = pages.entrance.rightHost(host)
	if (!host || !rightHost || (origin !== undefined && !pages.entrance.rightOrigin(origin))) {
		pages.foreign()
		return words(rightHost ? 403 : 421, 'Open the address that is on the screen.')
	}
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		return words(405, 'Only GET and HEAD are answered here.', { Allow: 'GET, HEAD' })
	}
	const path = request.url?.split('?')[0] ?? ''
	const file = pages.files.get(path)
	if (file) return fileReply(file, path === '/' ? { 'Content-Security-Policy': policy(host) } : forever, request)
	const device = pages.cookies.deviceIn(request.headers.cookie)
	if (path === '/device') return deviceReply(device, pages.cookies)
	if (path === '/live') return words(426, 'This address speaks WebSocket.', { Upgrade: 'websocket' })
	const id = /^\/image\/([0-9a-f]{64})$/.exec(path)?.[1]
	const image = id !== undefined && device !== undefined && pages.isIn(device) ? pages.room.image(id) : undefined
	if (!image) return words(404, 'There is nothing here.')
	return { status: 200, headers: { 'Content-Type': image.type, ...forever }, body: image.content }
}

const words = (status: number, sentence: string, more: OutgoingHttpHeaders = {}): Reply => ({
	status,
	headers: { 'Content-Type': 'text/plain; charset=utf-8', ...more },
	body: `${sentence}\n`,
})

function fileReply(file: PageFile, more: OutgoingHttpHeaders, { headers }: IncomingMessage): Reply {
	const zipped = /\bgzip\b/.test(String(headers['accept-encoding'])) ? file.zipped : null
	const coding = zipped ? { 'Content-Encoding': 'gzip' } : {}
	return {
		status: 200,
		headers: { 'Content-Type': file.type, Vary: 'Accept-Encoding', ...coding, ...more },
		body: zipped ?? file.content,
	}
}

/**
 * Makes a new device of a browser that is none yet. Asked for by the page itself and not given with the page: a browser that a link
 * of another site led here keeps a strict cookie to itself at first, and would be given a second one.
 */
const deviceReply = (device: string | undefined, cookies: DeviceCookies): Reply => ({
	status: 200,
	headers: { 'Content-Type': 'application/json', ...(device === undefined ? { 'Set-Cookie': cookies.fresh() } : {}) },
	body: JSON.stringify({ known: device !== undefined }),
})
