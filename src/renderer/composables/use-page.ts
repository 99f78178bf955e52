/** What every page does when it is shown: its title in the window, and the focus on its heading. */
import { type ShallowRef, toValue, useTemplateRef, watch, watchEffect } from 'vue'

/** @param title of the page; the template's heading carries `ref="heading"` and `tabindex="-1"`. @returns that heading */
export function usePage(title: (() => string | undefined) | string): Readonly<ShallowRef<HTMLElement | null>> {
	const heading = useTemplateRef<HTMLElement>('heading')
	watchEffect(() => {
		const text = toValue(title)
		document.title = text ? `${text} · Parallax` : 'Parallax'
	})
	// The heading may come later than the page, with the data it names.
	const stop = watch(
		heading,
		(element) => {
			if (!element) return
			// A dialog that is open over the page keeps the focus.
			if (!document.querySelector('[role="dialog"]')) element.focus({ preventScroll: true })
			stop.stop()
		},
		{ flush: 'post' },
	)
	return heading
}
