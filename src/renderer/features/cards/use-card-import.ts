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
type Told = (share: number) => void
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
	async function run<T>(first: Step, work: (signal: AbortSignal, told: Told) => Promise<T>): Promise<T | undefined> {
		underway?.abort()
		const controller = new AbortController()
		underway = controller
		const isHere = () => underway === controller
		failure.value = undefined
		cancelled.value = false
		enter(first)
		try {
			return await work(controller.signal, (now) => {
				if (isHere()) share.value = now
			})
		} catch (error) {
			if (!controller.signal.aborted) tellFailure(error, isHere())
			return undefined
		} finally {
			if (isHere()) step.value = undefined
		}
	}
	/** @param here whether the file is still there to say it of; else a message says it */
	function tellFailure(error: unknown, here: boolean): void {
		const told = sentenceOf(error)
		if (told.code === 'CANCELLED' && here) cancelled.value = true
		else if (told.code === 'CANCELLED') notices.say('The import was cancelled. Nothing was changed.')
		else if (here) failure.value = told
		else notices.failed(error)
	}
	function enter(now: Step): void {
		step.value = now
		share.value = now === 'reading' ? undefined : 0
	}
	/** Looks at a file; nothing is changed. */
	async function look(chosen: File): Promise<void> {
		forget()
		file.value = chosen
		await run('sending', async (signal, told) => {
			const id = await handOver(chosen, signal, told)
			if (signal.aborted) return letGo(id)
			handed = id
			enter('reading')
			const found = await client.cards.transfer.preview({ file: id }, { signal })
			if (!signal.aborted) summary.value = found
		})
	}
	/** @returns whether it is done */
	async function take(choice: ImportChoice): Promise<boolean> {
		const [chosen, id] = [file.value, handed]
		if (!chosen || id === undefined) return false
		const done = await run('importing', (signal, told) => taken(id, choice, signal, told))
		if (done) await tellDone(chosen, choice, done)
		// It was cancelled by leaving, and is not wanted any more.
		else if (handed !== id) letGo(id)
		if (done && handed === id) handed = undefined
		return done !== undefined
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
	/** Ends what is under way. An import tells by itself how it ended: it may just have become final. */
	function cancel(): void {
		if (step.value === 'importing' && handed !== undefined) {
			void client.cards.transfer.cancel({ file: handed }).catch(() => {})
			return
		}
		underway?.abort()
		step.value = undefined
	}
	/** Lets the file go. */
	function forget(): void {
		cancel()
		if (handed !== undefined && step.value !== 'importing') letGo(handed)
		underway = undefined
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

async function taken(file: number, choice: ImportChoice, signal: AbortSignal, told: Told): Promise<Done> {
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
