/** The files of the renderer, as they come out of its build. */
import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import { securityHeaders } from '#backend/web/security-headers.ts'
import { resolveStaticFile, type StaticFile } from '#backend/web/static-files.ts'
import { pathOf } from '#contract/address.ts'
import type { Gate } from './gate.ts'
import { comeBackPage, noEntryPage, notFoundPage, wrongPlacePage } from './pages.ts'

/** Names under assets/ carry a hash of their content: what they hold never changes. Routes are answered with the page itself. */
const caching = (pathname: string, file: StaticFile): string =>
	pathname.startsWith('/assets/') && !file.type.startsWith('text/html')
		? 'private, max-age=31536000, immutable'
		: 'no-store'

/** The audience view: a page of its own, and none of the app's. */
const roomPage = '/room.html'

/** @returns the path that an address leads to, inside Parallax and without the secret; the first page for what is none. */
const placeIn = (address: string): string =>
	new URL(address).pathname === roomPage ? roomPage : (pathOf(address) ?? '/')

/**
 * The HTTP side of the browser host: files for those who have the token, and for others a page that says what to do.
 * @param root folder of the built renderer.
 * @param home where the right token leads: `/`, or the development server.
 */
export function makeFiles(root: string, gate: Gate, home: string): Hono {
	const app = new Hono()

	app.use(async (c, next) => {
		await next()
		for (const [name, value] of Object.entries(securityHeaders())) c.res.headers.set(name, value)
		if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
	})
	app.use(async (c, next) => {
		if (!gate.rightHost(c.req.header('host'))) return c.html(wrongPlacePage, 421)
		const origin = c.req.header('origin')
		if (origin !== undefined && !gate.rightOrigin(origin)) return c.html(wrongPlacePage, 403)
		if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
			return c.text('Only GET and HEAD are answered here.', 405, { Allow: 'GET, HEAD' })
		}
		return await next()
	})
	app.use(async (c, next) => {
		const secret = c.req.query('token')
		if (secret === undefined) return await next()
		const place = `${home}${placeIn(c.req.url).slice(1)}`
		if (gate.rightToken(secret)) return c.body(null, 303, { Location: place, 'Set-Cookie': gate.setCookie })
		// An old address in a browser that has been let in already.
		return gate.rightCookie(c.req.header('cookie')) ? c.redirect(place, 303) : await next()
	})
	app.use(async (c, next) => {
		if (gate.rightCookie(c.req.header('cookie'))) return await next()
		const ledByLink = c.req.header('sec-fetch-site') === 'cross-site' && c.req.header('sec-fetch-mode') === 'navigate'
		return ledByLink ? c.html(comeBackPage(placeIn(c.req.url))) : c.html(noEntryPage, 403)
	})
	app.on('GET', ['/rpc', '/room'], (c) => c.text('This address speaks WebSocket.', 426, { Upgrade: 'websocket' }))
	app.get('*', async (c) => {
		const { pathname } = new URL(c.req.url)
		const file = await resolveStaticFile(root, pathname)
		const content = file && (await readFile(file.path).catch(() => null))
		if (!file || !content) return c.html(notFoundPage, 404)
		return c.body(content, 200, { 'Content-Type': file.type, 'Cache-Control': caching(pathname, file) })
	})
	return app
}
