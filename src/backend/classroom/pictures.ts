/** What is a picture, by its bytes: whatever a file calls itself, it is looked at. */
import type { Picture } from '#contract/classroom/presentations.ts'

/** What a picture is, and its size in pixels. */
export interface PictureFacts {
	mediaType: Picture['mediaType']
	width: number
	height: number
}

/** @returns what the bytes are; undefined for what is no picture of the four kinds that slides take */
export function pictureFacts(bytes: Uint8Array): PictureFacts | undefined {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
	for (const [mediaType, sizeOf] of readers) {
		try {
			const [width, height] = sizeOf(view) ?? []
			if (width && height) return { mediaType, width, height }
		} catch (error) {
			// It ends before it has said how large it is.
			if (!(error instanceof RangeError)) throw error
		}
	}
	return undefined
}

type Size = [width: number, height: number] | undefined

const begins = (view: DataView, words: string, at = 0): boolean =>
	[...words].every((word, index) => view.getUint8(at + index) === word.charCodeAt(0))

const png = (view: DataView): Size =>
	begins(view, '\x89PNG\r\n\x1a\n') && begins(view, 'IHDR', 12) ? [view.getUint32(16), view.getUint32(20)] : undefined

const gif = (view: DataView): Size =>
	begins(view, 'GIF87a') || begins(view, 'GIF89a') ? [view.getUint16(6, true), view.getUint16(8, true)] : undefined

/** Goes from segment to segment until one says the size. */
function jpeg(view: DataView): Size {
	if (!begins(view, '\xff\xd8\xff')) return undefined
	for (let at = 2; view.getUint8(at) === 0xff; ) {
		const marker = view.getUint8(at + 1)
		const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
		if (isFrame) return [view.getUint16(at + 7), view.getUint16(at + 5)]
		// A byte that only fills has no length after it.
		at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
	}
	return undefined
}

function webp(view: DataView): Size {
	if (!begins(view, 'RIFF') || !begins(view, 'WEBPVP8', 8)) return undefined
	const kind = String.fromCharCode(view.getUint8(15))
	if (kind === ' ') return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff]
	if (kind === 'L') {
		const bits = view.getUint32(21, true)
		return [(bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1]
	}
	const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1
	return kind === 'X' ? [three(24), three(27)] : undefined
}

const readers: [Picture['mediaType'], (view: DataView) => Size][] = [
	['image/png', png],
	['image/jpeg', jpeg],
	['image/gif', gif],
	['image/webp', webp],
]
