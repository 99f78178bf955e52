/** Errors over every transport: a code, a sentence, what to do next; and nothing of the inside. */
import { isDefinedError, safe } from '@orpc/client'
import { implement } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { Failure } from '#backend/failure.ts'
import { serveRouter } from '#backend/rpc/serve.ts'
import { contract } from '#contract/index.ts'
import { largestMessage } from '#contract/port.ts'
import { useProgram } from './support/program.ts'
import { transports, wholeTransports } from './support/transports.ts'

/** Expects a typed error with words for a person. */
async function expectError(call: Promise<unknown>, code: string) {
	const { error } = await safe(call as Promise<never>)
	expect(isDefinedError(error)).toBe(true)
	expect(error).toMatchObject({
		code,
		message: expect.stringMatching(/^[A-Z“].*\.$/),
		data: { next: expect.stringMatching(/^[A-Z“].*\.$/) },
	})
}

describe.each(transports)('errors of the library ($name)', (transport) => {
	const program = useProgram(transport)

	it('NOT_FOUND for what is not there', async () => {
		const { library } = program().client
		await expectError(library.show({ id: 'no-such-thing' }), 'NOT_FOUND')
		await expectError(library.document({ id: 'one-night' }), 'NOT_FOUND')
	})

	it('NOT_FOUND in a stream', async () => {
		const stream = await program().client.library.check({ directories: [`${program().folder}/missing`] })
		await expectError(stream.next(), 'NOT_FOUND')
	})

	it.each<[string, unknown]>([
		['a wrong type', { id: 5 }],
		['a missing field', {}],
		['an extra field', { id: 'one-night', extra: true }],
		['no input', undefined],
		['a list for an object', ['one-night']],
		['an id that is none', { id: '../../etc/passwd' }],
		['a huge string', { id: 'a'.repeat(900_000) }],
	])('BAD_REQUEST for %s', async (_what, input) => {
		const { client, unforeseen } = program()
		await expectError(client.library.show(input as never), 'BAD_REQUEST')
		expect(unforeseen).toEqual([])
		expect(await client.library.show({ id: 'one-night' })).toMatchObject({ kind: 'comparison' })
	})

	it('TOO_LARGE for a message over the limit', async () => {
		const { client } = program()
		await expectError(client.search.query({ query: 'x'.repeat(largestMessage), limit: 1 }), 'TOO_LARGE')
		await expectError(client.search.query({ query: '€'.repeat(largestMessage), limit: 1 }), 'TOO_LARGE')
		expect((await client.search.query({ query: 'sleep', limit: 1 })).fiction).toHaveLength(1)
	})

	it('UNKNOWN_METHOD for what the contract does not have', async () => {
		const { library } = program().client as unknown as { library: { burn(): Promise<unknown> } }
		await expectError(library.burn(), 'UNKNOWN_METHOD')
	})
})

describe.each(wholeTransports)('errors of the workspace ($name)', (transport) => {
	const program = useProgram(transport)

	it.each<[string, (client: ReturnType<typeof program>['client']['workspace']) => Promise<unknown>]>([
		['a setting out of its range', ({ settings }) => settings.change({ textSize: 5000 })],
		['a setting that there is not', ({ settings }) => settings.change({ colour: 'red' } as never)],
		['a fraction over one', ({ positions }) => positions.save({ pane: 'read/x', block: 'x', fraction: 1.5 })],
		[
			'a time of the window’s own',
			({ positions }) => positions.save({ pane: 'x', block: 'x', fraction: 0, at: 1 } as never),
		],
		['an empty pane', ({ positions }) => positions.read({ pane: '' })],
		['a limit below one', ({ history }) => history.list({ limit: 0 })],
		['a kind that there is not', ({ history }) => history.visit({ address: '/x', title: 'x', kind: 'film' } as never)],
		['a name that is too long', ({ backups }) => backups.restore({ name: 'x'.repeat(201) })],
	])('BAD_REQUEST for %s, and nothing is kept', async (_what, call) => {
		const { workspace } = program().client
		const before = await workspace.settings.read()
		await expectError(call(workspace), 'BAD_REQUEST')
		expect(await workspace.settings.read()).toEqual(before)
		expect(await workspace.positions.recent({ limit: 10 })).toEqual([])
		expect(await workspace.history.list({ limit: 10 })).toEqual([])
	})

	it.each(['../parallax.sqlite', 'parallax.sqlite', '/etc/passwd', '', 'parallax-20200101T000000000Z-asked.sqlite'])(
		'NOT_FOUND for the backup “%s”',
		async (name) => {
			await expectError(program().client.workspace.backups.restore({ name }), 'NOT_FOUND')
		},
	)

	it('NOT_FOUND for a history that was never cleared', async () => {
		await expectError(program().client.workspace.history.restore({ token: 1 }), 'NOT_FOUND')
	})
})

describe.each(wholeTransports)('errors from inside ($name)', (transport) => {
	async function failingWith(thrown: unknown) {
		const os = implement(contract)
		const seen: unknown[] = []
		const describe = os.host.describe.handler(() => {
			throw thrown
		})
		const changes = os.workspace.changes.handler(async function* () {
			yield { what: 'settings' as const }
			throw thrown
		})
		const connect = serveRouter({ host: { describe }, workspace: { changes } }, (error) => seen.push(error))
		return { ...(await transport.open({ backend: { connect }, packsDir: '' })), seen }
	}

	it('keep their code and words when they were foreseen', async () => {
		const failure = new Failure('CONFLICT', 'Somebody else was quicker.', 'Try again.')
		const { client, close, seen } = await failingWith(failure)
		await expect(client.host.describe()).rejects.toMatchObject({
			code: 'CONFLICT',
			message: 'Somebody else was quicker.',
			data: { next: 'Try again.' },
		})
		const stream = await client.workspace.changes()
		await stream.next()
		await expectError(stream.next(), 'CONFLICT')
		expect(seen).toEqual([])
		await close()
	})

	it('say nothing of the inside when they were not', async () => {
		const secret = new Error('SQLITE_ERROR near /home/someone/secret')
		const { client, close, seen } = await failingWith(secret)
		const { error } = await safe(client.host.describe())
		expect(JSON.stringify(error)).not.toContain('someone')
		expect(String(error)).not.toContain('someone')
		await expectError(client.host.describe(), 'INTERNAL')
		const stream = await client.workspace.changes()
		await stream.next()
		await expectError(stream.next(), 'INTERNAL')
		expect(seen.length).toBe(3)
		expect(new Set(seen)).toEqual(new Set([secret]))
		await close()
	})

	it('take wrong answers of the program’s own for such', async () => {
		const os = implement(contract)
		const seen: unknown[] = []
		const describe = os.host.describe.handler(() => ({ name: 'toaster' }) as never)
		const connect = serveRouter({ host: { describe } }, (error) => seen.push(error))
		const { client, close } = await transport.open({ backend: { connect }, packsDir: '' })
		await expectError(client.host.describe(), 'INTERNAL')
		expect(seen).toHaveLength(1)
		await close()
	})
})
