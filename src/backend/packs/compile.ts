/** The pack compiler: a folder in, the compiled pack and its search index out. */
import type { Fault } from '#contract/library.ts'
import { type PackFiles, readPack } from '#domain/packs/compile.ts'
import { type CompiledIndex, type CompiledPack, compiledFormat } from '#domain/packs/compiled.ts'
import { passagesOf } from '#domain/search/passages.ts'
import { buildIndex, vocabularyOf } from '../search/build.ts'
import { formatReferences } from './references.ts'

export type CompileResult =
	| { compiled: CompiledPack; index: CompiledIndex; faults: [] }
	| { compiled?: never; faults: Fault[] }

/** @returns the compiled pack with its index, or every fault found. */
export function compilePack(files: PackFiles): CompileResult {
	const { pack: read, faults } = readPack(files)
	if (!read) return { faults }
	const compiled: CompiledPack = { format: compiledFormat, ...read, references: formatReferences(read.references) }
	const passages = passagesOf(compiled)
	const index = {
		format: compiledFormat,
		pack: compiled.pack.id,
		passages,
		words: vocabularyOf(passages),
		index: buildIndex(passages).toJSON(),
	}
	return { compiled, index, faults: [] }
}
