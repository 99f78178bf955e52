/** The follower page as it comes out of its build, read once: no path from the network ever meets the file system. */
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface PageFile {
	type: string
	content: Buffer
	/** Where that is shorter. */
	zipped: Buffer | null
}

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.woff2': 'font/woff2',
}

/**
 * @param root folder of the built page
 * @returns its files by the path under which they are asked for; none where it was not built
 */
export async function readPage(root: string): Promise<ReadonlyMap<string, PageFile>> {
	const assets = await readdir(join(root, 'assets')).catch(() => [])
	const wanted = [['/', 'index.html'], ...assets.map((name) => [`/assets/${name}`, join('assets', name)])]
	const files = new Map<string, PageFile>()
	for (const [path = '', name = ''] of wanted) {
		const type = types[extname(name)]
		const content = type && (await readFile(join(root, name)).catch(() => null))
		if (content) files.set(path, { type, content, zipped: zipped(type, content) })
	}
	return files
}

/** Five hundred phones load the page in the same minute, over one wireless network. */
function zipped(type: string, content: Buffer): Buffer | null {
	if (!type.startsWith('text/') && type !== types['.svg']) return null
	const small = gzipSync(content, { level: 9 })
	return small.length < content.length ? small : null
}
