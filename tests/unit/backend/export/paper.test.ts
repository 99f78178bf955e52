/** Which paper an export is printed on. */
import { describe, expect, it } from 'vitest'
import { onPaper, usualPaper } from '#backend/export/paper.ts'

describe('the usual paper', () => {
	it.each([
		[{ LANG: 'en_US.UTF-8' }, 'letter'],
		[{ LANG: 'fr_CA.UTF-8' }, 'letter'],
		[{ LANG: 'en_GB.UTF-8' }, 'A4'],
		[{ LANG: 'en_US.UTF-8', LC_PAPER: 'de_DE.UTF-8' }, 'A4'],
		[{ LANG: 'C.UTF-8' }, 'A4'],
	])('in %j is %s', (env, paper) => expect(usualPaper(env, 'en-US')).toBe(paper))

	it('is that of the language where the system says no more', () => {
		expect(usualPaper({}, 'en-US')).toBe('letter')
		expect(usualPaper({}, 'en-GB')).toBe('A4')
	})
})

it('is said in the page, after all that the page says itself', () => {
	expect(onPaper('<head><style>@page{size:A4}</style></head><p>$& stays</p>', 'letter')).toBe(
		'<head><style>@page{size:A4}</style><style>@page{size:letter}</style>\n</head><p>$& stays</p>',
	)
})
