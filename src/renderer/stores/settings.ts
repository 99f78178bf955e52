/** The reader's settings: read once, changed at once here, written behind, followed when another window changes them. */
import { useMediaQuery } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, watchEffect } from 'vue'
import { defaultSettings } from '#contract/default-settings.ts'
import type { Settings } from '#contract/workspace.ts'
import { client } from '../client/index.ts'
import { useNotices } from './notices.ts'

export const useSettings = defineStore('settings', () => {
	const values = ref<Settings>({ ...defaultSettings })
	const loaded = ref(false)
	const dark = useMediaQuery('(prefers-color-scheme: dark)')
	const contrast = useMediaQuery('(prefers-contrast: more)')
	const theme = computed(() => {
		if (values.value.theme !== 'system') return values.value.theme
		return contrast.value ? 'contrast' : dark.value ? 'dark' : 'light'
	})

	watchEffect(() => {
		const { style, dataset } = document.documentElement
		dataset.theme = theme.value
		style.setProperty('--reading-scale', String(values.value.textSize / 100))
		style.setProperty('--reading-leading', String(values.value.lineSpacing))
		style.setProperty('--reading-measure', String(values.value.columnWidth))
		style.setProperty('--reading-spacing', String(values.value.letterSpacing / 100))
	})

	async function load(): Promise<void> {
		values.value = await client.workspace.settings.read()
		loaded.value = true
	}

	let latest = 0
	/** Changes some settings; when they cannot be kept, says so and goes back. */
	async function change(some: Partial<Settings>): Promise<void> {
		const own = ++latest
		const before = { ...values.value }
		Object.assign(values.value, some)
		try {
			const settings = await client.workspace.settings.change(some)
			// The first reading may have come in between and have known nothing of it.
			if (own === latest) values.value = settings
		} catch (error) {
			values.value = before
			useNotices().failed(error)
		}
	}

	return { values, loaded, theme, load, change }
})
