/** The slides of a presentation that is edited: which one is open, and what is done with them. */
import { computed, ref, shallowRef, watch } from 'vue'
import type { Presentation, Slide } from '#contract/classroom/presentations.ts'
import { blankSlide, movedTo, type OwnType, putIn } from '#domain/classroom/editing.ts'
import { labelOf } from '#domain/classroom/parts.ts'
import { slideLabel } from '#domain/classroom/words.ts'
import { useEditedPresentations } from '../../stores/edited-presentations.ts'
import { useNotices } from '../../stores/notices.ts'
import { useUndo } from '../../stores/undo.ts'

/** A slide that was cut or copied; it can be put into another presentation too. */
const held = shallowRef<Slide>()
/** The contract's. */
const most = 300
const freshId = () => crypto.randomUUID()

export function useSlides(id: string, first?: string) {
	const edited = useEditedPresentations()
	const notices = useNotices()
	const undo = useUndo()
	const slides = computed(() => edited.sheets.get(id)?.now.slides ?? [])
	/** Id of the one that is open. */
	const current = ref(first ?? '')
	const at = computed(() =>
		Math.max(
			0,
			slides.value.findIndex((slide) => slide.id === current.value),
		),
	)
	const slide = computed(() => slides.value[at.value])
	/** What was done, for those who do not see it. */
	const says = ref('')

	// Whatever brought them or took them, undo too: what came is opened, where the open one went its neighbour is.
	watch(
		slides,
		(now, before = []) => {
			const known = new Set(before.map((each) => each.id))
			const come = before.length ? now.find((each) => !known.has(each.id)) : undefined
			const gone = now.findIndex((each) => each.id === current.value) < 0
			const place = Math.max(
				0,
				before.findIndex((each) => each.id === current.value),
			)
			if (come) current.value = come.id
			else if (gone) current.value = now[Math.min(place, now.length - 1)]?.id ?? ''
		},
		{ immediate: true, flush: 'sync' },
	)

	const put = (next: Slide[], label: string) => edited.change(id, { slides: next }, label)
	function insert(place: number, slide: Slide, label: string): void {
		if (slides.value.length >= most) notices.say(`A presentation has at most ${most} slides.`)
		else put(putIn(slides.value, place, slide), label)
	}
	const open = (index: number) => {
		current.value = slides.value[Math.max(0, Math.min(index, slides.value.length - 1))]?.id ?? ''
	}
	function add(type: OwnType): void {
		insert(slides.value.length ? at.value + 1 : 0, blankSlide(type, freshId()), `Slide added: ${slideLabel(type)}`)
	}
	function addPoint(slide: Slide): void {
		insert(
			slides.value.length ? at.value + 1 : 0,
			{ ...slide, id: freshId() },
			`Slide added: ${slideLabel(slide.type)}`,
		)
	}
	function duplicate(): void {
		if (slide.value) insert(at.value + 1, { ...slide.value, id: freshId() }, 'Slide duplicated')
	}
	function remove(word = 'deleted'): void {
		const gone = slide.value
		if (!gone) return
		put(
			slides.value.filter((each) => each !== gone),
			`Slide ${at.value + 1} ${word}`,
		)
		notices.say(`Slide ${word}: ${labelOf(gone).slice(0, 60) || slideLabel(gone.type)}.`, {
			label: 'Undo',
			run: () => void undo.undo(),
		})
	}
	function move(from: number, to: number): void {
		const place = Math.max(0, Math.min(to, slides.value.length - 1))
		if (from === place || !slides.value[from]) return
		put(movedTo(slides.value, from, place), `Slide moved to place ${place + 1}`)
		says.value = `Slide ${from + 1} is now ${place + 1} of ${slides.value.length}.`
	}
	function copy(): void {
		held.value = slide.value
		says.value = 'Slide copied.'
	}
	function cut(): void {
		held.value = slide.value
		remove('cut')
	}
	function paste(): void {
		if (!held.value) return
		const taken = slides.value.some((each) => each.id === held.value?.id)
		insert(
			slides.value.length ? at.value + 1 : 0,
			taken ? { ...held.value, id: freshId() } : held.value,
			'Slide pasted',
		)
	}
	/** @param field what is changed, so that one after the other is undone as one */
	function change<S extends Slide>(before: S, some: Partial<S>, field: string): void {
		const index = slides.value.findIndex((each) => each.id === before.id)
		if (index < 0) return
		const next = slides.value.map((each, place) => (place === index ? ({ ...each, ...some } as Slide) : each))
		edited.change(id, { slides: next }, `Slide ${index + 1} changed`, `${before.id} ${field}`)
	}
	const changePresentation = (some: Partial<Pick<Presentation, 'title' | 'theme'>>, label: string) =>
		edited.change(id, some, label)
	return {
		slides,
		slide,
		at,
		says,
		canPaste: computed(() => held.value !== undefined),
		open,
		add,
		addPoint,
		duplicate,
		remove,
		move,
		copy,
		cut,
		paste,
		change,
		changePresentation,
	}
}
export type Slides = ReturnType<typeof useSlides>
