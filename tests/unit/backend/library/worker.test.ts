/** The library in its worker thread: it answers, it reports damage, and it comes back when it has died. */
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openLibrary, type RemoteLibrary } from '#backend/library/remote.ts'
import { writeCompiled } from '#backend/packs/output.ts'
import { compiledOf } from '../../support/compiled.ts'
import { freshFolder } from '../../support/folder.ts'
import { fixturePacks } from '../../support/pack.ts'
import { errorOf } from '../../support/router.ts'

vi.setConfig({ testTimeout: 30_000 })
const own = new URL('../../../../src/backend/library/worker.ts', import.meta.url)
const frail = new URL('../../support/children/frail-worker.ts', import.meta.url)
const { compiled, index } = compiledOf()
const open: RemoteLibrary[] = []
afterEach(async () => {
	for (const library of open.splice(0)) await library.close()
})

async function start(worker: URL | undefined, packsDir = freshFolder()) {
	await writeCompiled(packsDir, compiled, index)
	return startAt(packsDir, worker)
}
async function startAt(packsDir: string, worker: URL | undefined) {
	const reported: unknown[] = []
	const library = await openLibrary(packsDir, worker, (error) => reported.push(error))
	open.push(library)
	return { ...library, reported }
}

describe.each([
	['in a worker', own],
	['on the own thread', undefined],
])('%s', (_, worker) => {
	it('answers the library’s part of the contract', async () => {
		const { client, reported } = await start(worker)
		expect((await client.library.list({ kind: 'trope' })).map(({ id }) => id)).toEqual(['one-good-night'])
		expect((await client.search.query({ query: 'foghorn', limit: 5 })).fiction.length).toBeGreaterThan(0)
		expect(await errorOf(client.library.show({ id: 'nothing' }))).toMatchObject({
			code: 'NOT_FOUND',
			data: { next: expect.any(String) },
		})
		const events = []
		for await (const event of await client.library.check({ directories: [fixturePacks] })) events.push(event)
		expect(events.at(-1)).toEqual({ type: 'done', faults: [], packs: 1 })
		expect(reported).toEqual([])
	})

	it('says that there are no packs, or that one is damaged, in every call', async () => {
		const empty = await startAt(freshFolder(), worker)
		for (let i = 0; i < 2; i++)
			expect(await errorOf(empty.client.library.packs())).toMatchObject({ code: 'UNAVAILABLE' })
		const folder = freshFolder()
		writeFileSync(join(folder, 'x.json'), '{')
		expect(await errorOf((await startAt(folder, worker)).client.library.packs())).toMatchObject({
			code: 'DAMAGED',
			data: { next: 'Install the pack again.' },
		})
	})

	it('does not keep a call waiting that comes after its end', async () => {
		const library = await start(worker)
		await library.client.library.packs()
		await library.close()
		expect(await errorOf(library.client.library.packs())).toMatchObject({ code: 'UNAVAILABLE' })
	})
})

describe('a worker that dies', () => {
	it('fails the calls under way with what to do, and answers the next ones afresh', async () => {
		const { client, reported } = await start(frail)
		await client.library.packs()
		const calls = [
			client.search.query({ query: 'die-now', limit: 1 }),
			client.search.query({ query: 'also', limit: 1 }),
		]
		for (const call of calls)
			expect(await errorOf(call)).toMatchObject({
				code: 'UNAVAILABLE',
				message: 'The library has stopped.',
				next: 'Try again; it starts anew.',
			})
		expect(reported).toMatchObject([{ message: 'dead' }])
		expect((await client.library.packs()).map(({ id }) => id)).toEqual(['lighthouse'])
		expect((await client.search.query({ query: 'foghorn', limit: 1 })).fiction).toHaveLength(1)
	})

	it('ends a stream with the same words', async () => {
		const { client } = await start(frail)
		const pack = join(freshFolder(), 'die-later')
		cpSync(join(fixturePacks, 'lighthouse'), pack, { recursive: true })
		const heard: string[] = []
		const read = async () => {
			for await (const event of await client.library.check({ directories: [pack] })) heard.push(event.type)
		}
		expect(await errorOf(read())).toMatchObject({ code: 'UNAVAILABLE', message: 'The library has stopped.' })
		expect(heard).not.toContain('done')
	})

	it('does not turn a call that its caller has cancelled into a failure', async () => {
		const { client } = await start(frail)
		const stop = new AbortController()
		const call = errorOf(client.search.query({ query: 'die-now', limit: 1 }, { signal: stop.signal }))
		stop.abort()
		expect(await call).toMatchObject({ name: 'AbortError' })
	})
})
