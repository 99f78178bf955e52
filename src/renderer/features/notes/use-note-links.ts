/** What a note can link to: what the library has, and other notes by how they begin. */
import { type Linkable, suggestLinks } from '#domain/annotations/links.ts'
import { noteTitle } from '#domain/annotations/note-title.ts'
import { client } from '../../client/index.ts'
import { useAnnotations } from '../../stores/annotations.ts'
import type { useShelf } from './use-shelf.ts'

const most = 8
const ofNote = (id: string, title: string): Linkable => ({ address: `note/${id}`, title, kind: 'Note' })

/** @param own id of the note that is being written: it is not offered to itself */
export function useNoteLinks(
	library: Pick<ReturnType<typeof useShelf>, 'linkables' | 'find'>,
	own: () => string | undefined,
) {
	const store = useAnnotations()
	/** @returns what answers all the words */
	async function suggest(words: string): Promise<Linkable[]> {
		// What the library has is offered even where the notes do not answer.
		const notes = await client.annotations.titles({ words, limit: most + 1 }).catch(() => [])
		const others = notes.filter(({ id }) => id !== own()).map(({ id, title }) => ofNote(id, title))
		return suggestLinks([...library.linkables.value, ...others], words, most)
	}
	/** @returns what a link names, as far as it is known yet */
	function find(to: string): Linkable | undefined {
		const known = library.find.value(to)
		if (known || !to.startsWith('note/')) return known
		const id = to.slice('note/'.length)
		void store.need([id])
		const title = noteTitle(store.get(id)?.comment ?? '')
		return title ? ofNote(id, title) : undefined
	}
	return { suggest, find }
}
