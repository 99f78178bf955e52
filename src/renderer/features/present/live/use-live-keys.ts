/** The presenter's keys: the same in the presenter view and on a single screen. */
import { onBeforeUnmount, ref } from 'vue'
import { useKeys } from '../../../composables/use-keys.ts'
import { useClassroom } from '../../../stores/classroom.ts'
import { useSteps } from './use-steps.ts'

/** Milliseconds that a number waits for Enter. */
const patience = 4000

/** What only one of the two screens has; `escape` says whether it did something. */
export interface OwnKeys {
	notes?: () => void
	follow?: () => void
	swap?: () => void
	escape: () => boolean
}

/** @returns the number of a slide that is being typed */
export function useLiveKeys(own: OwnKeys) {
	const classroom = useClassroom()
	const steps = useSteps()
	const typed = ref('')
	let timer: ReturnType<typeof setTimeout> | undefined

	const held = () => Boolean(classroom.live?.held)
	// A button under the focus does what it says; a text that is being read scrolls.
	const within = (event: KeyboardEvent, what: string) =>
		event.target instanceof HTMLElement && event.target.closest(what) !== null
	const unless = (what: string, run: () => unknown) => (event: KeyboardEvent) => (within(event, what) ? false : run())
	const arrow = (x: number, y: number, run: () => unknown) => (event: KeyboardEvent) => {
		if (!event.shiftKey) return within(event, '[data-reading]') && x === 0 ? false : run()
		if (steps.pointing.value) steps.movePointer(x, y)
		else if (y !== 0) steps.scrollBy(y)
		return true
	}

	function digit(key: string): void {
		const decision = (['show', 'cover', 'skip', 'stay'] as const)[Number(key) - 1]
		if (held()) {
			if (decision) steps.decide(decision)
			return
		}
		clearTimeout(timer)
		typed.value = `${typed.value}${key}`.slice(-3)
		timer = setTimeout(forget, patience)
	}
	function forget(): void {
		clearTimeout(timer)
		typed.value = ''
	}
	function goTyped(): boolean {
		if (typed.value === '') return false
		const slide = Number(typed.value) - 1
		forget()
		if (slide >= 0 && slide < steps.slides.value.length) steps.go(slide)
		return true
	}
	function leave(): boolean {
		if (typed.value !== '') forget()
		else if (!steps.leaveSpecial()) return own.escape()
		return true
	}
	onBeforeUnmount(forget)

	const letters = {
		b: steps.toggleBlack,
		p: steps.togglePointing,
		z: steps.zoomNext,
		j: steps.toggleJoin,
		...(own.notes && { n: own.notes }),
		...(own.follow && { f: own.follow }),
		...(own.swap && { s: own.swap }),
	}
	const bothCases = Object.entries(letters).flatMap(([key, run]) => [
		[key, () => run()],
		[key.toUpperCase(), () => run()],
	])
	useKeys(
		{
			...Object.fromEntries(bothCases),
			...Object.fromEntries([...'0123456789'].map((key) => [key, () => digit(key)])),
			' ': unless('button, a, summary, input', steps.next),
			ArrowRight: arrow(1, 0, steps.next),
			ArrowDown: arrow(0, 1, steps.next),
			ArrowLeft: arrow(-1, 0, steps.back),
			ArrowUp: arrow(0, -1, steps.back),
			PageDown: steps.next,
			PageUp: steps.back,
			Home: steps.first,
			End: steps.last,
			Enter: goTyped,
			Escape: leave,
			// Keys of the pages that have no place while a room looks on.
			x: () => {},
			y: () => {},
			'/': () => {},
		},
		{ first: true },
	)
	return typed
}
