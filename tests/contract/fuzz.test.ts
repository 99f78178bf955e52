/** Random input, thrown at the one place where messages are decoded: never an exception, never silence for what follows. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { errorCodes } from '#contract/errors.ts'
import { exportedText, importFile } from '#contract/upload.ts'
import { makeLine, requestText } from './support/line.ts'
import { useProgram } from './support/program.ts'
import { transports } from './support/transports.ts'

const inProcess = transports[0]
if (!inProcess) throw new Error('no transport')

/** More of them for a long session: PARALLAX_FUZZ_RUNS=20000. */
const runs = Number(process.env.PARALLAX_FUZZ_RUNS ?? 300)

describe('random input', () => {
	const program = useProgram(inProcess)
	let count = 0

	/** Gives `messages` to a fresh connection; it must answer with typed errors or not at all, and then answer a request. */
	async function survives(messages: unknown[]) {
		const { backend, unforeseen } = program()
		const line = makeLine(() => {})
		const connection = backend.connect(line.take)
		for (const message of messages) connection.receive(message)
		count += 1
		connection.receive(requestText(`ok${count}`, 'host/describe'))
		expect((await line.answerTo(`ok${count}`)).p?.b?.json).toMatchObject({ version: '1.2.3' })
		for (const { i, p } of line.answers) {
			if (i !== `ok${count}` && p?.s !== undefined) expect(errorCodes).toContain(p.b?.json?.code)
		}
		connection.close()
		expect(unforeseen).toEqual([])
	}
	const check = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => Promise<void>) =>
		fc.assert(fc.asyncProperty(arbitrary, property), { numRuns: runs, timeout: 5_000 })

	it('of any kind at all', () => check(fc.array(fc.anything({ withBigInt: true, withTypedArray: true })), survives))

	it('of random text', () => check(fc.array(fc.string({ unit: 'binary' })), survives))

	it('of random bytes', () => check(fc.array(fc.uint8Array({ maxLength: 500 })), survives))

	it('of random JSON', () => check(fc.array(fc.json()), survives))

	it('of random JSON in the shape of a message', () => {
		const message = fc.record(
			{
				i: fc.oneof(fc.string(), fc.constant('x1'), fc.jsonValue()),
				t: fc.oneof(fc.integer(), fc.jsonValue()),
				p: fc.jsonValue(),
			},
			{ requiredKeys: [] },
		)
		return check(fc.array(message.map((value) => JSON.stringify(value))), survives)
	})

	const method = fc.constantFrom(
		'annotations/list',
		'annotations/create',
		'annotations/change',
		'annotations/remove',
		'annotations/restore',
		'annotations/settle',
		'annotations/search',
		'annotations/export',
		'annotations/import',
		'cards/notes/media',
		'cards/transfer/begin',
		'cards/transfer/part',
		'cards/transfer/drop',
		'cards/transfer/preview',
		'cards/transfer/import',
		'cards/transfer/export',
		'annotations/upload',
		'annotations/takeBack',
		'annotations/notebook',
		'annotations/titles',
		'citations/cite',
		'citations/list',
		'citations/file',
		'library/list',
		'library/show',
		'library/document',
		'library/comparison',
		'search/query',
		'templates/create',
		'templates/change',
		'templates/remove',
		'templates/restore',
		'templates/check',
		'templates/preview',
		'workspace/settings/change',
		'workspace/positions/save',
		'workspace/positions/read',
		'workspace/history/visit',
		'workspace/history/list',
		'workspace/history/restore',
		'workspace/backups/restore',
	)
	it('of requests for real methods with random input', () => {
		const request = fc.tuple(method, fc.jsonValue()).map(([name, input]) => requestText('x1', name, input))
		return check(fc.array(request, { maxLength: 3 }), survives)
	})

	it('of requests for real methods with random keys and types', () => {
		const key = fc.constantFrom(
			'id',
			'query',
			'limit',
			'kind',
			'pane',
			'block',
			'fraction',
			'theme',
			'name',
			'token',
			'address',
			'ids',
			'text',
			'comment',
			'targets',
			'source',
		)
		const input = fc.dictionary(
			key,
			fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.double(), fc.maxSafeInteger()),
		)
		const request = fc.tuple(method, input).map(([name, fields]) => requestText('x1', name, fields))
		return check(fc.array(request, { maxLength: 3 }), survives)
	})

	it('of frames put together wrongly from right parts', () => {
		const headers = fc.dictionary(
			fc.constantFrom('content-type', 'content-disposition', 'last-event-id'),
			fc.constantFrom(
				'text/event-stream',
				'multipart/form-data',
				'application/x-www-form-urlencoded',
				'attachment; filename=x',
				7,
			),
		)
		const body = fc.record({ json: fc.jsonValue(), meta: fc.jsonValue(), maps: fc.jsonValue() }, { requiredKeys: [] })
		const payload = fc.record(
			{
				u: fc.oneof(
					method.map((name) => `/${name}`),
					fc.constantFrom('/library/check', '/workspace/changes', '/host/describe'),
				),
				b: fc.oneof(body, fc.jsonValue()),
				h: fc.oneof(headers, fc.jsonValue()),
				m: fc.constantFrom('GET', 'POST', 'PUT', 5),
				e: fc.constantFrom('message', 'done', 'error', 5),
				d: fc.jsonValue(),
			},
			{ requiredKeys: [] },
		)
		const frame = fc
			.tuple(fc.constantFrom('x1', 'x2', 'x3'), fc.constantFrom(undefined, 1, 2, 3, 4, 5, '4', null), payload)
			.map(([i, t, p]) => JSON.stringify({ i, t, p }))
		return check(fc.array(frame, { maxLength: 6 }), survives)
	})

	it('of true messages with letters changed, lost or doubled', () => {
		const truth = requestText('x1', 'workspace/positions/save', { pane: 'read/x', block: 'what-helps', fraction: 0.5 })
		const edit = fc.tuple(fc.nat(truth.length), fc.nat(3), fc.string({ maxLength: 3 }))
		const edited = fc
			.array(edit, { maxLength: 4 })
			.map((edits) =>
				edits.reduce((text, [at, lost, added]) => text.slice(0, at) + added + text.slice(at + lost), truth),
			)
		return check(fc.array(edited, { maxLength: 4 }), survives)
	})

	it('for notes: any text at all can be said and looked for', () =>
		check(fc.string({ unit: 'binary', minLength: 1, maxLength: 90 }), async (text) => {
			const { annotations } = program().client
			const said = { motivation: 'commenting', colour: 'blue', comment: text, tags: [text], targets: [] } as const
			const made = await annotations.create({ ...said, tags: [text], targets: [] })
			expect(await annotations.list({})).toEqual([{ ...said, ...made, comment: text, tags: [text] }])
			expect(Array.isArray(await annotations.search({ query: text, limit: 3 }))).toBe(true)
			const page = await exportedText(await annotations.export({}))
			await annotations.remove({ ids: [made.id] })
			await importFile(program().client, page)
			expect(await annotations.list({})).toEqual([made])
			await annotations.remove({ ids: [made.id] })
			expect(program().unforeseen).toEqual([])
		}))

	it('for an import: any JSON has an answer', () =>
		check(
			fc.json().filter((text) => text !== '[]'),
			async (text) => {
				await expect(importFile(program().client, text)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
				expect(program().unforeseen).toEqual([])
			},
		))

	it('for a search: any text at all has an answer', () =>
		check(fc.string({ unit: 'binary', maxLength: 400 }), async (query) => {
			const { client, unforeseen } = program()
			const { found } = await client.search.query({ query, limit: 3 })
			expect(found.fiction).toBeGreaterThanOrEqual(0)
			expect(unforeseen).toEqual([])
		}))
})
