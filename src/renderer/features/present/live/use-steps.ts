/** What the presenter does with the presentation that is on. */
import { createSharedComposable, useThrottleFn } from '@vueuse/core'
import { computed, ref, watch } from 'vue'
import { useClassroom } from '../../../stores/classroom.ts'

/** Milliseconds between two places of the pointer, and how far an arrow key moves it, as a share. */
const pointerEvery = 33
const pointerStep = 0.02
/** Share of the way that an arrow key scrolls a slide that is too long. */
const scrollStep = 0.2

const within = (share: number) => Math.min(1, Math.max(0, share))

/** One for all parts of the presenter's screens. */
export const useSteps = createSharedComposable(() => {
	const classroom = useClassroom()
	const slides = computed(() => classroom.presentation?.slides ?? [])
	const parts = computed(() => classroom.view?.page?.parts.length ?? 0)
	/** Whether the mouse over the slide points. */
	const pointing = ref(false)
	watch(
		() => classroom.live?.pointer ?? null,
		(at) => {
			// A step took it away.
			if (!at) pointing.value = false
		},
	)

	const go = (slide: number, step?: number) =>
		classroom.act({ type: 'go', slide, ...(step === undefined ? {} : { step }) })
	const zoom = (part: number | null) => classroom.act({ type: 'zoom', part })
	const point = useThrottleFn(
		(x: number, y: number) => classroom.act({ type: 'pointer', at: { x: within(x), y: within(y) } }),
		pointerEvery,
		true,
	)

	function stopPointing(): void {
		pointing.value = false
		void classroom.act({ type: 'pointer', at: null })
	}
	function togglePointing(): void {
		if (pointing.value) stopPointing()
		else {
			pointing.value = true
			void point(0.5, 0.5)
		}
	}
	function movePointer(x: number, y: number): void {
		const at = classroom.live?.pointer
		if (at) void point(at.x + x * pointerStep, at.y + y * pointerStep)
	}

	return {
		slides,
		pointing,
		go,
		zoom,
		point,
		stopPointing,
		togglePointing,
		movePointer,
		next: () => classroom.act({ type: 'next' }),
		back: () => classroom.act({ type: 'back' }),
		first: () => go(0),
		last: () => go(Math.max(0, slides.value.length - 1)),
		decide: (how: 'show' | 'cover' | 'skip' | 'stay') => classroom.act({ type: 'decide', how }),
		toggleBlack: () => classroom.act({ type: 'black', on: !classroom.live?.black }),
		toggleJoin: () => classroom.act({ type: 'join', on: !classroom.live?.joining }),
		/** Enlarges the first part, then the next one, and after the last none. */
		zoomNext: () => {
			const now = classroom.live?.zoom ?? null
			const next = now === null ? 0 : now + 1
			return zoom(next < parts.value ? next : null)
		},
		scrollBy: (direction: number) =>
			classroom.act({ type: 'scroll', to: within((classroom.live?.scroll ?? 0) + direction * scrollStep) }),
		/** Leaves what was switched on last of the pointer, the zoom, the join screen and black. @returns whether there was anything */
		leaveSpecial(): boolean {
			const live = classroom.live
			if (!live) return false
			if (live.held) void classroom.act({ type: 'decide', how: 'stay' })
			else if (pointing.value || live.pointer) stopPointing()
			else if (live.zoom !== null) void zoom(null)
			else if (live.joining) void classroom.act({ type: 'join', on: false })
			else if (live.black) void classroom.act({ type: 'black', on: false })
			else return false
			return true
		},
	}
})
