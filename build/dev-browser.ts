/**
 * `npm run dev:browser`: the browser host as built, and in front of it a development server for the windows with hot
 * reload. What the program itself does (backend, server) changes with the next start.
 */
import { createServer as createNetServer } from 'node:net'
import { createServer } from 'vite'
import { ensureBuiltOrExit } from './ensure.ts'
import { inRoot } from './lib/paths.ts'
import { runHost } from './start/supervise.ts'
import { rendererConfig } from './vite/renderer.ts'

await ensureBuiltOrExit()
const port = await freePort()
const origin = `http://127.0.0.1:${port}`
let first = true
const { code } = await runHost(
	process.execPath,
	[inRoot('out/main/cli.js'), 'serve', '--json', '--no-open', ...process.argv.slice(2)],
	{
		env: { ...process.env, PARALLAX_DEV_RENDERER: origin },
		onLine: (line) => {
			const url = first ? addressIn(line) : undefined
			first = false
			if (url) void serveWindows(url)
			else console.log(line)
		},
	},
)
process.exit(code ?? 0)

/** Serves the windows and hands their calls on to the host. The host's address lets the browser in and leads here. */
async function serveWindows(host: string): Promise<void> {
	const rpc = { target: new URL(host).origin, ws: true, changeOrigin: true }
	const vite = await createServer({
		...rendererConfig,
		configFile: false,
		logLevel: 'warn',
		server: {
			...rendererConfig.server,
			host: '127.0.0.1',
			port,
			strictPort: true,
			proxy: { '/rpc': rpc, '^/room$': rpc },
		},
	})
	await vite.listen()
	console.log(`Parallax runs with hot reload: ${host}`)
}

function addressIn(line: string): string | undefined {
	try {
		return (JSON.parse(line) as { url?: string }).url
	} catch {
		return undefined
	}
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createNetServer()
		probe.on('error', reject)
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address()
			probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
		})
	})
}
