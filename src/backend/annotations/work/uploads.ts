/** Files on their way in, part by part. */
import { Failure } from '../../failure.ts'

/** How many may be on their way at once; the one that began first gives way. */
const most = 4

export class Uploads {
	readonly #parts = new Map<string, { parts: string[]; length: number }>()

	/** @throws Failure CONFLICT for a part that does not follow the last one */
	add({ upload, at, text }: { upload: string; at: number; text: string }): { length: number } {
		const file = (at > 0 && this.#parts.get(upload)) || { parts: [], length: 0 }
		if (file.length !== at) throw gone('CONFLICT')
		file.parts.push(text)
		file.length += text.length
		this.#parts.set(upload, file)
		const [first] = this.#parts.keys()
		if (this.#parts.size > most && first !== undefined) this.#parts.delete(first)
		return { length: file.length }
	}

	/** @returns a whole file, which is not kept any longer. @throws Failure NOT_FOUND */
	take(upload: string): string {
		const file = this.#parts.get(upload)
		if (!file) throw gone('NOT_FOUND')
		this.#parts.delete(upload)
		return file.parts.join('')
	}
}

const gone = (code: 'CONFLICT' | 'NOT_FOUND') =>
	new Failure(code, 'The file has not arrived whole.', 'Choose the file again; nothing has been changed.')
