/** @returns a title as a file name that every system takes. @param otherwise what it is called where nothing of the title is left */
export function fileName(title: string, ending: string, otherwise: string): string {
	const plain = title
		.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
		.trim()
		.slice(0, 80)
	return `${plain || otherwise}.${ending}`
}
