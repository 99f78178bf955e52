/** `library references`: a reference list, or a file for reference managers. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { useCommandLine } from './support.ts'

const line = useCommandLine()

it('lists works and references in a style, those of a document alone where one is named', async () => {
	const all = await line().run(['library', 'references'])
	expect([all.code, all.err]).toEqual([0, ''])
	expect(all.out.split('\n')).toEqual([
		'Example, A. (Director). (1999). The Long Night [Film].',
		'Example, C. (2010). A study of sleep. Journal of Examples, 1, 1–10. https://doi.org/10.5555/example.2010',
		'Sample, B. (2004). Morning Pages.',
		'',
	])
	const { out } = await line().run(['library', 'references', '--document', 'sleep-article', '--style', 'mla'])
	expect(out).toBe(
		'Example, Cara. “A Study of Sleep.” Journal of Examples, vol. 1, 2010, pp. 1–10, https://doi.org/10.5555/example.2010.\n',
	)
})

it('writes a file for a reference manager', async () => {
	const file = join(line().folder, 'sleep.ris')
	const answer = await line().json(
		'library',
		'references',
		'--comparison',
		'one-night',
		'--format',
		'ris',
		'--out',
		file,
	)
	const text = readFileSync(file, 'utf8')
	expect(answer).toEqual({ format: 'ris', file, bytes: Buffer.byteLength(text) })
	expect(text.match(/^TY {2}- /gm)).toHaveLength(3)
	const { content } = (await line().json('library', 'references', '--format', 'csl-json')) as { content: string }
	expect(JSON.parse(content)).toHaveLength(3)
})

it.each([
	[['--format', 'docx'], 2, 'There is no format called “docx”. Known: bib, ris, csl-json.\n'],
	[['--format', 'bib', '--style', 'apa'], 2, /no style\. Write --format or --style/],
	[['--comparison', 'one-night', '--document', 'sleep-article'], 2, /not both/],
	[['--document', 'nothing'], 1, /The library has nothing called “nothing”/],
])('%j ends with %i and says what is right', async (options, code, sentence) => {
	const ran = await line().run(['library', 'references', ...options])
	expect([ran.code, ran.out]).toEqual([code, ''])
	expect(ran.err).toMatch(sentence)
})
