/** Text that carries content notes or gives away an ending is covered here as it is in the windows. */
import type { Client } from '#contract/index.ts'
import type { ContentNote } from '#contract/words.ts'
import { words } from './text.ts'

interface Flagged {
	contentNotes: readonly ContentNote[]
	spoiler?: boolean
}

export interface Cover {
	/** @returns `text`, or in its place a line that says what it holds when the reader's settings cover that. */
	over(flagged: Flagged, text: string): string
	/** @returns a sentence on how to see what was covered; empty when nothing was. */
	hint(): string
}

/** @returns the cover that the reader's settings ask for. */
export async function readCover(client: Client): Promise<Cover> {
	const settings = await client.workspace.settings.read()
	let covered = false
	return {
		over({ contentNotes, spoiler }, text) {
			const reasons = settings.contentNotes === 'cover' ? contentNotes.map(words) : []
			if (spoiler && settings.spoilers === 'cover') reasons.push('gives away an ending')
			if (reasons.length === 0) return text
			covered = true
			return `[covered: ${reasons.join(', ')}]`
		},
		hint: () =>
			covered
				? '\nCovered text is shown with --json, or when you switch its cover off in Parallax (Appearance).\n'
				: '',
	}
}
