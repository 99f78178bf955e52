import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { useCommandLine } from './support.ts'

const line = useCommandLine()
const children: ChildProcess[] = []
afterEach(() => {
	for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** Starts the command line as a process of its own, without a terminal. */
function start(...argv: string[]) {
	const child = spawn(process.execPath, [join(import.meta.dirname, 'entry.ts'), ...argv, '--data', line().dataDir], {
		env: { ...process.env, PARALLAX_TEST_FOLDER: line().folder },
		stdio: ['ignore', 'pipe', 'pipe'],
	})
	children.push(child)
	let [out, err] = ['', '']
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		out += text
	})
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		err += text
	})
	const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, out, err }))
	return { child, ended, firstLine: async () => String((await once(child.stdout, 'data'))[0]).split('\n')[0] ?? '' }
}

describe('the command line as a process', { timeout: 30_000 }, () => {
	it('answers on standard output and ends', async () => {
		const { code, out, err } = await start('library', 'list', '--kind', 'article', '--json').ended
		expect(JSON.parse(out)).toMatchObject([{ id: 'sleep-article' }])
		expect([code, err]).toEqual([0, ''])
	})

	it('says what is wrong on standard error alone', async () => {
		expect(await start('library', 'show', 'nothing').ended).toMatchObject({ code: 1, out: '' })
		expect(await start('librry').ended).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/library/) })
	})

	it.for(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
		'serves with its library in a worker, and stops cleanly at %s',
		async (signal, context) => {
			context.skip(process.platform === 'win32', 'Windows ends a process without telling it')
			const { child, ended, firstLine } = start('serve', '--no-open', '--json')
			const { url } = JSON.parse(await firstLine()) as { url: string }
			expect((await fetch(url, { redirect: 'manual' })).status).toBe(303)
			// Twice, as Ctrl-C comes under npm.
			child.kill(signal)
			child.kill(signal)
			expect(await ended).toMatchObject({ code: 0, err: '' })
		},
	)

	it('does not mind when nobody reads on', async () => {
		const { child, ended } = start('library', 'list', '--json')
		child.stdout?.destroy()
		expect((await ended).err).toBe('')
	})
})
