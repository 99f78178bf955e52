/** The application menu, as data: Electron builds it, tests read it. */
import type { MenuItemConstructorOptions } from 'electron'
import type { Command } from '#contract/bridge.ts'
import type { ZoomStep } from './zoom.ts'

export interface MenuActions {
	/** Sends a command to the window. */
	command(command: Command): void
	zoom(step: ZoomStep): void
	openDataFolder(): void
}

type Item = MenuItemConstructorOptions
const line: Item = { type: 'separator' }

/**
 * @param platform as `process.platform`: macOS has an app menu and keys of its own
 * @param development adds reloading and developer tools
 */
export function menuTemplate(platform: NodeJS.Platform, actions: MenuActions, development: boolean): Item[] {
	const mac = platform === 'darwin'
	const item = (command: Command, label: string, accelerator?: string): Item => ({
		id: command,
		label,
		...(accelerator && { accelerator }),
		click: () => actions.command(command),
	})
	const settings = item('settings', 'Settings…', 'CmdOrCtrl+,')
	const print = item('print', 'Print…', 'CmdOrCtrl+P')
	const exportNotes = item('export', 'Export Notes…', 'CmdOrCtrl+Shift+E')
	const about = item('about', 'About Parallax')
	const dataFolder: Item = { id: 'data-folder', label: 'Open Data Folder', click: () => actions.openDataFolder() }

	return [
		...(mac ? [appMenu(about, settings)] : []),
		{
			label: '&File',
			submenu: mac
				? [dataFolder, line, exportNotes, print, line, { role: 'close' }]
				: [settings, dataFolder, line, exportNotes, print, line, { role: 'quit' }],
		},
		editMenu(item('search', 'Search…', 'CmdOrCtrl+K')),
		viewMenu(actions, development),
		{
			label: '&Go',
			submenu: [
				item('back', 'Back', mac ? 'Cmd+[' : 'Alt+Left'),
				item('forward', 'Forward', mac ? 'Cmd+]' : 'Alt+Right'),
				line,
				item('home', 'Home', mac ? 'Cmd+Shift+H' : 'Alt+Home'),
				item('library', 'Library', 'CmdOrCtrl+Shift+L'),
				line,
				item('copy-address', 'Copy Address'),
			],
		},
		mac
			? { role: 'windowMenu' }
			: { label: '&Window', submenu: [{ role: 'minimize' }, { role: 'close', label: 'Close Window' }] },
		{
			// The role gives macOS its search field.
			...(mac && { role: 'help' as const }),
			label: '&Help',
			submenu: [
				item('help', 'How to Use Parallax', 'F1'),
				shortcuts(item('shortcuts', 'Keyboard Shortcuts'), mac),
				item('find-help', 'Where to Find Help'),
				...(mac ? [] : [line, about]),
			],
		},
	]
}

function appMenu(about: Item, settings: Item): Item {
	return {
		label: 'Parallax',
		submenu: [
			about,
			line,
			settings,
			line,
			{ role: 'services' },
			line,
			{ role: 'hide' },
			{ role: 'hideOthers' },
			{ role: 'unhide' },
			line,
			{ role: 'quit' },
		],
	}
}

function editMenu(search: Item): Item {
	return {
		label: '&Edit',
		submenu: [
			{ role: 'undo' },
			{ role: 'redo' },
			line,
			{ role: 'cut' },
			{ role: 'copy' },
			{ role: 'paste' },
			{ role: 'selectAll' },
			line,
			search,
		],
	}
}

function viewMenu(actions: MenuActions, development: boolean): Item {
	const zoom = (step: ZoomStep, label: string, accelerator: string): Item => ({
		id: `zoom-${step}`,
		label,
		accelerator,
		click: () => actions.zoom(step),
	})
	return {
		label: '&View',
		submenu: [
			zoom('in', 'Zoom In', 'CmdOrCtrl+Plus'),
			// The same key without Shift, on keyboards that have + above =.
			{ ...zoom('in', 'Zoom In', 'CmdOrCtrl+='), id: 'zoom-in-unshifted', visible: false },
			zoom('out', 'Zoom Out', 'CmdOrCtrl+-'),
			zoom('reset', 'Actual Size', 'CmdOrCtrl+0'),
			line,
			{ role: 'togglefullscreen' },
			...(development
				? ([line, { role: 'reload' }, { role: 'forceReload' }, { role: 'toggleDevTools' }] satisfies Item[])
				: []),
		],
	}
}

/** Shows `?` without taking it: the window listens for it itself, so that it can still be typed into a field. */
const shortcuts = (item: Item, mac: boolean): Item =>
	mac ? item : { ...item, accelerator: '?', registerAccelerator: false }
