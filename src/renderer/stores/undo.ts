/** Undo and redo across the program: every step knows its way back. */
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useNotices } from './notices.ts'

export interface Step {
	/** What was done, as it reads after “Undo”: `Highlight made`. */
	label: string
	undo: () => Promise<unknown>
	redo: () => Promise<unknown>
	/** Steps of one run that follow one another, such as the savings of one text, are undone as one. */
	run?: string
	/** Id of the annotation that it is about. */
	about?: string
	/** It is the first step of something new, which is taken back where nothing comes of it. */
	begins?: boolean
	/** It completes what the step before began about the same annotation: both are undone as one. */
	completes?: boolean
}

/** Steps that are remembered. */
const most = 200

/** @returns two steps as one, which reads as the second. */
const inOne = (first: Step, second: Step): Step => ({
	label: second.label,
	undo: async () => {
		await second.undo()
		await first.undo()
	},
	redo: async () => {
		await first.redo()
		await second.redo()
	},
})

export const useUndo = defineStore('undo', () => {
	const done = shallowRef<readonly Step[]>([])
	const undone = shallowRef<readonly Step[]>([])
	const notices = useNotices()
	/** One at a time, in the order in which they were asked for. */
	let last: Promise<unknown> = Promise.resolve()
	const inTurn = <T>(work: () => Promise<T>): Promise<T | undefined> => {
		const turn = last.then(work).catch((error) => {
			notices.failed(error)
			return undefined
		})
		last = turn
		return turn
	}

	/** Notes a step that has been done. */
	function did(step: Step): void {
		const last = done.value.at(-1)
		const goesOn = step.run !== undefined && last?.run === step.run && last
		if (step.completes && last?.begins && last.about === step.about) {
			done.value = [...done.value.slice(0, -1), inOne(last, step)]
			undone.value = []
			return
		}
		done.value = goesOn
			? [...done.value.slice(0, -1), { ...step, undo: goesOn.undo }]
			: [...done.value.slice(1 - most), step]
		undone.value = []
	}
	const undo = () =>
		inTurn(async () => {
			const step = done.value.at(-1)
			if (!step) return
			await step.undo()
			done.value = done.value.slice(0, -1)
			undone.value = [...undone.value, step]
			notices.say(`Undone: ${step.label}.`)
		})
	const redo = () =>
		inTurn(async () => {
			const step = undone.value.at(-1)
			if (!step) return
			await step.redo()
			undone.value = undone.value.slice(0, -1)
			done.value = [...done.value, step]
			notices.say(`Done again: ${step.label}.`)
		})
	/**
	 * Takes back what was begun about an annotation, without a word and for good: the last steps, up to the one that began it.
	 * Where something else was done since, all stays.
	 */
	const takeBack = (about: string) =>
		inTurn(async () => {
			const begun = done.value.findLastIndex((step) => step.about === about && step.begins)
			if (begun < 0 || done.value.slice(begun).some((step) => step.about !== about)) return
			for (const step of done.value.slice(begun).reverse()) await step.undo()
			done.value = done.value.slice(0, begun)
		})
	return {
		canUndo: computed(() => done.value.length > 0),
		canRedo: computed(() => undone.value.length > 0),
		did,
		undo,
		redo,
		takeBack,
	}
})
