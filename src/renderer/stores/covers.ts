/** What the reader has asked to see in this session, although it carries content notes or gives away an ending. */
import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { ContentNote } from '#contract/words.ts'
import { useSettings } from './settings.ts'

export interface Flagged {
	/** The same wherever the same passage is shown, so that it is asked for once. */
	id: string
	notes: readonly ContentNote[]
	spoiler?: boolean
}

export const useCovers = defineStore('covers', () => {
	const shown = ref(new Set<string>())
	const settings = useSettings()

	/** @returns why a passage is covered now, or undefined when it may be seen. */
	function reasons({ id, notes, spoiler }: Flagged): { notes: readonly ContentNote[]; spoiler: boolean } | undefined {
		if (shown.value.has(id)) return undefined
		const coverNotes = settings.values.contentNotes === 'cover' ? notes : []
		const coverSpoiler = settings.values.spoilers === 'cover' && spoiler === true
		return coverNotes.length || coverSpoiler ? { notes: coverNotes, spoiler: coverSpoiler } : undefined
	}
	function show(id: string): void {
		shown.value.add(id)
	}
	function cover(id: string): void {
		shown.value.delete(id)
	}
	const wasShown = (id: string): boolean => shown.value.has(id)

	return { reasons, show, cover, wasShown }
})
