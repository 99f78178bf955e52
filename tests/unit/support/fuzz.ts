/** Made-up text for property tests: YAML, Markdown and JSON that nearly, or not at all, follow the format. */
import fc from 'fast-check'
import { Document } from '#contract/document.ts'
import { z } from '#contract/jitless.ts'
import { Comparison, Pack, Topic, Work } from '#contract/library.ts'
import { readPack } from '#domain/packs/compile.ts'
import { lighthouse, withFile } from './pack.ts'

const shards = [
	'---\n',
	'\n',
	'\n\n',
	' ',
	'  ',
	'\t',
	'# ',
	'## ',
	'### ',
	'##### ',
	'{#a}',
	'{#',
	'}',
	':',
	'::',
	':::',
	'::::\n',
	':::content-note{of="death"}\n',
	':::depiction{#x work=cafe-noir treatment=straight outcome=works}\n',
	'::leaf{}',
	':text[x]',
	'[@hart-2014-night]',
	'[@',
	']',
	'[x](https://e.org)',
	'![x](y)',
	'<b>',
	'<!--',
	'-->',
	'*',
	'**',
	'_',
	'`',
	'```\n',
	'> ',
	'- ',
	'1. ',
	'| a | b |\n| - | - |\n',
	'&amp;',
	'&#0;',
	'\\',
	'\u0000',
	'\uFEFF',
	'\u2028',
	'\r',
	'\r\n',
	'\u{1F600}',
	'e\u0301',
	'\uD800',
	'id: ',
	'a: 1\n',
	'&a ',
	'*a',
	'!!binary ',
	'<<: ',
	'? ',
	'[',
	'{',
	'"',
	"'",
	'%YAML 1.1\n',
	'...\n',
	'__proto__: ',
	'constructor: ',
	'null',
	'~',
	'1e999',
	'{}',
	'"id": ',
]

/** Texts of shards of the formats and of anything else. */
export const garbage = fc
	.array(
		fc.oneof(
			{ weight: 4, arbitrary: fc.constantFrom(...shards) },
			fc.string({ unit: 'binary', maxLength: 8 }),
			fc.lorem({ maxCount: 3 }),
		),
		{ maxLength: 40 },
	)
	.map((parts) => parts.join(''))

/** A file of the fixture pack replaced by garbage, or with garbage put into one place of it or over a stretch of it. */
export const spoiltFile: fc.Arbitrary<[path: string, text: string]> = fc
	.record({
		path: fc.constantFrom(...lighthouse.keys()),
		from: fc.nat(3000),
		length: fc.oneof(fc.constant(0), fc.nat(40), fc.constant(5000)),
		text: garbage,
	})
	.map(({ path, from, length, text }) => {
		const old = lighthouse.get(path) ?? ''
		const at = length === 5000 ? 0 : from % (old.length + 1)
		return [path, old.slice(0, at) + text + old.slice(at + length)]
	})

/** A Markdown body of the format with citations in it, and the same without. */
export const citedBody = fc
	.array(fc.record({ word: fc.stringMatching(/^[a-zé]{1,9}$/), cited: fc.boolean(), marked: fc.boolean() }), {
		minLength: 1,
		maxLength: 30,
	})
	.map((words) => {
		const plain = words.map(({ word, marked }) => (marked ? `*${word}*` : word))
		return {
			without: plain.join(' '),
			cited: plain.map((word, i) => (words[i]?.cited ? `${word} [@hart-2014-night, p. ${i}]` : word)).join(' '),
		}
	})

const readings = z.object({
	pack: Pack,
	topics: z.array(Topic),
	works: z.array(Work),
	documents: z.array(Document),
	comparisons: z.array(Comparison),
})

/** Reads the fixture pack with one file spoilt. @returns what the reader did that it never may: undefined when nothing */
export function misreading(path: string, content: string): string | undefined {
	const files = withFile(path, content)
	const { pack, faults } = readPack(files)
	for (const { file, line } of faults) {
		const text = files.get(file)
		if (text === undefined ? line !== 1 : line < 1 || line > text.split(/\r\n?|\n/).length)
			return `a fault in line ${line} of ${file}`
	}
	if (pack ? faults.length > 0 : !faults.length) return 'a pack with faults, or none without'
	// What passes the check must pass the contract, or a window gets an error in place of a library.
	const parsed = pack && readings.safeParse(pack)
	return parsed && !parsed.success ? parsed.error.message : undefined
}
