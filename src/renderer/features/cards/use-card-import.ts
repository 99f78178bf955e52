/** A file of cards: handed over, looked at, then taken in as a whole; with progress, a way to stop, and a way back. */
import { onScopeDispose, ref, shallowRef } from 'vue'
import { useRouter } from 'vue-router'
import type { ImportSummary } from '#contract/cards/transfer.ts'
import { client } from '../../client/index.ts'
import { amount } from '../../composables/amounts.ts'
import { sentenceOf } from '../../composables/failure.ts'
import { useNotices } from '../../stores/notices.ts'
import { useUndo } from '../../stores/undo.ts'
import { handOver, letGo } from './hand-over.ts'

/** How a file is taken in. */
export interface ImportChoice {
	scheduling: boolean
	deck?: string
}
type Step = 'sending' | 'reading' | 'importing'
type Done = { summary: ImportSummary; token: number }

export function useCardImport() {
	const notices = useNotices()
	const undo = useUndo()
	const router = useRouter()
	const file = shallowRef<File>()
	/** What it holds. */
	const summary = shallowRef<ImportSummary>()
	const failure = shallowRef<ReturnType<typeof sentenceOf>>()
	/** Whether the last import was cancelled. */
	const cancelled = ref(false)
	const step = ref<Step>()
	/** Of the step, from 0 to 1; none where nobody knows. */
	const share = ref<number>()
	let handed: number | undefined
	let underway: AbortController | undefined

	/** @returns what the work returned; undefined where it was stopped or has failed, which is said */
	async function run<T>(first: Step, work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
		underway?.abort()
		const controller = new AbortController()
		underway = controller
		failure.value = undefined
		cancelled.value = false
		enter(first)
		try {
			return await work(controller.signal)
		} catch (error) {
			if (underway === controller && !controller.signal.aborted) failure.value = sentenceOf(error)
			return undefined
		} finally {
			if (underway === controller) step.value = undefined
		}
	}
	function enter(now: Step): void {
		step.value = now
		share.value = now === 'reading' ? undefined : 0
	}
	/** Looks at a file; nothing is changed. */
	async function look(chosen: File): Promise<void> {
		forget()
		file.value = chosen
		await run('sending', async (signal) => {
			const id = await handOver(chosen, signal, tell(signal))
			if (signal.aborted) return letGo(id)
			handed = id
			enter('reading')
			const found = await client.cards.transfer.preview({ file: id }, { signal })
			if (!signal.aborted) summary.value = found
		})
	}
	const tell = (signal: AbortSignal) => (now: number) => {
		if (!signal.aborted) share.value = now
	}
	/** @returns whether it is done */
	async function take(choice: ImportChoice): Promise<boolean> {
		const [chosen, id] = [file.value, handed]
		if (!chosen || id === undefined) return false
		const done = await run('importing', (signal) => taken(id, choice, signal, tell(signal)))
		if (!done) return false
		handed = undefined
		await tellDone(chosen, choice, done)
		return true
	}
	async function tellDone(chosen: File, choice: ImportChoice, { summary: found, token: first }: Done): Promise<void> {
		const { notes, reviews } = found
		const count = notes.new + notes.changed
		const label = count || !reviews ? `${amount(count, 'note')} imported` : `${amount(reviews, 'review')} imported`
		let token = first
		undo.did({
			label,
			undo: () => client.cards.browse.undo({ token }),
			async redo() {
				const { signal } = new AbortController()
				const again = await handOver(chosen, signal, () => {})
				token = (await taken(again, choice, signal, () => {})).token
			},
		})
		const deck = await deckOf(choice.deck ? [choice.deck] : found.decks.map(({ name }) => name))
		const study = () => void router.push({ name: 'study', query: { deck } })
		notices.say(
			`${label}.`,
			{ label: 'Undo', run: () => void undo.undo() },
			...(deck === undefined ? [] : [{ label: 'Study them', run: study }]),
		)
	}
	/** Ends what is under way; nothing is changed by what was begun. */
	function cancel(): void {
		cancelled.value = step.value === 'importing'
		underway?.abort()
		step.value = undefined
	}
	/** Lets the file go. */
	function forget(): void {
		if (step.value === 'importing') notices.say('The import was cancelled. Nothing was changed.')
		underway?.abort()
		if (handed !== undefined) letGo(handed)
		handed = undefined
		step.value = undefined
		file.value = undefined
		summary.value = undefined
		failure.value = undefined
		cancelled.value = false
	}
	onScopeDispose(forget)
	return { file, summary, failure, cancelled, step, share, look, take, cancel, forget }
}

async function taken(
	file: number,
	choice: ImportChoice,
	signal: AbortSignal,
	told: (share: number) => void,
): Promise<Done> {
	for await (const step of await client.cards.transfer.import({ file, ...choice }, { signal })) {
		if (step.type === 'done') return step
		told(step.share)
	}
	throw new Error('The import has ended without a result.')
}

/** @returns the deck that all of these are in, if there is one. */
async function deckOf(names: readonly string[]): Promise<number | undefined> {
	const [first = ''] = names
	const within = (name: string) => names.every((each) => each === name || each.startsWith(`${name}::`))
	const levels = first.split('::')
	const common = levels.map((_, index) => levels.slice(0, index + 1).join('::')).findLast(within)
	const decks = await client.cards.decks.list().catch(() => [])
	return decks.find(({ name }) => name === common)?.id
}
