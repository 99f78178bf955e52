/** What can be done with texts that stand side by side: changed over, closed, replaced, one more added. Back undoes each. */
import { computed, nextTick, ref } from 'vue'
import { useRouter } from 'vue-router'
import { mostPanes, type PaneState, swapped, type TextsState } from '#domain/addresses/texts.ts'

interface Pane {
	pane: HTMLElement | null
	root: HTMLElement | null
}

/**
 * @param go shows another state
 * @param swap changes two panes over at once, so that each stays itself
 * @param paneAt the pane at a place, once it is there
 * @param titleAt what the text at a place is called
 */
export function usePaneActions(
	state: () => TextsState,
	go: (next: TextsState) => Promise<unknown>,
	swap: (from: number, to: number) => void,
	paneAt: (index: number) => Pane | undefined,
	titleAt: (index: number) => string,
) {
	const router = useRouter()
	/** Told to those who hear the window. */
	const says = ref('')
	/** The one that is shown where there is room for one. */
	const active = ref(0)
	const panes = () => state().panes
	const places = computed(() => (panes().length === 2 ? ['left', 'right'] : ['left', 'middle', 'right']))

	/** @returns the place of the pane that has the focus, -1 for none */
	const focused = () => panes().findIndex((_, index) => paneAt(index)?.root?.contains(document.activeElement))
	async function focus(index: number): Promise<void> {
		active.value = Math.min(panes().length - 1, Math.max(0, index))
		await nextTick()
		paneAt(active.value)?.pane?.focus({ preventScroll: true })
	}
	/** The text at a place, replaced or, by undefined, taken away. */
	const changed = (index: number, change: (pane: PaneState) => PaneState | undefined): TextsState => ({
		...state(),
		panes: panes().flatMap((pane, at) => (at === index ? (change(pane) ?? []) : pane)),
	})

	async function move(from: number, by: -1 | 1): Promise<void> {
		const target = from + by
		if (!panes()[from] || !panes()[target]) return
		const title = titleAt(from)
		const next = swapped(state(), from, target)
		swap(from, target)
		active.value = target
		await go(next)
		await nextTick()
		says.value = `${title} is now on the ${places.value[target]}.`
		// At the edge the button that was pressed is gone: the one that moves it back stands in for it.
		const at = paneAt(target)
		if (at?.root && !at.root.contains(document.activeElement))
			(at.root.querySelector<HTMLElement>('[data-move]') ?? at.pane)?.focus({ preventScroll: true })
	}

	/** Closes one of three; of two, the other one is read alone. */
	async function close(index: number): Promise<void> {
		const title = titleAt(index)
		const next = changed(index, () => undefined)
		const alone = next.panes.length < 2 ? next.panes[0] : undefined
		if (alone) return void router.push(alone.id ? { name: 'read', params: { id: alone.id } } : { name: 'library' })
		await go(next)
		says.value = `${title} is closed.`
		await focus(index - 1)
	}

	/** Which place the picker is open for. */
	const picking = ref({ open: false, index: 0 })
	const choose = (index: number) => (picking.value = { open: true, index })
	async function chosen(id: string): Promise<void> {
		const { index } = picking.value
		const more = index >= panes().length
		await go(more ? { ...state(), panes: [...panes(), { id }] } : changed(index, () => ({ id })))
		await focus(index)
	}
	/** Asks for one more text, or for one where none stands yet. */
	function add(): void {
		const empty = panes().findIndex(({ id }) => !id)
		if (empty >= 0) choose(empty)
		else if (panes().length < mostPanes) choose(panes().length)
		else says.value = 'Three texts stand here. Close one first.'
	}
	return { says, active, places, focused, focus, changed, move, close, picking, choose, chosen, add }
}
