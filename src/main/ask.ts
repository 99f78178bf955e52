/** Questions to the reader in the operating system's own dialogs. */
import { app, type BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron'

export interface Question {
	/** What happened, as one sentence. */
	message: string
	/** What to do next. */
	detail: string
	/** The first one is the safe one: Enter, Escape and closing the dialog take it. */
	buttons: readonly [string, ...string[]]
	kind: 'info' | 'warning' | 'error'
}

/** Puts a question; answers with the number of the button. */
export type Ask = (question: Question) => Promise<number>

/** @returns a way to ask for a folder on top of a window; it answers with its path, or null when the dialog was closed. */
export function chooseFolderOver(window: () => BrowserWindow | undefined): () => Promise<string | null> {
	return async () => {
		const options: OpenDialogOptions = {
			title: 'Data folder',
			buttonLabel: 'Choose',
			properties: ['openDirectory', 'createDirectory'],
		}
		const parent = window()
		const { filePaths } = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options))
		return filePaths[0] ?? null
	}
}

/** @returns a way to ask where to save a file on top of a window; it answers with the path, or null when the dialog was closed. */
export function chooseFileOver(window: () => BrowserWindow | undefined): (name: string) => Promise<string | null> {
	return async (name) => {
		const options: SaveDialogOptions = {
			title: 'Export notes',
			buttonLabel: 'Export',
			defaultPath: name,
			properties: ['createDirectory', 'showOverwriteConfirmation'],
		}
		const parent = window()
		const { canceled, filePath } = await (parent
			? dialog.showSaveDialog(parent, options)
			: dialog.showSaveDialog(options))
		return canceled || !filePath ? null : filePath
	}
}

/** @returns a way to ask on top of a window, or on its own where none is to be seen. */
export function askOver(window: () => BrowserWindow | undefined): Ask {
	return async ({ message, detail, buttons, kind }) => {
		const options = {
			type: kind,
			title: 'Parallax',
			message,
			detail,
			buttons: [...buttons],
			defaultId: 0,
			cancelId: 0,
			noLink: true,
		}
		await app.whenReady()
		const parent = window()
		const { response } = await (parent?.isVisible()
			? dialog.showMessageBox(parent, options)
			: dialog.showMessageBox(options))
		return response
	}
}
