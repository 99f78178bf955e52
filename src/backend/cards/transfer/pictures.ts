/** Which files are pictures: what they hold says so, whatever they are called. */

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
	Buffer.from(bytes.subarray(from, to)).toString('latin1')

/** @returns the media type of a picture, or undefined for anything else. */
export function pictureType(bytes: Uint8Array): string | undefined {
	const head = ascii(bytes, 0, 16)
	if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
	if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
	if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'image/gif'
	if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp'
	if (head.slice(4, 8) === 'ftyp' && /^avi[fs]/.test(head.slice(8, 12))) return 'image/avif'
	if (head.startsWith('BM') && bytes.length > 26) return 'image/bmp'
	return isDrawing(bytes) ? 'image/svg+xml' : undefined
}

/** An SVG that only draws: shown as a picture nothing in it would run, and so nothing that would has to be kept. */
function isDrawing(bytes: Uint8Array): boolean {
	const text = Buffer.from(bytes.subarray(0, 1024)).toString('utf8')
	if (
		!/^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/i.test(
			text,
		)
	)
		return false
	return !/<script|<foreignObject|\son\w+\s*=|javascript:|<!ENTITY/i.test(Buffer.from(bytes).toString('utf8'))
}
