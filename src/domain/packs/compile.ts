/** The pack compiler's pure part: a pack's files in, the compiled pack or its faults out. */
import type { Document } from '#contract/document.ts'
import type { Comparison, Fault, Pack, Topic, Work } from '#contract/library.ts'
import { compileComparison } from './comparison.ts'
import { compileDocument } from './document.ts'
import { Faults } from './faults.ts'
import { ComparisonFile, PackFile, TopicsFile, WorksFile } from './format.ts'
import { type RawReference, readReferences } from './references.ts'
import { Registry } from './registry.ts'
import { type Located, readYaml } from './yaml.ts'

/** A pack's text files by path relative to its folder, with forward slashes. */
export type PackFiles = ReadonlyMap<string, string>

/** A pack read and linked, references still as CSL-JSON. */
export interface ReadPack {
	pack: Pack
	topics: Topic[]
	works: Work[]
	references: RawReference[]
	documents: Document[]
	comparisons: Comparison[]
}

/**
 * Reads and links a pack.
 * @param onFile told before each file is read
 * @returns every fault found; the pack only when there was none
 */
export function readPack(
	source: PackFiles,
	onFile: (file: string) => void = () => {},
): { pack?: ReadPack; faults: Fault[] } {
	const faults = new Faults()
	// Some editors put a byte order mark before the text.
	const files = new Map([...source].map(([path, text]) => [path, text.replace(/^\uFEFF/, '')]))
	for (const [path, text] of files) {
		const odd = text.indexOf('\uFFFD')
		if (odd >= 0) faults.add(path, text.slice(0, odd).split('\n').length, 'this is not UTF-8; save the file as UTF-8')
	}
	const read = <S extends Parameters<typeof readYaml>[2]>(file: string, schema: S) => {
		onFile(file)
		const text = files.get(file)
		if (text !== undefined) return readYaml(file, text, schema, faults)
		faults.add(file, 1, `the pack has no ${file}`)
		return undefined
	}
	const pack = read('pack.yaml', PackFile)
	const topics = read('topics.yaml', TopicsFile)
	const works = read('works.yaml', WorksFile)
	onFile('references.json')
	const { references, partial } = readReferences('references.json', files.get('references.json'), faults)

	const registry = new Registry(faults)
	if (!topics || topics.partial) registry.doubt('topic')
	if (!works || works.partial) registry.doubt('work')
	if (partial) registry.doubt('reference')
	for (const [index, topic] of topics?.value.entries() ?? [])
		registry.add('topic', topic.id, 'topics.yaml', line(topics, [index, 'id']))
	for (const [index, work] of works?.value.entries() ?? [])
		registry.add('work', work.id, 'works.yaml', line(works, [index, 'id']))
	for (const reference of references) registry.add('reference', reference.id, 'references.json', reference.line)

	const documents: Document[] = []
	const paths = [...files.keys()].sort()
	for (const path of paths) {
		const kind = /^(articles|tropes)\/[^/]+\.md$/.exec(path)?.[1]
		if (!kind) continue
		onFile(path)
		const document = compileDocument(
			path,
			files.get(path) ?? '',
			kind === 'articles' ? 'article' : 'trope',
			registry,
			faults,
		)
		if (document) documents.push({ ...document, pack: pack?.value.id ?? 'unknown' })
	}
	registry.resolveLater()
	const comparisons: Comparison[] = []
	for (const path of paths.filter((path) => /^comparisons\/[^/]+\.ya?ml$/.test(path))) {
		const file = read(path, ComparisonFile)
		if (!file) continue
		registry.add('comparison', file.value.id, path, line(file, ['id']))
		comparisons.push(compileComparison(path, file, documents, registry, faults, pack?.value.id ?? 'unknown'))
	}
	for (const path of paths)
		if (!isPart(path)) faults.add(path, 1, 'this file is not part of a pack; see the pack format')

	const sorted = faults.sorted()
	if (sorted.length || !pack || !topics || !works) return { faults: sorted }
	return {
		faults: [],
		pack: { pack: pack.value, topics: topics.value, works: works.value as Work[], references, documents, comparisons },
	}
}

const line = (file: Located<unknown> | undefined, path: PropertyKey[]) => file?.lineOf(path) ?? 1

const isPart = (path: string) =>
	/^(pack|topics|works)\.yaml$|^references\.json$|^(articles|tropes)\/[^/]+\.md$|^comparisons\/[^/]+\.ya?ml$|^[^/]+\.(md|txt)$/.test(
		path,
	)
