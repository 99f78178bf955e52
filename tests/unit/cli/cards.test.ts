import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { everything, pixel } from '../../setup/anki.ts'
import { packageOf } from '../support/packages.ts'
import { useCommandLine } from './support.ts'

const line = useCommandLine()
const inFolder = (name: string) => join(line().folder, name)

describe('cards', () => {
	it('says what an import would do, and does it', async () => {
		const file = packageOf(everything, 'collection.anki21b', { media: { 'pixel one.png': pixel } })
		const dry = await line().run(['cards', 'import', file, '--dry-run'])
		expect(dry).toMatchObject({ code: 0, err: '' })
		expect(dry.out).toMatch(
			/^Would take in 2 new notes, 0 changed, 0 as they were \(4 cards, 5 reviews, 1\npicture\)\. Nothing has been changed\.\n/,
		)
		expect(await line().json('cards', 'import', file, '--dry-run')).toMatchObject({ notes: { new: 2 }, dryRun: true })
		expect((await line().run(['cards', 'import', file])).out).toMatch(/^Took in 2 new notes, 0 changed/)
		expect(await line().json('cards', 'import', file)).toMatchObject({
			format: 'apkg (collection.anki21b)',
			notes: { new: 0, changed: 0, same: 2 },
			token: expect.any(Number),
		})
	})

	it('writes a package and text, in one step', async () => {
		const file = inFolder('all.apkg')
		writeFileSync(file, 'old')
		expect(await line().run(['cards', 'export', file])).toEqual({
			code: 0,
			err: '',
			out: `Wrote 4 cards into ${file}.\n`,
		})
		expect(readFileSync(file).toString('latin1', 0, 2)).toBe('PK')
		const text = inFolder('one.csv')
		expect(await line().json('cards', 'export', text, '--deck', 'Uni::Trauma', '--scheduling')).toEqual({
			file: text,
			cards: 4,
		})
		expect(readFileSync(text, 'utf8')).toMatch(/^#separator:comma\n#html:true\n/)
		expect(await line().json('cards', 'import', file)).toMatchObject({ notes: { new: 0, changed: 0, same: 2 } })
		expect(
			readdirSync(line().folder)
				.filter((name) => /all|one/.test(name))
				.sort(),
		).toEqual(['all.apkg', 'one.csv'])
	})

	it('says what reviews add up to', async () => {
		const { code, out, err } = await line().run(['cards', 'stats', '--days', '3650'])
		expect([code, err]).toEqual([0, ''])
		expect(out).toMatch(/^4 cards: /)
		expect(out).toMatch(/\nThe last 3650 days: 5 reviews on \d days?, \d+ minutes?\n/)
		expect(out).toMatch(/\nremembered +young +mature +all +reviews\ntoday +– +– +– +0\n/)
		expect(out).toMatch(/\ngoal: 90 %\n$/)
		expect(await line().json('cards', 'stats', '--deck', 'Uni::Trauma')).toMatchObject({
			today: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
			desired: 0.9,
		})
	})

	it('names the file and the reason of what is wrong', async () => {
		const file = inFolder('broken.apkg')
		writeFileSync(file, 'PK\x03\x04 and no more than that')
		const { code, out, err } = await line().run(['cards', 'import', file])
		expect([code, out]).toEqual([1, ''])
		expect(err).toMatch(/^“broken\.apkg” ends too early\. Nothing has been changed\. Export it again/)
	})

	it.each([
		[['cards', 'import'], 2, /not complete/],
		[['cards', 'export', 'a', 'b'], 2, /does not take/],
		[['cards', 'export', 'cards.zip'], 2, /Let it end in \.apkg or \.csv/],
		[['cards', 'export', 'a.csv', '--dry-run'], 2, /--dry-run/],
		[['cards', 'export', 'a.csv', '--deck', 'Uni::Trauma2'], 1, /Did you mean “Uni::Trauma”\?/],
		[['cards', 'stats', '--days', '3'], 2, /from 7 to 3650/],
		[['cards', 'stats', '--deck', 'Uni::Trauma2'], 1, /Did you mean “Uni::Trauma”\?/],
		[['cards', 'import', '/nowhere/at/all.apkg'], 1, /cannot be read/],
		[['cards', 'export', '/nowhere/at/all.apkg'], 1, /cannot be written/],
	])('%j ends with %d', async (argv, code, said) => {
		expect(await line().run(argv)).toEqual({ code, out: '', err: expect.stringMatching(said) })
		expect(existsSync('/nowhere')).toBe(false)
	})
})
