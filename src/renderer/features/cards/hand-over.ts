/** A file handed over to the program in parts: the window never holds more of it than one. */
import { partBytes } from '#contract/cards/words.ts'
import { client } from '../../client/index.ts'

/**
 * @param told of the share that is there, from 0 to 1
 * @returns what the program calls the file, for an hour
 * @throws typed errors; one of our own where the file cannot be read any more
 */
export async function handOver(file: File, signal: AbortSignal, told: (share: number) => void): Promise<number> {
	const { transfer } = client.cards
	const { file: id } = await transfer.begin({ name: file.name, bytes: file.size }, { signal })
	try {
		for (let at = 0; at < file.size; at += partBytes) {
			signal.throwIfAborted()
			const content = await base64Of(file.slice(at, at + partBytes)).catch(() => Promise.reject(unreadable(file)))
			await transfer.part({ file: id, content }, { signal })
			told(Math.min(1, (at + partBytes) / file.size))
		}
		return id
	} catch (error) {
		letGo(id)
		throw error
	}
}

/** A file that nobody wants any more. */
export const letGo = (file: number): void => void client.cards.transfer.drop({ file }).catch(() => {})

function base64Of(part: Blob): Promise<string> {
	return new Promise((resolve, reject) => {
		const reader = new FileReader()
		reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
		reader.onerror = () => reject(reader.error)
		reader.readAsDataURL(part)
	})
}

/** Says it as the program's own errors do. */
const unreadable = ({ name }: File): Error =>
	Object.assign(new Error(`“${name}” cannot be read any more.`), {
		defined: true,
		code: 'NOT_FOUND',
		data: { next: 'It may have been moved, changed or removed since. Choose it again.' },
	})
