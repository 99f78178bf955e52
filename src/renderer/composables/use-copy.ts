/** Copies text to the clipboard and says so. */
import { useClipboard } from '@vueuse/core'
import { useNotices } from '../stores/notices.ts'

/** @returns a function that copies `text` and says what was copied, e.g. `The report` */
export function useCopy(): (text: string, what: string) => Promise<void> {
	// `legacy`: the desktop app grants no permissions, the clipboard's among them; a selection can still be copied.
	const { copy } = useClipboard({ legacy: true })
	const notices = useNotices()
	return (text, what) =>
		copy(text).then(
			() => notices.say(`${what} is on the clipboard.`),
			() => notices.say('The clipboard is not available. Select the text and copy it.'),
		)
}
