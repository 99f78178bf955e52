/** Folders of one test run: a compiled fixture pack, and workspaces that are thrown away. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compilePack } from '#backend/packs/compile.ts'
import { readPackFiles } from '#backend/packs/files.ts'
import { writeCompiled } from '#backend/packs/output.ts'

export const fixturePacks = join(import.meta.dirname, '..', '..', 'fixtures', 'library')
const smallPack = join(fixturePacks, 'small')

/** @returns a fresh folder, and how to delete it. */
export function makeFolder(): { path: string; remove(): void } {
	const path = mkdtempSync(join(tmpdir(), 'parallax-test-'))
	return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) }
}

/** Compiles the fixture pack into `folder`, and puts what exports need beside it. @returns the folder of compiled packs. */
export async function compileFixture(folder: string): Promise<string> {
	const result = compilePack(await readPackFiles(smallPack))
	if (!result.compiled) throw new Error(`the fixture pack has faults: ${JSON.stringify(result.faults)}`)
	const packsDir = join(folder, 'packs')
	await writeCompiled(packsDir, result.compiled, result.index)
	// As they lie in what is built.
	const resources = join(import.meta.dirname, '../../../resources')
	for (const name of ['styles', 'templates']) cpSync(join(resources, name), join(folder, name), { recursive: true })
	return packsDir
}

/** Puts `count` copies of the fixture pack into `folder`. @returns their folder. */
export function copyFixture(folder: string, count: number): string {
	const target = join(folder, 'sources')
	for (let i = 0; i < count; i++) cpSync(smallPack, join(target, `pack-${i}`), { recursive: true })
	return target
}
