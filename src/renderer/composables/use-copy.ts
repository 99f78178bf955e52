/** Copies text to the clipboard and says so. */
import { useClipboard } from '@vueuse/core'
import { useNotices } from '../stores/notices.ts'

/** Said where the clipboard does not take anything. */
export const refused = 'The clipboard is not available. Select the text and copy it.'

/** @returns a function that copies `text` and says what was copied, e.g. `The report` */
export function useCopy(): (text: string, what: string) => Promise<void> {
	// `legacy`: the desktop app grants no permissions, the clipboard's among them; a selection can still be copied.
	const { copy } = useClipboard({ legacy: true })
	const notices = useNotices()
	return (text, what) =>
		copy(text).then(
			() => notices.say(`${what} is on the clipboard.`),
			() => notices.say(refused),
		)
}

/**
 * Puts text on the clipboard in two forms: a word processor takes the one with italics, everything else the plain one.
 * @returns whether the clipboard took it
 */
export function copyBoth({ text, html }: { text: string; html: string }): boolean {
	let taken = false
	const give = (event: ClipboardEvent) => {
		event.preventDefault()
		event.stopImmediatePropagation()
		event.clipboardData?.setData('text/plain', text)
		event.clipboardData?.setData('text/html', html)
		taken = true
	}
	// As above, since no permission is granted: the command asks the page what to copy.
	document.addEventListener('copy', give, { capture: true })
	document.execCommand('copy')
	document.removeEventListener('copy', give, { capture: true })
	return taken
}
