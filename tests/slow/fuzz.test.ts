/** The same properties as in tests/unit, for as long as it takes to meet rare cases. A failure names its seed: run it again with it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '#domain/documents/canonical.ts'
import { plainText } from '#domain/documents/inlines.ts'
import { readBody } from '#domain/documents/markdown.ts'
import { excerptOf, marksIn } from '#domain/search/marks.ts'
import { readQuery } from '#domain/search/query.ts'
import { garbage, misreading, spoiltFile } from '../unit/support/fuzz.ts'
import { smallProgram } from '../unit/support/router.ts'

describe('for long', () => {
	it('reading a pack never throws, and names lines that exist', () => {
		fc.assert(
			fc.property(spoiltFile, ([path, text]) => {
				expect(misreading(path, text)).toBeUndefined()
			}),
			{ numRuns: 10_000 },
		)
	})

	it('canonical text gives every block back by its offsets', () => {
		fc.assert(
			fc.property(garbage, (markdown) => {
				const fault = () => {}
				const { blocks } = readBody(markdown, { document: 'x', allowDepictions: true, firstLine: 1, fault })
				const text = canonicalText({ blocks })
				for (const { start, end, inlines } of blocks) expect(text.slice(start, end)).toBe(plainText(inlines))
			}),
			{ numRuns: 10_000 },
		)
	})

	it('an excerpt keeps to its length and shows a mark when there is one', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary', maxLength: 2000 }),
				fc.string({ unit: 'binary', maxLength: 30 }),
				(text, words) => {
					const query = readQuery(words)
					const { excerpt, marks } = excerptOf(text, query)
					expect(excerpt.length).toBeLessThanOrEqual(224)
					for (const [, end] of marks) expect(end).toBeLessThanOrEqual(excerpt.length)
					const short = marksIn(text, query).filter(([start, end]) => end - start < 200)
					if (short.length === marksIn(text, query).length) expect(marks.length > 0).toBe(short.length > 0)
				},
			),
			{ numRuns: 10_000 },
		)
	})

	it('a connection lives through whatever arrives', async () => {
		const { connect, seen } = smallProgram()
		const answered = Promise.withResolvers<void>()
		const connection = connect((text) => {
			if (text.startsWith('{"i":"last"')) answered.resolve()
		})
		const id = fc.constantFrom('a', 'b', 'c', '1', 'Z9')
		const near = fc
			.record({
				i: id,
				t: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
				p: fc.oneof(
					fc.jsonValue(),
					fc.record(
						{
							u: fc.oneof(
								fc.constantFrom('/echo', '/fail', '/lie', '/wait', '/count', '/', '//', 'http://x/echo', '/../echo'),
								fc.webUrl(),
								garbage,
							),
							b: fc.oneof(fc.jsonValue(), fc.record({ json: fc.jsonValue(), meta: fc.jsonValue() })),
							h: fc.dictionary(
								fc.constantFrom('content-type', 'content-disposition', 'x'),
								fc.oneof(
									fc.constantFrom(
										'text/event-stream',
										'multipart/form-data; boundary=x',
										'application/x-www-form-urlencoded',
										'attachment',
									),
									fc.string(),
								),
							),
							m: fc.constantFrom('GET', 'POST', 'BREW', ''),
							e: fc.constantFrom('message', 'error', 'done', 'other'),
							d: fc.jsonValue(),
						},
						{ requiredKeys: [] },
					),
				),
			})
			.map((message) => JSON.stringify(message))
		const cut = fc.tuple(near, fc.nat(400)).map(([text, length]) => text.slice(0, length))
		await fc.assert(
			fc.asyncProperty(fc.oneof(near, cut, garbage, fc.anything()), async (message) => {
				connection.receive(message)
				await new Promise(setImmediate)
			}),
			{ numRuns: 20_000 },
		)
		connection.receive('{"i":"last","p":{"u":"/echo","b":{"json":{"text":"ok"}}}}')
		await answered.promise
		expect(seen.reported.filter((error) => !String(error).includes('secret') && !/valid/i.test(String(error)))).toEqual(
			[],
		)
		connection.close()
		await expect.poll(() => seen.open).toBe(0)
	})
})
