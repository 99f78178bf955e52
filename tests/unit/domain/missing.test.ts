/** What references lack, and filling it in. */
import { describe, expect, it } from 'vitest'
import type { Work } from '#contract/library.ts'
import { filled, missingOf } from '#domain/citations/missing.ts'
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
	it('of a film: director, company and year', () => {
		expect(fields({})).toEqual(['director', 'publisher', 'year'])
		expect(missingOf(workItem(work({ title: 'Spellbound' })), 'apa')[0]?.sentence).toBe(
			'Who directed “Spellbound” is not known.',
		)
	})

	it('of an episode: what the style prints', () => {
		const episode: Partial<Work> = {
			medium: 'live-action-tv',
			series: 'Season 5, from the episode "A Coat of White Primer"',
		}
		expect(fields(episode)).toEqual(['script-writer', 'director', 'episode', 'publisher', 'year'])
		expect(fields(episode, 'mla')).toEqual(['director', 'episode', 'publisher', 'year'])
	})

	it('of a fan work: who and where', () =>
		expect(fields({ medium: 'fan-works', year: 2006 })).toEqual(['author', 'address']))

	it('of an article, which counts as whole when it has a DOI in place of pages', () => {
		const article = { id: 'a', type: 'article-journal', title: 'T', author: [{ literal: 'A' }], DOI: '10.1/x' }
		expect(missingOf(article, 'apa').map(({ field }) => field)).toEqual(['container-title', 'volume', 'year'])
	})

	it('is nothing once it was filled in', () => {
		const episode = workItem(work({ medium: 'live-action-tv', series: 'Season 5, "A Coat of White Primer"' }))
		const answers = {
			'script-writer': 'Kate Robin',
			director: 'Rodrigo García; de Mille, Cecil',
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
