/**
 * Made-up packs of any size, in the pack format, compiled by the product's own compiler. The same size and seed give the
 * same packs. Their words and how often each comes up are those of the packs that ship; every text says that it is made up.
 */
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compilePack } from '#backend/packs/compile.ts'
import { writeCompiled } from '#backend/packs/output.ts'
import { dimensions, mediums, outcomes, treatments, verdicts } from '#contract/tokens.ts'
import type { PackFiles } from '#domain/packs/compile.ts'
import { inRoot, root } from '../../build/lib/paths.ts'
import { stampOf } from '../../build/lib/stamp.ts'
import { randomOf } from './words.ts'

export interface Size {
	/** Each pack holds one comparison with its trope and its article. */
	packs: number
	/** Points of each comparison. */
	points?: number
	/** Depictions of each comparison. */
	depictions?: number
	/** Sections of each article, of three paragraphs each. */
	sections?: number
	references?: number
	seed?: number
}

/** Packs that ship, and passages of each: what made-up packs are like unless told otherwise. */
const shipped = { packs: 3, points: 14, depictions: 23, sections: 11, references: 40, passages: 94, seed: 1 }

/** @returns the size of a library so many times as large as the one that ships. */
export const timesShipped = (times: number): Size => ({ packs: shipped.packs * times })

/** @returns the size of a library of at least so many passages in its index. */
export const withPassages = (passages: number): Size => ({ packs: Math.ceil(passages / shipped.passages) })

/** @returns the folder of the compiled packs, made unless an earlier call with the same inputs has made it. */
export async function compiledMadeUp(size: Size): Promise<string> {
	const inputs = [
		'src/domain',
		'src/contract',
		'src/backend/packs',
		'src/backend/search',
		'resources/packs',
		'tests/bench/made-up.ts',
	]
	const key = createHash('sha256')
		.update(`${stampOf(root, inputs)}${JSON.stringify(size)}`)
		.digest('hex')
		.slice(0, 16)
	const folder = join(tmpdir(), 'parallax-made-up', key)
	if (existsSync(folder)) return folder
	await mkdir(join(folder, '..'), { recursive: true })
	const aside = await mkdtemp(`${folder}-`)
	for (let number = 1; number <= size.packs; number++) {
		const result = compilePack(madeUpPack(number, size))
		if (!result.compiled) throw new Error(`A made-up pack has faults: ${JSON.stringify(result.faults.slice(0, 3))}`)
		await writeCompiled(aside, result.compiled, result.index)
	}
	// Somebody else may have been quicker.
	await rename(aside, folder).catch(() => rm(aside, { recursive: true }))
	return folder
}

/** @returns the files of one made-up pack. @param number tells packs of one library apart */
export function madeUpPack(number: number, size: Size): PackFiles {
	const { points, depictions, sections, references, seed } = { ...shipped, ...size }
	const random = randomOf(seed * 1_000_003 + number)
	const words = (count: number) => sentencesOf(random, count)
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
	const some = <T>(count: number, make: (index: number) => T) =>
		Array.from({ length: count }, (_, index) => make(index))
	const name = `made-up-${number}`
	const named = (part: string, index: number) => `${name}-${part}-${index + 1}`
	const cite = () => `[@${named('reference', Math.floor(random() * references))}]`
	const about = (what: string) => ({
		id: `${name}-${what}`,
		title: `Made-up ${what} ${number}`,
		summary: `Made up for measuring: ${words(20)}`,
		topics: [`${name}-topic`],
		contentNotes: [],
	})
	const trope = about('trope')
	const article = about('article')

	const body = (text: string[]) => text.join('\n\n')
	const document = (head: object, text: string) => `---\n${JSON.stringify(head)}\n---\n\n${text}\n`
	const files: Record<string, string> = {
		'pack.yaml': JSON.stringify({
			id: name,
			title: `Made-up pack ${number}`,
			version: '1.0.0',
			language: 'en-GB',
			licence: 'CC0-1.0',
			description: 'Made up for measuring: nothing in it is so.',
			authors: [{ name: 'Nobody' }],
			sources: [],
		}),
		'topics.yaml': JSON.stringify([{ id: `${name}-topic`, title: `Made-up topic ${number}` }]),
		'works.yaml': JSON.stringify(
			some(depictions, (index) => ({
				id: named('work', index),
				title: `Made-up work ${number}.${index + 1}`,
				creators: [{ family: `Maker ${index + 1}`, given: 'Made-up', role: 'author' }],
				year: 1900 + Math.floor(random() * 120),
				medium: pick(mediums),
			})),
		),
		'references.json': JSON.stringify(
			some(references, (index) => ({
				id: named('reference', index),
				type: 'article-journal',
				title: `A made-up study of ${words(6)}`,
				author: [{ family: `Nobody${number}`, given: 'Made-up' }],
				'container-title': 'Journal of made-up things',
				issued: { 'date-parts': [[1980 + (index % 45)]] },
				volume: String(index + 1),
			})),
		),
		[`articles/${name}.md`]: document(
			article,
			body(
				some(sections, (index) =>
					body([
						`## Made-up section ${index + 1} {#section-${index + 1}}`,
						...some(3, () => `Made up: ${words(60)} ${cite()}.`),
					]),
				),
			),
		),
		[`tropes/${name}.md`]: document(
			trope,
			body([
				'## Made-up examples {#examples}',
				`Made up: ${words(60)}`,
				...some(depictions, (index) =>
					[
						`:::depiction{#${named('depiction', index)} work=${named('work', index)} treatment=${pick(treatments)} outcome=${pick(outcomes)}}`,
						`Made up: ${words(80)}`,
						':::',
					].join('\n'),
				),
			]),
		),
		[`comparisons/${name}.yaml`]: JSON.stringify({
			...about('comparison'),
			tropes: [trope.id],
			articles: [article.id],
			points: some(points, (index) => ({
				id: `point-${index + 1}`,
				dimension: dimensions[index % dimensions.length],
				claim: `Made up: ${words(10)}`,
				finding: `Made up: ${words(15)}`,
				explanation: `Made up: ${words(70)}`,
				references: [named('reference', index % references)],
				verdict: pick(verdicts),
				question: `Made up: ${words(15)}`,
				passages: {
					fiction: [`${trope.id}#examples`],
					reality: [`${article.id}#section-${(index % sections) + 1}`],
				},
				stances: Object.fromEntries(
					some(depictions, (depiction) => [
						named('depiction', depiction),
						{ stance: pick(['asserts', 'contradicts', 'mixed']), note: `Made up: ${words(15)}` },
					]),
				),
			})),
		}),
	}
	return new Map(Object.entries(files))
}

/** Words of the packs that ship with the share of the text that they and all before them make up (Zipf's law, as it fell out). */
const vocabulary = ((): { words: string[]; sums: number[] } => {
	const counts = new Map<string, number>()
	for (const file of globSync('resources/packs/*/{articles,tropes,comparisons}/*', { cwd: root }).sort())
		for (const [word] of readFileSync(inRoot(file), 'utf8')
			.toLowerCase()
			.matchAll(/\p{L}{2,}/gu))
			counts.set(word, (counts.get(word) ?? 0) + 1)
	const sorted = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
	let sum = 0
	return { words: sorted.map(([word]) => word), sums: sorted.map(([, count]) => (sum += count)) }
})()

/** Sentences of some twelve words, in words that are drawn as often as they come up in the packs that ship. */
function sentencesOf(random: () => number, count: number): string {
	const { words, sums } = vocabulary
	const draw = () => {
		const wanted = random() * (sums.at(-1) ?? 0)
		let low = 0
		let high = sums.length - 1
		while (low < high) {
			const middle = (low + high) >> 1
			if ((sums[middle] ?? 0) > wanted) high = middle
			else low = middle + 1
		}
		return words[low] ?? ''
	}
	let text = ''
	for (let index = 0; index < count; index++) text += `${index === 0 ? '' : index % 12 ? ' ' : '. '}${draw()}`
	return text
}
