/** Passages and references for a reader's own essay: copied in the style of the settings, saved for reference managers. */
import type { Target } from '#contract/annotations.ts'
import type { Copied, ReferenceFormat } from '#contract/citations.ts'
import type { Lack } from '#contract/exports.ts'
import { referenceFiles } from '#domain/citations/formats.ts'
import { client } from '../client/index.ts'
import { useNotices } from '../stores/notices.ts'
import { useSettings } from '../stores/settings.ts'
import { saveText } from './save-text.ts'
import { copyBoth, refused } from './use-copy.ts'

export function useCiting() {
	const notices = useNotices()
	const settings = useSettings()

	/** Where making it took so long that the browser no longer sees a press behind it, the reader presses once more. */
	function put(what: string, copied: Copied, again = false): void {
		if (copyBoth(copied)) notices.say([what, lackLine(copied.lacks)].filter(Boolean).join(' '))
		else if (again) notices.say(refused)
		else notices.say('The citation is ready.', { label: 'Copy it', run: () => put(what, copied, true) })
	}
	async function copy(what: string, asked: Promise<Copied>): Promise<void> {
		try {
			const copied = await asked
			put(what, copied)
		} catch (error) {
			notices.failed(error)
		}
	}
	/** Copies one or two passages word for word, with what stands behind them. */
	const copyPassages = (passages: readonly Pick<Target, 'source' | 'selector'>[]): Promise<void> => {
		const asked = passages.slice(0, 2).map(({ source, selector }) => ({ source, ...(selector && { selector }) }))
		return copy(
			'Copied with its citation.',
			client.citations.cite({ style: settings.values.citationStyle, passages: asked }),
		)
	}
	/** Copies the references of these entries of the library, in the chosen style. */
	const copyReferences = (ids: readonly string[]): Promise<void> => {
		const what = ids.length === 1 ? 'The reference is on the clipboard.' : 'The references are on the clipboard.'
		return copy(what, client.citations.list({ style: settings.values.citationStyle, ids: [...ids] }))
	}
	/** Saves them as a file. @param name without its ending */
	async function saveReferences(ids: readonly string[], format: ReferenceFormat, name: string): Promise<void> {
		try {
			const { content, mediaType, references } = await client.citations.file({ ids: [...ids], format })
			const file = `${name}.${referenceFiles[format].ending}`
			saveText(file, content, mediaType)
			notices.say(`Saved ${references === 1 ? 'one reference' : `${references} references`}: ${file}.`)
		} catch (error) {
			notices.failed(error)
		}
	}
	return { copyPassages, copyReferences, saveReferences }
}

/** What the reader has to add by hand, in a line. */
function lackLine(lacks: readonly Lack[]): string {
	const [first] = lacks
	if (!first) return ''
	const more = lacks.length - 1
	const others = more === 1 ? ' One more thing is missing.' : more ? ` ${more} more things are missing.` : ''
	return `${first.sentence}${others} Add what you know where you paste it.`
}
