/** Which file of the built windows answers a path: the one place where a path from a window meets the file system. */
import { realpath, stat } from 'node:fs/promises'
import { extname, isAbsolute, relative, resolve, sep } from 'node:path'

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.map': 'application/json; charset=utf-8',
	'.webmanifest': 'application/manifest+json; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.jpg': 'image/jpeg',
	'.webp': 'image/webp',
	'.ico': 'image/x-icon',
	'.woff2': 'font/woff2',
}

export interface StaticFile {
	/** Absolute path of a file inside the root. */
	path: string
	/** Its media type, with the character set where it is text. */
	type: string
}

/**
 * Finds the file that answers a path of an address. A path without a file extension is a route of the app: `index.html`
 * answers it.
 * @param root absolute folder of the built windows
 * @param pathname as in `URL.pathname`: starts with a slash, percent-encoded
 * @returns the file, or null where there is none, where it lies outside the root (symbolic links followed), or where its kind is
 *   not one that the windows use
 */
export async function resolveStaticFile(root: string, pathname: string): Promise<StaticFile | null> {
	const name = relativeName(pathname)
	if (name === null) return null
	const extension = extname(name)
	const wanted = resolve(root, extension === '' ? 'index.html' : name)
	const type = types[extension === '' ? '.html' : extension.toLowerCase()]
	if (type === undefined || !isInside(resolve(root), wanted)) return null
	try {
		const [realRoot, path] = await Promise.all([realpath(root), realpath(wanted)])
		return isInside(realRoot, path) && (await stat(path)).isFile() ? { path, type } : null
	} catch {
		return null
	}
}

/** The decoded path below the root, or null where it has something that no file of ours has in its name. */
function relativeName(pathname: string): string | null {
	let decoded: string
	try {
		decoded = decodeURIComponent(pathname)
	} catch {
		return null
	}
	// Backslash and colon: other spellings of a separator, a drive or a stream on Windows.
	if (!decoded.startsWith('/') || /[\0\\:]/.test(decoded)) return null
	const segments = decoded.split('/').slice(1)
	return segments.some((segment) => segment.startsWith('.')) ? null : segments.filter(Boolean).join('/')
}

function isInside(root: string, path: string): boolean {
	const way = relative(root, path)
	return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
