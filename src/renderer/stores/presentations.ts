/** Presentations in the window: made, copied, renamed and removed here, each with its way back. */
import { defineStore } from 'pinia'
import type { Result } from '#contract/classroom/classroom.ts'
import type { Presentation, PresentationEntry } from '#contract/classroom/presentations.ts'
import { client } from '../client/index.ts'
import { type NoticeAction, useNotices } from './notices.ts'
import { useUndo } from './undo.ts'

type Draft = Pick<Presentation, 'title' | 'comparison' | 'theme' | 'slides'>
type Named = Pick<PresentationEntry, 'id' | 'title' | 'modified'>

export const usePresentations = defineStore('presentations', () => {
	const notices = useNotices()
	const steps = useUndo()

	async function safely<T>(work: () => Promise<T>): Promise<T | undefined> {
		try {
			return await work()
		} catch (error) {
			notices.failed(error)
			return undefined
		}
	}
	function done(label: string, undo: () => Promise<unknown>, redo: () => Promise<unknown>, next?: NoticeAction): void {
		steps.did({ label, undo, redo })
		notices.say(`${label}.`, { label: 'Undo', run: () => void steps.undo() }, next)
	}
	const remove = (id: string) => client.presentations.remove({ id })
	const restore = (id: string) => client.presentations.restore({ id })

	async function add(label: string, work: () => Promise<Presentation>): Promise<Presentation | undefined> {
		const made = await safely(work)
		if (made)
			done(
				label,
				() => remove(made.id),
				() => restore(made.id),
			)
		return made
	}
	const create = (draft: Draft) => add(`“${draft.title}” made`, () => client.presentations.create(draft))
	const duplicate = ({ id, title }: Named) => add(`“${title}” duplicated`, () => client.presentations.duplicate({ id }))

	async function discard({ id, title }: Named): Promise<void> {
		if (await safely(async () => [await remove(id)]))
			done(
				`“${title}” deleted`,
				() => restore(id),
				() => remove(id),
			)
	}
	async function rename({ id, title: before, modified }: Named, title: string): Promise<void> {
		const changed = await safely(() => client.presentations.change({ id, title, modified }))
		if (!changed) return
		/** Whatever was changed since: the name alone goes back. */
		const back = async (name: string) => {
			const now = await client.presentations.show({ id })
			await client.presentations.change({ id, title: name, modified: now.modified })
		}
		done(
			`“${before}” renamed`,
			() => back(before),
			() => back(title),
		)
	}

	async function discardResult({ id, title }: Result): Promise<void> {
		const results = client.classroom.results
		if (await safely(async () => [await results.remove({ id })]))
			done(
				`Results of “${title}” deleted`,
				() => results.restore({ id }),
				() => results.remove({ id }),
			)
	}
	return { create, duplicate, discard, rename, discardResult }
})
