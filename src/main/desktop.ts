/** The desktop app at work: session, scheme, menu, and the window that they serve. */
import { app, type BrowserWindow, Menu, nativeTheme, protocol, session, shell } from 'electron'
import { showPath } from './addresses.ts'
import { appHandler } from './app-protocol.ts'
import { type AppWindowOptions, openAppWindow } from './app-window.ts'
import { commandChannel } from './ipc.ts'
import { menuTemplate } from './menu.ts'
import { appOrigin } from './origins.ts'
import type { PagePrinter } from './page-printer.ts'
import { hardenSession } from './security.ts'
import { backgroundOf, nativeSource } from './theme.ts'
import { applyZoom, bringToFront } from './window.ts'
import { readWindowState, type WindowState, writeWindowState } from './window-state.ts'
import { nextZoom, type ZoomStep } from './zoom.ts'

export interface DesktopOptions extends AppWindowOptions {
	dataDir: string
	/** Folder of the built windows. */
	renderer: string
	printer: PagePrinter
	/** Closes with the window: it has no presenter then. */
	audience: { close(): void }
	/** Where in the app its first window opens. */
	path: string | undefined
}

export interface Desktop {
	/** The window, if one is open. */
	window(): BrowserWindow | undefined
	/** Brings the window to the front; opens it again where it was closed. */
	bringToFront(): void
	/** Brings the window to the front and shows in it what an address leads to. */
	openPath(path: string): void
	/** Keeps native parts in step with the reader's theme. */
	setTheme(theme: WindowState['theme']): void
}

/** Prepares session, scheme and menu, and opens the window. To be called once, when the app is ready. */
export function openDesktop(options: DesktopOptions): Desktop {
	const { dataDir, renderer, printer, audience, development, log } = options
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
	const open = (path?: string) => {
		const opened = openAppWindow(options, { state, save, background: background(), zoom, path })
		opened.on('closed', () => {
			window = undefined
			audience.close()
		})
		return opened
	}
	const front = () => {
		window ??= open()
		bringToFront(window)
	}
	const openPath = (path: string) => {
		if (!window) window = open(path)
		else showPath(window.webContents, development ?? appOrigin, path)
		bringToFront(window)
	}

	nativeTheme.themeSource = nativeSource(state.theme)
	hardenSession(session.defaultSession, development)
	protocol.handle('app', printer.before(appHandler(renderer)))
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
	window = open(options.path)

	return {
		window: () => window,
		bringToFront: front,
		openPath,
		setTheme(theme) {
			if (theme === state.theme) return
			state.theme = theme
			nativeTheme.themeSource = nativeSource(theme)
			window?.setBackgroundColor(background())
			save()
		},
	}
}
