/** What every page does when it is shown: its title in the window, and the focus on its heading. */
import { nextTick, onMounted, type Ref, toValue, useTemplateRef, watchEffect } from 'vue'

/** @param title of the page; the template's heading carries `ref="heading"` and `tabindex="-1"` */
export function usePage(title: Ref<string | undefined> | (() => string | undefined) | string): void {
	const heading = useTemplateRef<HTMLElement>('heading')
	watchEffect(() => {
		const text = toValue(title)
		document.title = text ? `${text} · Parallax` : 'Parallax'
	})
	onMounted(async () => {
		await nextTick()
		heading.value?.focus({ preventScroll: true })
	})
}
