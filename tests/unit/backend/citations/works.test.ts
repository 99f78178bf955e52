/** Works of fiction in each style, against published examples where there is one; the rest says so. */
import { describe, expect, it } from 'vitest'
import type { CslItem } from '#domain/citations/items.ts'
import { filled } from '#domain/citations/missing.ts'
import { cited, listed, person, work } from './cited.ts'

const today = new Date(2026, 10, 22)

const cuckoo = filled(
	work({
		title: 'One flew over the cuckoo’s nest',
		medium: 'film',
		year: 1975,
		creators: [person('Milos', 'Forman', 'director')],
	}),
	{ publisher: 'United Artists' },
	today,
)
const hush = filled(
	work({
		title: 'Buffy the Vampire Slayer',
		series: 'Season 4, episode 10, "Hush"',
		medium: 'live-action-tv',
		year: 1999,
		creators: [person('Joss', 'Whedon', 'creator')],
	}),
	{ publisher: 'Mutant Enemy' },
	today,
)
const game = work({
	title: 'Mass Effect 2',
	medium: 'video-games',
	year: 2010,
	creators: [
		{ literal: 'BioWare', role: 'developer' },
		{ literal: 'Electronic Arts', role: 'publisher' },
	],
})
const comic = filled(
	work({
		title: 'Arkham Asylum: A Serious House on Serious Earth',
		medium: 'comic-books',
		year: 1989,
		creators: [person('Grant', 'Morrison', 'writer'), person('Dave', 'McKean', 'artist')],
	}),
	{ publisher: 'DC Comics' },
	today,
)

describe('APA 7', () => {
	it('a film (Publication Manual, 10.12, example 84)', async () =>
		expect(await listed('apa', cuckoo)).toBe(
			'Forman, M. (Director). (1975). *One flew over the cuckoo’s nest* [Film]. United Artists.',
		))

	it('a television series (10.12, example 86)', async () => {
		const wire = work({ title: 'The wire', medium: 'live-action-tv', year: 2002, endYear: 2008 })
		const producers = 'David Simon; Robert F. Colesberry; Kostroff Noble, Nina'
		const whole = filled(wire, { 'executive-producer': producers, publisher: 'Blown Deadline Productions; HBO' }, today)
		expect(await listed('apa', whole)).toBe(
			'Simon, D., Colesberry, R. F., & Kostroff Noble, N. (Executive Producers). (2002–2008). *The wire* [TV series]. Blown Deadline Productions; HBO.',
		)
	})

	it('an episode by one writer and director (10.12, example 87, without its day and month)', async () => {
		const episode = work({
			title: 'Black-ish',
			series: 'Season 3, episode 12, "Lemons"',
			medium: 'live-action-tv',
			year: 2017,
			creators: [person('Kenya', 'Barris', 'writer'), person('Kenya', 'Barris', 'director')],
		})
		const producers =
			'Kenya Barris; Jonathan Groff; Anthony Anderson; E. Brian Dobbins; Laurence Fishburne; Helen Sugland'
		const publisher = 'Wilmore Films; Artists First; Cinema Gypsy Productions; ABC Studios'
		expect(await listed('apa', filled(episode, { 'executive-producer': producers, publisher }, today))).toBe(
			'Barris, K. (Writer & Director). (2017). Lemons (Season 3, Episode 12) [TV series episode]. In K. Barris, J. Groff, A. Anderson, E. B. Dobbins, L. Fishburne, & H. Sugland (Executive Producers), *Black-ish*. Wilmore Films; Artists First; Cinema Gypsy Productions; ABC Studios.',
		)
	})

	// The manual’s template for 10.12: “Writer, W. W. (Writer), & Director, D. D. (Director).”
	it('names writer and director apart when they are two', async () => {
		const episode = work({
			title: 'House',
			series: 'Season 3, episode 11, "Words and Deeds"',
			medium: 'live-action-tv',
			year: 2007,
			creators: [person('Leonard', 'Dick', 'writer'), person('Daniel', 'Sackheim', 'director')],
		})
		expect(await listed('apa', episode)).toBe(
			'Dick, L. (Writer), & Sackheim, D. (Director). (2007). Words and Deeds (Season 3, Episode 11) [TV series episode]. In *House*.',
		)
	})

	// After the pattern of 10.10 (author, year, title in italics, description in brackets, publisher); not a published example.
	it('a game', async () =>
		expect(await listed('apa', game)).toBe('BioWare. (2010). *Mass Effect 2* [Video game]. Electronic Arts.'))
})

describe('MLA 9', () => {
	it('a film (MLA Handbook, list of works cited: Opening Night)', async () => {
		const film = work({
			title: 'Opening Night',
			medium: 'film',
			year: 1977,
			creators: [person('John', 'Cassavetes', 'director')],
		})
		expect(await listed('mla', filled(film, { publisher: 'Faces Distribution' }, today))).toBe(
			'*Opening Night*. Directed by John Cassavetes, Faces Distribution, 1977.',
		)
	})

	it('an episode (MLA Handbook: Hush, without its performance)', async () =>
		expect(await listed('mla', hush)).toBe(
			'“Hush.” *Buffy the Vampire Slayer*, created by Joss Whedon, season 4, episode 10, Mutant Enemy, 1999.',
		))

	// After the template of core elements; not a published example.
	it('a comic names its artist', async () =>
		expect(await listed('mla', comic)).toBe(
			'Morrison, Grant. *Arkham Asylum: A Serious House on Serious Earth*. Illustrated by Dave McKean, DC Comics, 1989.',
		))
})

describe('Chicago 17', () => {
	// 14.265 lists a film under its director, “dir.”, with the title in italics.
	it('a film', async () => {
		expect(await listed('chicago', cuckoo)).toBe(
			'Forman, Milos, dir. 1975. *One Flew over the Cuckoo’s Nest*. United Artists.',
		)
		expect(await listed('chicago-notes', cuckoo)).toBe(
			'Forman, Milos, dir. *One Flew over the Cuckoo’s Nest*. United Artists, 1975.',
		)
	})

	// University College Dublin, Chicago Style Guide 17th Edition, Audiovisual media: “Title of Film, directed by …”; series title, season
	// and episode, the episode’s title, directed by. Koç University, Chicago Manual of Style: “Lastname, Firstname, dir. Title of Work.
	// Season number, episode number, “Episode Title.””
	it('a film in a note, an episode under its series', async () => {
		const film = work({
			title: 'Michael Collins',
			medium: 'film',
			year: 1996,
			creators: [person('Neil', 'Jordan', 'director'), { literal: 'Warner Bros.', role: 'publisher' }],
		})
		const noted = async (item: CslItem) => (await cited('chicago-notes', [item])).citations[0]
		expect(await noted(film)).toBe('*Michael Collins*, directed by Neil Jordan (Warner Bros., 1996).')
		const testimony = work({
			title: 'The Handmaid’s Tale',
			series: 'Season 4, episode 8, "Testimony"',
			medium: 'live-action-tv',
			year: 2021,
			creators: [person('Elisabeth', 'Moss', 'director'), person('Bruce', 'Miller', 'creator')],
		})
		expect(await noted(testimony)).toBe(
			'*The Handmaid’s Tale*, season 4, episode 8, “Testimony,” directed by Elisabeth Moss, 2021.',
		)
		expect(await listed('chicago', testimony)).toBe(
			'Moss, Elisabeth, dir. 2021. *The Handmaid’s Tale*. Season 4, episode 8, “Testimony.”',
		)
		expect(await listed('chicago', hush)).toBe(
			'*Buffy the Vampire Slayer*. 1999. Season 4, episode 10, “Hush.” Mutant Enemy.',
		)
	})

	// After the pattern of a book; not a published example.
	it('a comic', async () =>
		expect(await listed('chicago', comic)).toBe(
			'Morrison, Grant. 1989. *Arkham Asylum: A Serious House on Serious Earth*. Illustrated by Dave McKean. DC Comics.',
		))

	it('says the year of a web page once, and its day where that is known (15.51)', async () => {
		const page: CslItem = {
			id: 'google',
			type: 'webpage',
			title: 'Privacy policy',
			'container-title': 'Privacy & Terms',
			author: [{ literal: 'Google' }],
			issued: { 'date-parts': [[2017]] },
			URL: 'https://www.google.com/policies/privacy/',
		}
		const on = 'https://www.google.com/policies/privacy/'
		expect(await listed('chicago', page)).toBe(`Google. 2017. “Privacy Policy.” Privacy & Terms. ${on}.`)
		expect(await listed('chicago', { ...page, issued: { 'date-parts': [[2017, 4, 17]] } })).toBe(
			`Google. 2017. “Privacy Policy.” Privacy & Terms. April 17, 2017. ${on}.`,
		)
	})
})

describe('Harvard (Cite Them Right)', () => {
	it('a film (Cite Them Right: title, year, director, medium, place and company)', async () => {
		const film = work({
			title: 'Rebel without a cause',
			medium: 'film',
			year: 1955,
			creators: [person('Nicholas', 'Ray', 'director')],
		})
		const whole = { ...filled(film, { publisher: 'Warner Bros' }, today), 'publisher-place': 'Los Angeles' }
		expect(await listed('harvard', whole)).toBe(
			'*Rebel without a cause* (1955) Directed by N. Ray [Film]. Los Angeles: Warner Bros.',
		)
	})

	it('an episode, a game and a fan work', async () => {
		expect(await listed('harvard', hush)).toBe(
			'‘Hush’ (1999) *Buffy the Vampire Slayer*, Series 4, episode 10. Mutant Enemy.',
		)
		expect(await listed('harvard', game)).toBe('BioWare (2010) *Mass Effect 2* [Video game]. Electronic Arts.')
		const fan = work({
			title: 'A growing affection',
			medium: 'fan-works',
			creators: [{ literal: 'K.', role: 'author' }],
		})
		expect(await listed('harvard', filled(fan, { year: '2006', address: 'https://example.org/1' }, today))).toBe(
			'K. (2006) *A growing affection*. Available at: https://example.org/1 (Accessed: 22 November 2026).',
		)
	})
})
