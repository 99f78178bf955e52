/** Compiles resources/packs into out/packs. Every fault is printed by file and line; any fault fails the build. */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { compilePack } from '#backend/packs/compile.ts'
import { packFoldersAt, readPackFiles } from '#backend/packs/files.ts'
import { writeCompiled } from '#backend/packs/output.ts'

const root = join(import.meta.dirname, '..')
const target = join(root, 'out', 'packs')
const expected = new Set<string>()
let faults = 0
for (const folder of await packFoldersAt(join(root, 'resources', 'packs'))) {
	const result = compilePack(await readPackFiles(folder))
	for (const fault of result.faults) {
		console.error(`${join(folder, fault.file)}:${fault.line}  ${fault.message}`)
		faults++
	}
	if (!result.compiled) continue
	await writeCompiled(target, result.compiled, result.index)
	for (const end of ['.json', '.index.json']) expected.add(`${result.compiled.pack.id}${end}`)
}
for (const name of await readdir(target).catch(() => [])) if (!expected.has(name)) await rm(join(target, name))
if (faults) process.exitCode = 1
