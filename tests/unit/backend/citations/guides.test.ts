/**
 * Works against the examples of published guides; each test names its guide. Left out of an example is only what Parallax does not
 * know: the day of a broadcast.
 */
import { describe, expect, it } from 'vitest'
import type { Work } from '#contract/library.ts'
import { filled } from '#domain/citations/missing.ts'
import { cited, listed, person, work } from './cited.ts'

const today = new Date(2026, 10, 22)
const publishedBy = (literal: string) => ({ literal, role: 'publisher' }) as const
const film = (title: string, sentenceCase: string[], year: number, director: [string, string], studio: string) =>
	work({
		title,
		sentenceCase,
		year,
		medium: 'film',
		creators: [person(...director, 'director'), publishedBy(studio)],
	})

describe('APA 7', () => {
	// Western Oregon University, APA Style Guide 7th Edition: “Gerwig, G. (Director). (2017). Lady bird [Film]. Lionsgate.”
	it('a film', async () =>
		expect(await listed('apa', film('Lady Bird', ['Lady bird'], 2017, ['Greta', 'Gerwig'], 'Lionsgate'))).toBe(
			'Gerwig, G. (Director). (2017). *Lady bird* [Film]. Lionsgate.',
		))

	// University of Queensland, APA 7th referencing style, Television.
	it('a series by its executive producers', async () => {
		const thrones = work({
			title: 'Game of Thrones',
			sentenceCase: ['Game of thrones'],
			medium: 'live-action-tv',
			year: 2011,
			endYear: 2019,
		})
		const answers = {
			'executive-producer': 'David Benioff; Bernadette Casady; Frank Doelger; Vince Gerardis; D. B. Weiss',
			publisher: 'Television 360; Grok! Studio; Generator Entertainment; Bighead Littlehead; Home Box Office',
		}
		expect(await listed('apa', filled(thrones, answers, today))).toBe(
			'Benioff, D., Casady, B., Doelger, F., Gerardis, V., & Weiss, D. B. (Executive Producers). (2011–2019). *Game of thrones* [TV series]. Television 360; Grok! Studio; Generator Entertainment; Bighead Littlehead; Home Box Office.',
		)
	})

	const anxiety: Omit<Work, 'id'> = {
		title: 'Gilmore Girls',
		sentenceCase: ['Gilmore girls', 'Application anxiety'],
		series: 'Season 3, episode 12, "Application Anxiety"',
		medium: 'live-action-tv',
		year: 2002,
		creators: [
			person('Amy', 'Sherman-Palladino', 'writer'),
			person('Gail', 'Mancuso', 'director'),
			publishedBy('Warner Bros. Television'),
		],
	}
	// Federation University, FedCite, APA 7th: television series episode, with its citation in the text.
	it('an episode, and its citation', async () => {
		const producers = 'Amy Sherman-Palladino; Daniel Palladino; Gavin Polone'
		const { list, citations } = await cited('apa', [filled(work(anxiety), { 'executive-producer': producers }, today)])
		expect(list).toEqual([
			'Sherman-Palladino, A. (Writer), & Mancuso, G. (Director). (2002). Application anxiety (Season 3, Episode 12) [TV series episode]. In A. Sherman-Palladino, D. Palladino, & G. Polone (Executive Producers), *Gilmore girls*. Warner Bros. Television.',
		])
		expect(citations).toEqual(['(Sherman-Palladino & Mancuso, 2002)'])
	})

	// Union University, APA 7th ed. Style Guide: “Whedon, J. (Writer), Minear, T. (Writer), & Solomon, D. (Director).”
	it('gives each of several writers a role', async () => {
		const creators = [
			person('Joss', 'Whedon', 'writer'),
			person('Tim', 'Minear', 'writer'),
			person('David', 'Solomon', 'director'),
		]
		const { list, citations } = await cited('apa', [work({ ...anxiety, creators })])
		expect(list[0]).toMatch(/^Whedon, J\. \(Writer\), Minear, T\. \(Writer\), & Solomon, D\. \(Director\)\. \(2002\)\./)
		expect(citations).toEqual(['(Whedon et al., 2002)'])
	})

	// APA Style, Podcast References, as Gavilan College’s guide quotes them. The name in a title keeps its capitals.
	it('a podcast by its host', async () => {
		const doses = work({
			title: 'Small Doses with Amanda Seales',
			sentenceCase: ['Small doses with Amanda Seales'],
			medium: 'radio-podcasts',
			year: 2018,
			creators: [person('Amanda', 'Seales', 'host'), publishedBy('Starburns Audio')],
		})
		expect(await listed('apa', doses)).toBe(
			'Seales, A. (Host). (2018). *Small doses with Amanda Seales* [Audio podcast]. Starburns Audio.',
		)
	})

	// Western Oregon University, APA Style Guide 7th Edition, Music and Audio.
	it('a song on its album', async () => {
		const song = work({
			title: 'Speed and Velocity',
			sentenceCase: ['Speed and velocity', 'Here comes science'],
			series: 'From the album "Here Comes Science"',
			medium: 'music',
			year: 2009,
			creators: [{ literal: 'They Might Be Giants', role: 'artist' }, publishedBy('Walt Disney Records')],
		})
		expect(await listed('apa', song)).toBe(
			'They Might Be Giants. (2009). Speed and velocity [Song]. On *Here comes science*. Walt Disney Records.',
		)
	})

	// Grafiati, Video game: how to cite in APA (7th ed.).
	it('a game, whose developer is not named twice', async () => {
		const cossacks = work({
			title: 'Cossacks: European Wars',
			sentenceCase: ['Cossacks: European wars'],
			medium: 'video-games',
			year: 2001,
			creators: [{ literal: 'GSC Game World', role: 'developer' }, publishedBy('GSC Game World')],
		})
		expect(await listed('apa', cossacks)).toBe('GSC Game World. (2001). *Cossacks: European wars* [Video game].')
	})

	// The manual wants executive producers; where they are unknown, somebody in a similar role with that role (James Cook University,
	// APA Referencing Guide). A season stands in parentheses, as an episode’s number does. Not a published example.
	it('a season by its creators', async () => {
		const heroes = work({
			title: 'Heroes',
			series: 'Season 1',
			medium: 'live-action-tv',
			year: 2006,
			endYear: 2007,
			creators: [person('Tim', 'Kring', 'creator')],
		})
		expect(await listed('apa', heroes)).toBe('Kring, T. (Creator). (2006–2007). *Heroes* (Season 1) [TV series].')
	})
})

describe('MLA 9', () => {
	// Federation University, FedCite, MLA: “The Trip.” Seinfeld, directed by Tom Cherones, season 4, episode 10, NBC.
	it('an episode', async () => {
		const trip = work({
			title: 'Seinfeld',
			series: 'Season 4, episode 10, "The Trip"',
			medium: 'live-action-tv',
			year: 1992,
			creators: [person('Tom', 'Cherones', 'director'), publishedBy('NBC')],
		})
		expect(await listed('mla', trip)).toBe(
			'“The Trip.” *Seinfeld*, directed by Tom Cherones, season 4, episode 10, NBC, 1992.',
		)
	})

	// Oregon School Library Information System, citation examples: audio recording.
	it('a song on its album', async () => {
		const happy = work({
			title: 'Happy',
			series: 'From the album "Kidz Bop Greatest Hits"',
			medium: 'music',
			year: 2016,
			creators: [{ literal: 'Kidz Bop', role: 'artist' }, publishedBy('Concord Music')],
		})
		expect(await listed('mla', happy)).toBe('Kidz Bop. “Happy.” *Kidz Bop Greatest Hits*, Concord Music, 2016.')
	})

	// “hosted by” after the title of a podcast: CiteDash, MLA 9th edition, podcast (there of an episode).
	it('a podcast', async () => {
		const serial = work({
			title: 'Serial',
			medium: 'radio-podcasts',
			year: 2014,
			creators: [person('Sarah', 'Koenig', 'host'), publishedBy('WBEZ Chicago')],
		})
		expect(await listed('mla', serial)).toBe('*Serial*. Hosted by Sarah Koenig, WBEZ Chicago, 2014.')
	})
})

it('MLA and Chicago capitalise titles anew; prepositions stay small', async () => {
	const cuckoo = film(
		"One Flew Over the Cuckoo's Nest",
		["One flew over the cuckoo's nest"],
		1975,
		['Miloš', 'Forman'],
		'United Artists',
	)
	expect(await listed('mla', cuckoo)).toBe(
		'*One Flew over the Cuckoo’s Nest*. Directed by Miloš Forman, United Artists, 1975.',
	)
	expect(await listed('chicago', cuckoo)).toBe(
		'Forman, Miloš, dir. 1975. *One Flew over the Cuckoo’s Nest*. United Artists.',
	)
})

// After the order of elements for podcasts in a student’s notes on Cite Them Right (presenter, year, title in italics, [Podcast]).
it('Harvard: a podcast', async () => {
	const serial = work({
		title: 'Serial',
		medium: 'radio-podcasts',
		year: 2014,
		creators: [person('Sarah', 'Koenig', 'host')],
	})
	expect(await listed('harvard', serial)).toBe('Koenig, S. (2014) *Serial* [Podcast].')
})
