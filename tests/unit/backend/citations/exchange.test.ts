/** References leave as BibTeX, RIS and CSL-JSON, and come back. */
import { Cite } from '@citation-js/core'
import { describe, expect, it } from 'vitest'
import { exchanged } from '#backend/citations/exchange.ts'
import type { CslItem } from '#domain/citations/items.ts'
import { person, work } from './cited.ts'

const article: CslItem = {
	id: 'grady-2019',
	type: 'article-journal',
	title: 'Émotions & “storybooks”: 50% of {x}_y',
	author: [
		{ family: 'Grady', given: 'Jessica S.' },
		{ family: 'Öst', given: 'Lars' },
	],
	issued: { 'date-parts': [[2019, 3]] },
	'container-title': 'Psychology of Popular Media Culture',
	volume: '8',
	issue: '3',
	page: '207-217',
	DOI: '10.1037/ppm0000185',
}
const film = work({
	id: 'spellbound-1945',
	title: 'Spellbound',
	medium: 'film',
	year: 1945,
	creators: [person('Alfred', 'Hitchcock', 'director')],
})
const episode = work({
	id: 'hush',
	title: 'Buffy the Vampire Slayer',
	series: 'Season 4, episode 10, "Hush"',
	medium: 'live-action-tv',
	year: 1999,
	creators: [person('Joss', 'Whedon', 'creator')],
})
const items = [article, film, episode]

describe.each(['bib', 'ris'] as const)('%s', (format) => {
	const back = () => new Cite(exchanged(items, format)).data as unknown as CslItem[]

	it('brings an article back whole', () => {
		const { id, title, author, issued, volume, issue, page, DOI } = back()[0] as CslItem
		expect({ id, title, author, issued, volume, issue, page, DOI }).toEqual({
			id: article.id,
			title: article.title,
			author: article.author,
			issued: article.issued,
			volume: '8',
			issue: '3',
			page: '207-217',
			DOI: article.DOI,
		})
		expect(back()[0]?.['container-title']).toBe(article['container-title'])
	})

	it('brings works back with maker, title, year and series', () => {
		const [, second, third] = back()
		expect(second).toMatchObject({ id: 'spellbound-1945', title: 'Spellbound', issued: { 'date-parts': [[1945]] } })
		expect(second?.author ?? second?.director).toEqual([{ family: 'Hitchcock', given: 'Alfred' }])
		expect(third).toMatchObject({ title: 'Hush', note: 'Buffy the Vampire Slayer, Season 4, Episode 10' })
	})
})

it('CSL-JSON is the items themselves, without what is ours', () => {
	const [first, second] = JSON.parse(exchanged(items, 'csl-json')) as CslItem[]
	expect(first).toEqual(article)
	expect(second).toMatchObject({ type: 'motion_picture', director: [{ family: 'Hitchcock', given: 'Alfred' }] })
	expect(second).not.toHaveProperty('custom')
})
