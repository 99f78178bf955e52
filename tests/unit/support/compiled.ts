/** Fixture packs as the library reads them: compiled, and through JSON once, as they lie on the disk. */
import { type CompileResult, compilePack } from '#backend/packs/compile.ts'
import { SearchEngine } from '#backend/search/engine.ts'
import type { PackFiles } from '#domain/packs/compile.ts'
import type { CompiledIndex, CompiledPack } from '#domain/packs/compiled.ts'
import { lighthouse } from './pack.ts'

export interface Compiled {
	compiled: CompiledPack
	index: CompiledIndex
}

/** @returns a pack compiled; its faults, when it has any, are the error. */
export function compiledOf(files: PackFiles = lighthouse): Compiled {
	const { compiled, index, faults } = compilePack(files) as Extract<CompileResult, { index: CompiledIndex }>
	if (!compiled) throw new Error(JSON.stringify(faults))
	return JSON.parse(JSON.stringify({ compiled, index })) as Compiled
}

/** @returns a search engine over the packs. */
export function engineOf(...packs: Compiled[]): SearchEngine {
	const engine = new SearchEngine()
	for (const { index } of packs) engine.add(index)
	return engine
}
