import { describe, expect, it } from 'vitest'
import { nearest } from '#backend/nearest.ts'
import { useCommandLine } from './support.ts'

const line = useCommandLine()

describe('wrong usage ends with 2, one sentence and what is right', () => {
	it.each<[string[], RegExp]>([
		[[], /needs to know what to do\. “parallax help”/],
		[
			['serach', 'love'],
			/no command “serach”\. Did you mean “search”\? Known here: serve, present, search, library, .*backup, help\./,
		],
		[['xyzzy'], /no command “xyzzy”\. Known here/],
		[['library'], /“library” needs to know what to do\. Known here: list, show, references, check\./],
		[['library', 'shwo', 'x'], /“library” has no command “shwo”\. Did you mean “show”\?/],
		[['library', 'list', 'films'], /does not take “films”\. Write: parallax library list/],
		[['library', 'show'], /“library show” is not complete\. Write: parallax library show ID/],
		[['backup', 'restore'], /is not complete/],
		[['search'], /is not complete/],
		[['search', '  '], /nothing to search for/],
		[['search', 'x'.repeat(401)], /longer than 400/],
		[['search', 'love', '--limit', '0'], /“0” is not a number.*from 1 to 200/],
		[['search', 'love', '--limit', '1e2'], /“1e2” is not a number/],
		[['search', 'love', '--limit'], /--limit needs a value\. Write --limit N\./],
		[['search', 'love', '--limit', '--json'], /--limit needs a value/],
		[['search', 'love', '--limit='], /--limit needs a value/],
		[['search', 'love', '--lmit', '3'], /no option --lmit\. Did you mean “--limit”\?/],
		[['search', 'love', '-x'], /no option -x/],
		[['search', 'love', '--port', '3'], /“search” does not take the option --port\. Known here|Did you mean/],
		[['search', 'love', '--json=yes'], /--json takes no value/],
		[['library', 'list', '--kind', 'film'], /no kind “film”.*comparison, article, trope, depiction, work, reference/],
		[['serve', '--port', '70000'], /“70000” is not a number/],
		[['serve', '--port', '-1'], /--port needs a value/],
		[['serve', '--host', '0.0.0.0'], /“0\.0\.0\.0” is not one of its loopback addresses\. Leave --host out/],
		[['serve', '--host', 'example.com'], /loopback/],
		[['help', 'nonsense'], /no command “nonsense”/],
	])('%j', async (argv, words) => {
		const { code, out, err } = await line().run(argv)
		expect(err).toMatch(words)
		expect(err.trimEnd()).not.toContain('\n')
		expect([code, out]).toEqual([2, ''])
	})

	it('needs a value for --data', async () => {
		expect(await line().run(['library', 'list', '--data'])).toMatchObject({
			code: 2,
			err: expect.stringMatching(/--data/),
		})
	})
})

describe('help', () => {
	it('shows every command, fitted to the terminal', async () => {
		for (const argv of [['help'], ['--help'], ['-h']]) {
			const { code, out, err } = await line().run(argv, { width: 60 })
			expect([code, err]).toEqual([0, ''])
			for (const usage of [
				'serve [--port N]',
				'search QUERY',
				'library show ID',
				'library check',
				'backup restore NAME',
			]) {
				expect(out).toContain(usage)
			}
		}
	})

	it('shows one command or one group', async () => {
		for (const argv of [
			['library', '--help'],
			['help', 'library'],
			['library', 'list', '--help'],
		]) {
			const { out } = await line().run(argv)
			expect(out).toContain('library list')
			expect(out).not.toContain('backup')
		}
		expect((await line().run(['help', 'library', 'show'])).out).not.toContain('library list')
	})
})

describe('the version', () => {
	it('is printed alone', async () => {
		expect(await line().run(['--version'])).toEqual({ code: 0, out: '9.8.7\n', err: '' })
		expect(await line().json('--version')).toEqual({ version: '9.8.7' })
	})
})

describe('the nearest word', () => {
	it.each([
		['serch', 'search'],
		['shwo', 'show'],
		['libary', 'library'],
		['x', undefined],
		['completely-different', undefined],
	])('to %s is %s', (word, expected) => {
		expect(nearest(word, ['search', 'show', 'library', 'a'])).toBe(expected)
	})
})
