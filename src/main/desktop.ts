/** The desktop app at work: session, scheme, menu, and the window that they serve. */
import { app, type BrowserWindow, Menu, nativeTheme, protocol, session, shell } from 'electron'
import { appHandler } from './app-protocol.ts'
import { type AppWindowOptions, openAppWindow } from './app-window.ts'
import { commandChannel } from './ipc.ts'
import { menuTemplate } from './menu.ts'
import { hardenSession } from './security.ts'
import { backgroundOf, nativeSource } from './theme.ts'
import { applyZoom, bringToFront } from './window.ts'
import { readWindowState, type WindowState, writeWindowState } from './window-state.ts'
import { nextZoom, type ZoomStep } from './zoom.ts'

export interface DesktopOptions extends AppWindowOptions {
	dataDir: string
	/** Folder of the built windows. */
	renderer: string
}

export interface Desktop {
	/** The window, if one is open. */
	window(): BrowserWindow | undefined
	/** Brings the window to the front; opens it again where it was closed. */
	bringToFront(): void
	/** Keeps native parts in step with the reader's theme. */
	setTheme(theme: WindowState['theme']): void
}

/** Prepares session, scheme and menu, and opens the window. To be called once, when the app is ready. */
export function openDesktop(options: DesktopOptions): Desktop {
	const { dataDir, renderer, development, log } = options
	const state = readWindowState(dataDir)
	let window: BrowserWindow | undefined

	const background = () => backgroundOf(state.theme, nativeTheme.shouldUseDarkColors)
	const save = () => {
		try {
			writeWindowState(dataDir, state)
		} catch (error) {
			log('the place of the window could not be saved', error)
		}
	}
	const zoom = (step: ZoomStep) => {
		state.zoom = nextZoom(state.zoom, step)
		if (window) applyZoom(window, state.zoom)
		save()
	}
	const open = () => {
		const opened = openAppWindow(options, { state, save, background: background(), zoom })
		opened.on('closed', () => {
			window = undefined
		})
		return opened
	}
	const front = () => {
		window ??= open()
		bringToFront(window)
	}

	nativeTheme.themeSource = nativeSource(state.theme)
	hardenSession(session.defaultSession, development)
	protocol.handle('app', appHandler(renderer))
	Menu.setApplicationMenu(
		Menu.buildFromTemplate(
			menuTemplate(
				process.platform,
				{
					command(name) {
						front()
						window?.webContents.send(commandChannel, name)
					},
					zoom,
					openDataFolder: () => void shell.openPath(dataDir),
				},
				development !== undefined,
			),
		),
	)
	app.on('activate', front)
	window = open()

	return {
		window: () => window,
		bringToFront: front,
		setTheme(theme) {
			if (theme === state.theme) return
			state.theme = theme
			nativeTheme.themeSource = nativeSource(theme)
			window?.setBackgroundColor(background())
			save()
		},
	}
}
