/** Articles and books against published examples; citations in the text and in notes. */
import { describe, expect, it } from 'vitest'
import type { CslItem } from '#domain/citations/items.ts'
import { cited, listed } from './cited.ts'

const names = (...list: [string, string][]) => list.map(([family, given]) => ({ family, given }))
const dated = (...parts: number[]) => ({ 'date-parts': [parts] })

const grady: CslItem = {
	id: 'grady',
	type: 'article-journal',
	title:
		'Emotions in storybooks: A comparison of storybooks that represent ethnic and racial groups in the United States',
	author: names(['Grady', 'Jessica S.'], ['Her', 'Mai'], ['Moreno', 'Geena'], ['Perez', 'Carlos'], ['Yelinek', 'Jodi']),
	issued: dated(2019),
	'container-title': 'Psychology of Popular Media Culture',
	volume: '8',
	issue: '3',
	page: '207-217',
	DOI: '10.1037/ppm0000185',
}
const grazer: CslItem = {
	id: 'grazer',
	type: 'book',
	title: 'A Curious Mind: The Secret to a Bigger Life',
	'title-short': 'Curious Mind',
	author: names(['Grazer', 'Brian'], ['Fishman', 'Charles']),
	issued: dated(2015),
	publisher: 'Simon & Schuster',
	'publisher-place': 'New York',
}

describe('lists', () => {
	it('APA: a journal article (apastyle.apa.org, journal article references)', async () =>
		expect(await listed('apa', grady)).toBe(
			'Grady, J. S., Her, M., Moreno, G., Perez, C., & Yelinek, J. (2019). Emotions in storybooks: A comparison of storybooks that represent ethnic and racial groups in the United States. *Psychology of Popular Media Culture*, *8*(3), 207–217. https://doi.org/10.1037/ppm0000185',
		))

	it('MLA: a journal article (MLA Handbook: Baron)', async () => {
		const baron: CslItem = {
			id: 'baron',
			type: 'article-journal',
			title: 'Redefining Reading: The Impact of Digital Communication Media',
			author: names(['Baron', 'Naomi S.']),
			issued: dated(2013, 1),
			'container-title': 'PMLA',
			volume: '128',
			issue: '1',
			page: '193-200',
		}
		expect(await listed('mla', baron)).toBe(
			'Baron, Naomi S. “Redefining Reading: The Impact of Digital Communication Media.” *PMLA*, vol. 128, no. 1, Jan. 2013, pp. 193–200.',
		)
	})

	it('MLA: a book (MLA Handbook: Jacobs)', async () => {
		const jacobs: CslItem = {
			id: 'jacobs',
			type: 'book',
			title: 'The Pleasures of Reading in an Age of Distraction',
			author: names(['Jacobs', 'Alan']),
			issued: dated(2011),
			publisher: 'Oxford UP',
		}
		expect(await listed('mla', jacobs)).toBe(
			'Jacobs, Alan. *The Pleasures of Reading in an Age of Distraction*. Oxford UP, 2011.',
		)
	})

	it('Chicago: a book (Chicago-Style Citation Quick Guide, 17th edition: Grazer and Fishman)', async () => {
		expect(await listed('chicago', grazer)).toBe(
			'Grazer, Brian, and Charles Fishman. 2015. *A Curious Mind: The Secret to a Bigger Life*. New York: Simon & Schuster.',
		)
		expect(await listed('chicago-notes', grazer)).toBe(
			'Grazer, Brian, and Charles Fishman. *A Curious Mind: The Secret to a Bigger Life*. New York: Simon & Schuster, 2015.',
		)
	})
})

describe('citations', () => {
	const page = (id: string, locator: string) => [{ id, locator }]

	it('Chicago notes are full the first time and short after (Quick Guide, 17th edition)', async () => {
		const both = [page('grazer', 'p. 12'), page('grady', 'p. 210'), page('grazer', 'p. 37')]
		const { citations } = await cited('chicago-notes', [grazer, grady], both)
		expect(citations[0]).toBe(
			'Brian Grazer and Charles Fishman, *A Curious Mind: The Secret to a Bigger Life* (New York: Simon & Schuster, 2015), 12.',
		)
		expect(citations[2]).toBe('Grazer and Fishman, *Curious Mind*, 37.')
	})

	it('Chicago author-date (Quick Guide, 17th edition)', async () => {
		const { citations } = await cited('chicago', [grazer], [page('grazer', 'p. 12')])
		expect(citations).toEqual(['(Grazer and Fishman 2015, 12)'])
	})

	it('carry pages as each style writes them', async () => {
		const at = async (style: 'apa' | 'mla' | 'harvard') =>
			(await cited(style, [grazer], [page('grazer', 'pp. 12–14')])).citations[0]
		expect(await at('apa')).toBe('(Grazer & Fishman, 2015, pp. 12–14)')
		expect(await at('mla')).toBe('(Grazer and Fishman 12–14)')
		expect(await at('harvard')).toBe('(Grazer and Fishman, 2015, pp. 12–14)')
	})

	it('carry section and paragraph where there are no pages', async () => {
		const { citations } = await cited('apa', [grazer], [page('grazer', 'section ‘Risk’, para. 3')])
		expect(citations).toEqual(['(Grazer & Fishman, 2015, section ‘Risk’, para. 3)'])
	})

	it('tell apart two sources of one author and year, in the text as in the list', async () => {
		const again: CslItem = { ...grazer, id: 'again', title: 'Another Mind' }
		const { citations, list } = await cited('apa', [grazer, again])
		expect(citations).toEqual(['(Grazer & Fishman, 2015a)', '(Grazer & Fishman, 2015b)'])
		expect(list.map((entry) => entry.slice(0, 47))).toEqual([
			'Grazer, B., & Fishman, C. (2015a). *A Curious M',
			'Grazer, B., & Fishman, C. (2015b). *Another Min',
		])
	})

	it('leave out of the list what nothing cites, and pass over what is unknown', async () => {
		const { citations, list } = await cited('apa', [grazer, grady], [page('grazer', ''), page('nobody', 'p. 1')])
		expect(citations).toEqual(['(Grazer & Fishman, 2015)', ''])
		expect(list).toHaveLength(1)
	})
})
