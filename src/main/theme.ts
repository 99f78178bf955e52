/** Keeps the native parts (first colour of the window, dialogs, menus) in step with the theme that the reader chose. */
import type { NativeTheme } from 'electron'
import type { Client } from '#contract/index.ts'
import type { Settings } from '#contract/workspace.ts'

type Theme = Settings['theme']

/** The renderer's `--paper` (styles/tokens.css; a test compares them): seen for the moment before its first frame. */
const paper = { light: '#faf7f1', dark: '#181613', contrast: '#ffffff' }

/** What Electron calls the theme. High contrast is black on white. */
export const nativeSource = (theme: Theme): NativeTheme['themeSource'] => (theme === 'contrast' ? 'light' : theme)

/** @param dark whether the system, or the theme set as native source, is dark */
export const backgroundOf = (theme: Theme, dark: boolean): string =>
	theme === 'contrast' ? paper.contrast : dark ? paper.dark : paper.light

/**
 * Tells the theme now and whenever it changes, whoever changes it, until `signal` aborts.
 * @param client the backend's client within this process
 */
export async function followTheme(client: Client, apply: (theme: Theme) => void, signal: AbortSignal): Promise<void> {
	const read = async () => apply((await client.workspace.settings.read(undefined, { signal })).theme)
	try {
		const changes = await client.workspace.changes(undefined, { signal })
		await read()
		for await (const { what } of changes) if (what === 'settings' || what === 'everything') await read()
	} catch (error) {
		if (!signal.aborted) throw error
	}
}
