/** Hands a file over: the browser asks where, or puts it with the downloads. */

export const saveText = (name: string, text: string, type: string): void => save(name, new Blob([text], { type }))

/** @param parts of the file, in order */
export const saveBytes = (name: string, parts: Uint8Array<ArrayBuffer>[], type: string): void =>
	save(name, new Blob(parts, { type }))

function save(name: string, blob: Blob): void {
	const address = URL.createObjectURL(blob)
	const link = document.createElement('a')
	link.href = address
	link.download = name
	link.click()
	// The download has its own hold on the data once it has begun.
	setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
