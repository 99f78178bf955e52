/**
 * Runs a script of this folder on Node 24, whatever Node npm itself runs on: `node build/node24.mjs build/x.ts …`.
 * Plain JavaScript for Node 18 and newer, because it is what an older Node gets to see first.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const needed = 24
const [script, ...args] = process.argv.slice(2)
const binary = process.platform === 'win32' ? 'node.exe' : 'node'
const bundled = fileURLToPath(new URL(`../node_modules/node/bin/${binary}`, import.meta.url))

if (!script) {
	console.error('Name the script to run: node build/node24.mjs build/SCRIPT.ts')
	process.exitCode = 2
} else if (Number.parseInt(process.versions.node, 10) >= needed) {
	process.argv.splice(1, 2, resolve(script))
	await import(pathToFileURL(resolve(script)).href)
} else if (existsSync(bundled)) {
	const child = spawn(bundled, [resolve(script), ...args], { stdio: 'inherit' })
	// The terminal sends Ctrl+C to the child as well; this process only has to outlive it and pass its end on.
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
	child.on('error', (error) => {
		console.error(`Node ${needed} could not be started (${error.message}). Run "npm ci" again.`)
		process.exitCode = 1
	})
	child.on('exit', (code) => process.exit(code ?? 1))
} else {
	console.error(
		`Parallax needs Node ${needed}; this is Node ${process.versions.node}, and the one that "npm ci" brings along is missing. ` +
			`Run "npm ci" without --ignore-scripts, or install Node ${needed}.`,
	)
	process.exitCode = 1
}
