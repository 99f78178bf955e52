/** What is a picture, by its bytes. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pictureFacts } from '#backend/classroom/pictures.ts'
import { beginnings, losslessWebp, lossyWebp, png } from '../../support/pictures.ts'

describe('a picture', () => {
	it('is told by its bytes, with its size', () => {
		expect(pictureFacts(png(7, 5))).toEqual({ mediaType: 'image/png', width: 7, height: 5 })
		for (const [mediaType, bytes] of Object.entries(beginnings))
			expect(pictureFacts(bytes)).toEqual({ mediaType, width: 640, height: 480 })
		for (const bytes of [lossyWebp, losslessWebp])
			expect(pictureFacts(bytes)).toEqual({ mediaType: 'image/webp', width: 640, height: 480 })
	})

	it('is not anything else', () => {
		const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
		for (const text of [
			'',
			svg,
			`<?xml version="1.0"?>${svg}`,
			'<!doctype html>',
			'%PDF-1.7',
			'GIF89',
			'RIFF....WAVEfmt ',
		])
			expect(pictureFacts(Buffer.from(text, 'latin1'))).toBeUndefined()
		// Without a size it cannot be shown.
		expect(pictureFacts(png(0, 5))).toBeUndefined()
	})

	it('is none where it is cut off before its size, and never an error', () => {
		for (const bytes of [png(), ...Object.values(beginnings)].map((each) => each.subarray(0, 12)))
			for (let length = 0; length < 10; length++) expect(pictureFacts(bytes.subarray(0, length))).toBeUndefined()
		const starts = [png(), ...Object.values(beginnings), lossyWebp, losslessWebp]
		const spoilt = fc.tuple(fc.constantFrom(...starts), fc.nat(40), fc.uint8Array({ maxLength: 60 }))
		fc.assert(
			fc.property(spoilt, ([start, at, rest]) => {
				pictureFacts(Buffer.concat([start.subarray(0, at), rest]))
			}),
			{ numRuns: 2000 },
		)
	})
})
