/** What a connection does with what arrives: garbage, too much, unknown methods; and what becomes of calls when it closes. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largestMessage } from '#contract/port.ts'
import { garbage } from '../../support/fuzz.ts'
import { type Answer, line } from '../../support/line.ts'

const errorIn = (answer: Answer) => answer.p?.b?.json

describe('a request', () => {
	it('is answered under its id', async () => {
		const { connection, answerTo, request } = line()
		connection.receive(request('a1', 'echo', { text: 'hi' }))
		expect((await answerTo('a1')).p).toEqual({ b: { json: 'hi' } })
	})

	it.each<[string, string, string]>([
		['of an unknown method', '{"i":"x","p":{"u":"/nothing"}}', 'UNKNOWN_METHOD'],
		['of a method of JavaScript’s own', '{"i":"x","p":{"u":"/constructor"}}', 'UNKNOWN_METHOD'],
		['of a method below another', '{"i":"x","p":{"u":"/echo/call"}}', 'UNKNOWN_METHOD'],
		['without input', '{"i":"x","p":{"u":"/echo"}}', 'BAD_REQUEST'],
		['with a wrong type', '{"i":"x","p":{"u":"/echo","b":{"json":{"text":1}}}}', 'BAD_REQUEST'],
		['with an extra field', '{"i":"x","p":{"u":"/echo","b":{"json":{"text":"a","more":1}}}}', 'BAD_REQUEST'],
		[
			'with a text that is too long',
			`{"i":"x","p":{"u":"/echo","b":{"json":{"text":"${'a'.repeat(11)}"}}}}`,
			'BAD_REQUEST',
		],
		['with a body of another shape', '{"i":"x","p":{"u":"/echo","b":"text"}}', 'BAD_REQUEST'],
		[
			'with odd marks of types',
			'{"i":"x","p":{"u":"/echo","b":{"json":{"text":"a"},"meta":[[7,"text"],["x"]]}}}',
			'BAD_REQUEST',
		],
		['that promises a file', '{"i":"x","p":{"u":"/echo","h":{"content-disposition":"attachment"}}}', 'BAD_REQUEST'],
		[
			'that promises a form',
			'{"i":"x","p":{"u":"/echo","h":{"content-type":"multipart/form-data; boundary=x"}}}',
			'BAD_REQUEST',
		],
		['without a payload', '{"i":"x"}', 'BAD_REQUEST'],
		['with a payload of another kind', '{"i":"x","p":[1]}', 'BAD_REQUEST'],
		['with an address that is none', '{"i":"x","p":{"u":"http://["}}', 'BAD_REQUEST'],
		['that breaks off', '{"i":"x","p":{"u":"/ec', 'BAD_REQUEST'],
		[
			'that is too large',
			`{"i":"x","p":{"u":"/echo","b":{"json":{"text":"${'a'.repeat(largestMessage)}"}}}}`,
			'TOO_LARGE',
		],
	])('%s is refused with a typed error', async (_, text, code) => {
		const { connection, answerTo, request, seen } = line()
		connection.receive(text)
		expect(errorIn(await answerTo('x'))).toMatchObject({
			defined: true,
			code,
			message: expect.stringMatching(/\.$/),
			data: { next: expect.stringMatching(/\.$/) },
		})
		connection.receive(request('y', 'echo', { text: 'still' }))
		expect((await answerTo('y')).p).toEqual({ b: { json: 'still' } })
		expect(seen.reported).toEqual([])
	})

	it('may be anything at all, and the connection goes on', async () => {
		const { connection, answerTo, request, seen } = line()
		const odd = fc.oneof(
			garbage,
			fc.json(),
			fc
				.record({ i: fc.constantFrom('q', 'r'), t: fc.integer({ min: 0, max: 5 }), p: fc.jsonValue() })
				.map((value) => JSON.stringify(value)),
			fc.anything(),
		)
		fc.assert(
			fc.property(odd, (message) => {
				connection.receive(message)
			}),
			{ numRuns: 400 },
		)
		connection.receive(request('last', 'echo', { text: 'ok' }))
		expect((await answerTo('last')).p).toEqual({ b: { json: 'ok' } })
		expect(seen.reported).toEqual([])
	})
})
