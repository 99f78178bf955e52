/** The whole screen for studying. It is given back when the page is left. */
import { useFullscreen } from '@vueuse/core'
import { onBeforeUnmount } from 'vue'

/** The whole window is enlarged, not the page alone: dialogs and messages lie beside the page. The rail makes room (study-page). */
export function useWholeScreen() {
	const { isFullscreen, isSupported, toggle, exit } = useFullscreen(document.documentElement)
	onBeforeUnmount(() => {
		if (isFullscreen.value) void exit()
	})
	return { isFullscreen, isSupported, toggle }
}
