/** What references lack, and filling it in. */
import { describe, expect, it } from 'vitest'
import type { Work } from '#contract/library.ts'
import { filled, missingOf } from '#domain/citations/missing.ts'
import { textItem } from '#domain/citations/texts.ts'
import { kindOfWork, partOf, workItem } from '#domain/citations/works.ts'

const today = new Date(2026, 10, 22)
const work = (about: Partial<Work>): Work => ({
	id: 'work',
	title: 'A Work',
	creators: [],
	year: null,
	medium: 'film',
	...about,
})
const fields = (about: Partial<Work>, style: 'apa' | 'mla' = 'apa') =>
	missingOf(workItem(work(about)), style).map(({ field }) => field)

describe('what is missing', () => {
	it.each([
		['a film', { medium: 'film' }, ['director', 'publisher', 'year'], ['director', 'publisher', 'year']],
		['a series', { medium: 'live-action-tv' }, ['executive-producer', 'publisher', 'year'], ['publisher', 'year']],
		[
			'an episode',
			{ medium: 'live-action-tv', series: '"Hush"' },
			['script-writer', 'director', 'executive-producer', 'season', 'episode', 'publisher', 'year'],
			['director', 'season', 'episode', 'publisher', 'year'],
		],
		['a game', { medium: 'video-games' }, ['author', 'publisher', 'year'], ['author', 'publisher', 'year']],
		['a comic book', { medium: 'comic-books' }, ['author', 'publisher', 'year'], ['author', 'publisher', 'year']],
		['a manga', { medium: 'anime-manga' }, ['author', 'publisher', 'year'], ['author', 'publisher', 'year']],
		['a novel', { medium: 'literature' }, ['author', 'publisher', 'year'], ['author', 'publisher', 'year']],
		['a play', { medium: 'theatre' }, ['author', 'publisher', 'year'], ['author', 'publisher', 'year']],
		['a fan work', { medium: 'fan-works' }, ['author', 'address', 'year'], ['author', 'address', 'year']],
		['a web original', { medium: 'web-original' }, ['author', 'address', 'year'], ['author', 'address', 'year']],
		['a song', { medium: 'music' }, ['author', 'publisher', 'year'], ['author', 'publisher', 'year']],
		['a podcast', { medium: 'radio-podcasts' }, ['host', 'publisher', 'year'], ['host', 'publisher', 'year']],
		['a tabletop game', { medium: 'tabletop-games' }, ['author', 'year'], ['author', 'year']],
	] as [string, Partial<Work>, string[], string[]][])('of %s', (_, about, inApa, inMla) => {
		expect(fields(about)).toEqual(inApa)
		expect(fields(about, 'mla')).toEqual(inMla)
	})

	it.each([
		['article-journal', ['author', 'container-title', 'volume', 'page', 'year']],
		['chapter', ['author', 'container-title', 'publisher', 'page', 'year']],
		['book', ['author', 'publisher', 'year']],
		['report', ['author', 'publisher', 'year']],
		['webpage', ['author', 'address', 'year']],
		['article-magazine', ['author', 'container-title', 'year']],
		// A law has no author.
		['legislation', ['year']],
		['thesis', ['author', 'year']],
	])('of a reference that is a %s', (type, expected) =>
		expect(missingOf({ id: 'a', type, title: 'T' }, 'apa').map(({ field }) => field)).toEqual(expected),
	)

	it('is said in the words of its kind', () => {
		const sentence = (about: Partial<Work>) => missingOf(workItem(work(about)), 'apa').map((one) => one.sentence)
		expect(sentence({ title: 'Spellbound' }).slice(0, 2)).toEqual([
			'Who directed “Spellbound” is not known.',
			'The studio or distributor of “Spellbound” is not known.',
		])
		expect(sentence({ title: 'Manhunt 2', medium: 'video-games' })[0]).toBe('Who developed “Manhunt 2” is not known.')
	})

	it('is not what something else stands for: editors, a DOI in place of pages', () => {
		const article = { id: 'a', type: 'article-journal', title: 'T', editor: [{ literal: 'A' }], DOI: '10.1/x' }
		expect(missingOf(article, 'apa').map(({ field }) => field)).toEqual(['container-title', 'volume', 'year'])
	})

	it('is nothing of a text of a pack, which has no date', () =>
		expect(missingOf(textItem({ id: 't', title: 'T' }, undefined), 'apa')).toEqual([]))

	it('is nothing once it was filled in', () => {
		const episode = workItem(work({ medium: 'live-action-tv', series: 'Season 5, "A Coat of White Primer"' }))
		const answers = {
			'script-writer': 'Kate Robin',
			director: 'Rodrigo García; de Mille, Cecil',
			'executive-producer': 'Alan Ball',
			episode: '1',
			publisher: 'HBO',
			year: '2005',
		}
		const whole = filled(episode, answers, today)
		expect(missingOf(whole, 'apa')).toEqual([])
		expect(whole).toMatchObject({
			number: 'Season 5, Episode 1',
			director: [
				{ given: 'Rodrigo', family: 'García' },
				{ given: 'Cecil', family: 'de Mille' },
			],
			issued: { 'date-parts': [[2005]] },
		})
	})

	it('takes spaces for nothing', () =>
		expect(filled(workItem(work({})), { publisher: '  ' }, today).publisher).toBeUndefined())
})

describe('works', () => {
	it.each([
		['Season 3, episode 11, "Words and Deeds"', { season: '3', episode: '11', title: 'Words and Deeds' }],
		['Season 5, from the episode "A Coat of White Primer"', { season: '5', title: 'A Coat of White Primer' }],
		['Season 2, chapter five, "Dig Dug"', { season: '2', episode: '5', title: 'Dig Dug' }],
		['From the album "Leave Home"', { title: 'Leave Home' }],
		['Naruto', {}],
		[undefined, {}],
	])('%s names an episode', (series, expected) => expect(partOf(series)).toEqual(expected))

	it.each([
		[{ medium: 'western-animation', creators: [{ literal: 'A', role: 'director' }] }, 'film'],
		[{ medium: 'western-animation', creators: [{ literal: 'A', role: 'creator' }] }, 'series'],
		[{ medium: 'anime-manga', creators: [{ literal: 'A', role: 'creator' }] }, 'book'],
		[{ medium: 'anime-manga', creators: [{ literal: 'A', role: 'director' }] }, 'film'],
		[{ medium: 'visual-novels' }, 'game'],
		[{ medium: 'other' }, 'other'],
	] as [Partial<Work>, string][])('%o is a %s', (about, kind) => expect(kindOfWork(work(about))).toBe(kind))

	it('with two years carry both', () =>
		expect(workItem(work({ year: 2002, endYear: 2008 })).issued).toEqual({ 'date-parts': [[2002], [2008]] }))
})
