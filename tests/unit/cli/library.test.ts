import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixturePacks, useCommandLine } from './support.ts'

const line = useCommandLine()

describe('library list', () => {
	it('gives rows of the contract', async () => {
		const all = (await line().json('library', 'list')) as { kind: string }[]
		expect([...new Set(all.map(({ kind }) => kind))].sort()).toEqual([
			'article',
			'comparison',
			'depiction',
			'reference',
			'trope',
			'work',
		])
		expect(await line().json('library', 'list', '--kind', 'depiction')).toMatchObject([
			{
				id: 'long-night-ending',
				title: 'The Long Night',
				work: 'the-long-night',
				medium: 'film',
				year: 1999,
				treatment: 'straight',
				trope: 'one-night-cure',
				contentNotes: ['death'],
			},
			{ id: 'morning-pages-nap', treatment: 'subverted', contentNotes: [] },
		])
	})

	it('reads well, grouped by kind and fitted to the terminal', async () => {
		const { code, out, err } = await line().run(['library', 'list'], { width: 60 })
		expect([code, err]).toEqual([0, ''])
		expect(out).toContain('1 comparison\n  one-night')
		expect(out).toContain('2 depictions\n  long-night-ending')
		for (const row of out.split('\n')) expect(row.length).toBeLessThanOrEqual(60)
	})
})

describe('library show', () => {
	it('gives the whole entry, and what the list says of it', async () => {
		expect(await line().json('library', 'show', 'long-night-ending')).toMatchObject({
			kind: 'depiction',
			id: 'long-night-ending',
			title: 'The Long Night',
			medium: 'film',
			outcome: 'works',
			text: 'The captain sleeps through the storm and wakes without a care.',
		})
		expect(await line().json('library', 'show', 'one-night')).toMatchObject({
			kind: 'comparison',
			points: [{ id: 'single-night', verdict: 'inaccurate' }],
		})
		expect(await line().json('library', 'show', 'example-2010')).toMatchObject({
			kind: 'reference',
			csl: { volume: '1' },
		})
	})

	it.each<[string, RegExp[]]>([
		[
			'one-night',
			[/^ONE NIGHT OF SLEEP/, /COURSE \(inaccurate, 1 reference\)/, /Fiction: {2}One night/, /Reality: {2}Insomnia/],
		],
		[
			'sleep-article',
			[
				/^SLEEP IN THE CLINIC/,
				/What helps\n-{10}/,
				/insomnia \(Example, 2010\)\./,
				/References\n-+\n\nExample, C\. \(2010\)/,
			],
		],
		['the-long-night', [/^THE LONG NIGHT/, /by: {5}Ada Example \(director\)/, /year: {3}1999/]],
		['morning-pages-nap', [/^MORNING PAGES/, /treatment: subverted/, /A nap changes nothing/]],
		['example-2010', [/^Example, C\. \(2010\)\. A study of sleep/, /https:\/\/doi\.org\/10\.5555\/example\.2010/]],
	])('reads well: %s', async (id, patterns) => {
		const { code, out, err } = await line().run(['library', 'show', id])
		for (const pattern of patterns) expect(out).toMatch(pattern)
		for (const row of out.split('\n')) expect(row.length).toBeLessThanOrEqual(80)
		expect([code, err]).toEqual([0, ''])
	})

	it('covers flagged text as the windows do, until the reader’s settings show it', async () => {
		const covered = '[covered: death, gives away an ending]'
		const before = (await line().run(['library', 'show', 'one-night-cure'])).out
		expect(before).toContain(covered)
		expect(before).not.toContain('The captain sleeps')
		expect(before).toContain('A nap changes nothing')
		expect(before).toContain('Covered text is shown with --json')
		expect((await line().run(['library', 'show', 'long-night-ending'])).out).toContain(covered)
		expect((await line().run(['search', 'captain'])).out).toContain(covered)
		expect((await line().run(['search', 'captain', '--json'])).out).toContain('captain')
	})

	it.each([
		['one-nigt', /nothing called “one-nigt”\. Did you mean “one-night”\?/],
		['NOT AN ID', /nothing called “NOT AN ID”\. “library list” names everything/],
		['../../etc/passwd', /nothing called/],
	])('does not find %s', async (id, words) => {
		const { code, out, err } = await line().run(['library', 'show', id])
		expect(err).toMatch(words)
		expect([code, out]).toEqual([1, ''])
	})
})

describe('search', () => {
	it('gives hits of both sides, the best first', async () => {
		const hits = (await line().json('search', 'sleep')) as { score: number; side: string }[]
		expect(new Set(hits.map(({ side }) => side))).toEqual(new Set(['fiction', 'reality']))
		expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a))
		for (const hit of hits) expect(Object.keys(hit)).toEqual(['id', 'kind', 'title', 'excerpt', 'score', 'side'])
	})

	it('keeps to its limit over both sides', async () => {
		const all = (await line().json('search', 'sleep')) as unknown[]
		expect(all.length).toBeGreaterThan(3)
		expect(await line().json('search', 'sleep', '--limit', '3')).toEqual(all.slice(0, 3))
	})

	it('takes several words with or without quotation marks', async () => {
		const quoted = await line().json('search', 'regular hours')
		expect(await line().json('search', 'regular', 'hours')).toEqual(quoted)
		expect(quoted).not.toEqual([])
	})

	it('says when nothing is found', async () => {
		expect(await line().run(['search', 'zzzzqqqq'])).toMatchObject({
			code: 0,
			out: expect.stringMatching(/^Nothing was found/),
		})
		expect(await line().json('search', 'zzzzqqqq')).toEqual([])
	})

	it('reads well', async () => {
		const { out } = await line().run(['search', 'insomnia'], { width: 60 })
		expect(out).toMatch(/^Reality · /m)
		expect(out).toMatch(/^ {2}Keeping regular hours/m)
		expect(out).toMatch(/\d+ passages, the best first\./)
		for (const row of out.split('\n')) expect(row.length).toBeLessThanOrEqual(60)
	})
})

describe('library check', () => {
	it('finds no fault in the bundled packs', async () => {
		expect(await line().run(['library', 'check'])).toEqual({ code: 0, out: '1 pack checked, no faults.\n', err: '' })
		expect(await line().json('library', 'check', join(fixturePacks, 'small'))).toEqual({ packs: 1, faults: [] })
	})

	function brokenPack(name: string): string {
		const folder = join(line().folder, name)
		cpSync(join(fixturePacks, 'small'), folder, { recursive: true })
		const comparison = join(folder, 'comparisons', 'one-night.yaml')
		const text = readFileSync(comparison, 'utf8')
		writeFileSync(
			comparison,
			text.replace('[example-2010]', '[no-such-study]').replace('dimension: course', 'dimension: curse'),
		)
		return folder
	}

	it('names each fault by file and line, and ends with 1', async () => {
		const folder = brokenPack('broken')
		const { code, out, err } = await line().run(['library', 'check', folder])
		const lines = out.trimEnd().split('\n')
		expect(lines).toHaveLength(2)
		for (const each of lines) expect(each).toMatch(/one-night\.yaml:\d+ {2}\S/)
		expect(out).toContain('no-such-study')
		expect(out).toMatch(/course/)
		expect(err).toBe('2 faults in 1 pack. Mend them where they are named and check again.\n')
		expect(code).toBe(1)
	})

	it('prints one document with --json, and progress for people only', async () => {
		const folder = brokenPack('broken-too')
		const { code, out, err } = await line().run(['library', 'check', folder, '--json'])
		const { faults } = JSON.parse(out) as { faults: { line: number }[] }
		expect([code, faults.length]).toEqual([1, 2])
		expect(faults[0]?.line).toBeGreaterThan(1)
		expect(err).not.toContain('\u001b')
		const watched = await line().run(['library', 'check', folder], { watched: true })
		expect(watched.err).toMatch(/Checking 1 of \d+/)
		expect(watched.out).toBe((await line().run(['library', 'check', folder])).out)
	})

	it('says when there is no pack', async () => {
		const { code, out, err } = await line().run(['library', 'check', line().dataDir])
		expect(err).toMatch(/^There is no pack in .+\. Name a folder/)
		expect([code, out]).toEqual([1, ''])
	})

	it('can be stopped', async () => {
		const { code, err } = await line().run(['library', 'check'], { stop: AbortSignal.abort() })
		expect([code, err]).toEqual([1, expect.stringContaining('cancelled')])
	})
})
