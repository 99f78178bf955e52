/** Whether a message of a window may be listened to. */
import type { WebContents, WebFrameMain } from 'electron'
import { largestMessage } from '#contract/port.ts'

/** Longest text that is handed on at all. The backend answers what is over `largestMessage` with a typed error; a text far beyond it is dropped unread. */
const hardLimit = 8 * largestMessage

export interface PortMessage {
	documentId: string
	text: string
}

/**
 * @param frame who sent it; null when the frame is gone already
 * @param own the origins that are the app's
 * @returns whether it came from the main frame of these contents, showing the app
 */
export function isTrustedSender(frame: WebFrameMain | null, contents: WebContents, own: ReadonlySet<string>): boolean {
	try {
		return (
			frame !== null &&
			!frame.detached &&
			frame.parent === null &&
			frame.frameToken === contents.mainFrame.frameToken &&
			own.has(frame.origin)
		)
	} catch {
		// Electron throws when the frame goes away meanwhile.
		return false
	}
}

/** @returns the message that these IPC arguments are, or null when they are something else. */
export function readPortMessage(args: readonly unknown[]): PortMessage | null {
	const [documentId, text] = args
	if (args.length !== 2 || typeof documentId !== 'string' || typeof text !== 'string') return null
	return isUuid(documentId) && text.length <= hardLimit ? { documentId, text } : null
}

const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
