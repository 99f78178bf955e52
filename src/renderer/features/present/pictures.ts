/** Pictures on their way onto a slide: scaled down to what a projector shows. */
import type { Picture } from '#contract/classroom/presentations.ts'
import { client } from '../../client/index.ts'
import { makePictures } from '../../ui/slides/pictures.ts'

/** Pixels along the longer side. */
const longest = 1920
/** Bytes whose base64 the contract takes. */
const mostBytes = 660_000

const taken = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const
export const pictureTypes = taken.join(',')
const isTaken = (type: string): type is Picture['mediaType'] => (taken as readonly string[]).includes(type)

/** @returns width and height within `longest`, in whole pixels */
export function fitted(width: number, height: number): { width: number; height: number } {
	const share = Math.min(1, longest / Math.max(width, height))
	return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) }
}

/** @returns the picture as it is kept; undefined where the file is none that can be read */
export async function pictureOf(file: Blob): Promise<Picture | undefined> {
	if (!isTaken(file.type)) return undefined
	const image = await createImageBitmap(file).catch(() => undefined)
	if (!image) return undefined
	const { width, height } = fitted(image.width, image.height)
	// What is small enough stays as it is: a GIF goes on moving.
	if (width === image.width && file.size <= mostBytes) return asPicture(file, file.type)
	for (const share of [1, 0.75, 0.5, 0.33])
		for (const how of ways(file.type)) {
			const blob = await drawn(image, Math.round(width * share), Math.round(height * share), how)
			if (blob && blob.size <= mostBytes && isTaken(blob.type)) return asPicture(blob, blob.type)
		}
	return undefined
}

/** Drawings and screenshots stay sharp where they can; the rest is JPEG, which every program opens. */
const ways = (type: string) => [
	...(type === 'image/jpeg' ? [] : [{ type: 'image/png', quality: 1 }]),
	{ type: 'image/jpeg', quality: 0.88 },
	{ type: 'image/jpeg', quality: 0.75 },
]

function drawn(
	image: ImageBitmap,
	width: number,
	height: number,
	{ type, quality }: { type: string; quality: number },
) {
	const canvas = document.createElement('canvas')
	Object.assign(canvas, { width, height })
	const context = canvas.getContext('2d')
	if (!context) return undefined
	context.imageSmoothingQuality = 'high'
	if (type === 'image/jpeg') {
		// It knows no transparency, which would come out black.
		context.fillStyle = 'white'
		context.fillRect(0, 0, width, height)
	}
	context.drawImage(image, 0, 0, width, height)
	return new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality))
}

async function asPicture(blob: Blob, mediaType: Picture['mediaType']): Promise<Picture> {
	const bytes = new Uint8Array(await blob.arrayBuffer())
	let text = ''
	// A call takes only so many arguments.
	for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
	return { mediaType, content: btoa(text) }
}

/** @returns the address of a picture that is kept, for an element that shows it; asked for once */
export const showPicture = makePictures((id) => client.presentations.image({ id }))

/** @returns the Markdown that puts a picture on a slide */
export const markdownOf = (id: string, seen: string): string =>
	`![${seen.replaceAll(/\s+/g, ' ').replaceAll(/[\\[\]]/g, '\\$&')}](image:${id})`
