/** How this device shows text: its size, and light or dark. Kept on the device. */
import { computed, type Ref, ref, watchEffect } from 'vue'

const key = 'parallax-follower'
export const sizes = [100, 115, 130, 150, 175, 200] as const
export type Theme = 'device' | 'light' | 'dark'

export function useComfort() {
	const kept = read()
	const size = ref(kept.size)
	const theme = ref<Theme>(kept.theme)
	const deviceDark = matches('(prefers-color-scheme: dark)')
	const moreContrast = matches('(prefers-contrast: more)')
	const shown = computed<'light' | 'dark'>(() =>
		theme.value !== 'device' ? theme.value : deviceDark.value && !moreContrast.value ? 'dark' : 'light',
	)
	watchEffect(() => {
		// Then what stands around the text makes room for it.
		document.documentElement.classList.toggle('large-text', size.value >= 150)
		document.documentElement.style.fontSize = `${size.value}%`
		document.documentElement.dataset.theme = theme.value === 'device' && moreContrast.value ? 'contrast' : shown.value
		write({ size: size.value, theme: theme.value })
	})
	return { size, theme, shown }
}

/** @returns whether the device wants it, also when that changes */
function matches(query: string): Ref<boolean> {
	const media = matchMedia(query)
	const wanted = ref(media.matches)
	// Safari learned addEventListener here in version 14.
	media.addListener(() => {
		wanted.value = media.matches
	})
	return wanted
}

function read(): { size: number; theme: Theme } {
	try {
		const { size, theme } = JSON.parse(localStorage.getItem(key) ?? '{}') as { size?: unknown; theme?: unknown }
		return {
			size: sizes.find((each) => each === size) ?? 100,
			theme: theme === 'light' || theme === 'dark' ? theme : 'device',
		}
	} catch {
		return { size: 100, theme: 'device' }
	}
}

function write(comfort: { size: number; theme: Theme }): void {
	try {
		localStorage.setItem(key, JSON.stringify(comfort))
	} catch {
		// Private windows of some browsers keep nothing: then it holds until the page is closed.
	}
}
