import type { Command } from '../command.ts'
import { readCover } from '../cover.ts'
import { wholeNumber } from '../options.ts'
import { count, words, wrap } from '../text.ts'
import { Usage } from '../usage.ts'

const longestQuery = 400

export const search: Command = {
	words: ['search'],
	takes: 'QUERY [--limit N]',
	summary: 'find passages in fiction and clinical reality',
	options: ['limit'],
	operands: [1, Number.POSITIVE_INFINITY],
	async run({ operands, values, io, open, answer }) {
		const limit = wholeNumber(values, 'limit', 1, 200) ?? 20
		const query = operands.join(' ').trim()
		if (query === '') throw new Usage('There is nothing to search for.', 'Write the words to find after “search”.')
		if (query.length > longestQuery) {
			throw new Usage(`The query is longer than ${longestQuery} characters.`, 'Search for fewer words.')
		}
		const client = await open()
		const { fiction, reality, own } = await client.search.query({ query, limit }, { signal: io.stop })
		const hits = [...fiction, ...reality, ...own].sort((a, b) => b.score - a.score).slice(0, limit)
		const cover = await readCover(client)
		await answer(
			hits.map(({ id, kind, title, excerpt, score, side }) => ({ id, kind, title, excerpt, score, side })),
			() => {
				if (hits.length === 0) return `Nothing was found for “${query}”. Try fewer words, or the beginning of one.\n`
				const blocks = hits.map((hit) => {
					const head = `${hit.side === 'fiction' ? 'Fiction' : hit.side === 'reality' ? 'Reality' : 'Own'} · ${words(hit.kind)}`
					const place = hit.context === hit.title || hit.context === '' ? '' : ` (${hit.context})`
					return `${wrap(`${head} · ${hit.title}${place}`, io.width)}\n${wrap(cover.over(hit, hit.excerpt), io.width, '  ')}\n`
				})
				return `${blocks.join('\n')}\n${count(hits.length, 'passage')}, the best first.\n${cover.hint()}`
			},
		)
		return 0
	},
}
