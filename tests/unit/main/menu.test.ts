import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import type { Command } from '#contract/bridge.ts'
import { menuTemplate } from '../../../src/main/menu.ts'

type Item = MenuItemConstructorOptions
const platforms: NodeJS.Platform[] = ['linux', 'win32', 'darwin']

/** The keys that Electron gives its roles when a template names none (electron/lib/browser/api/menu-item-roles). */
const roleKeys: Record<string, (mac: boolean) => string[]> = {
	undo: () => ['CmdOrCtrl+Z'],
	redo: (mac) => [mac ? 'Cmd+Shift+Z' : 'Ctrl+Y'],
	cut: () => ['CmdOrCtrl+X'],
	copy: () => ['CmdOrCtrl+C'],
	paste: () => ['CmdOrCtrl+V'],
	selectAll: () => ['CmdOrCtrl+A'],
	minimize: () => ['CmdOrCtrl+M'],
	close: () => ['CmdOrCtrl+W'],
	quit: (mac) => (mac ? ['Cmd+Q'] : ['Ctrl+Q']),
	reload: () => ['CmdOrCtrl+R'],
	forceReload: () => ['CmdOrCtrl+Shift+R'],
	toggleDevTools: (mac) => [mac ? 'Alt+Cmd+I' : 'Ctrl+Shift+I'],
	togglefullscreen: (mac) => [mac ? 'Ctrl+Cmd+F' : 'F11'],
	hide: () => ['Cmd+H'],
	hideOthers: () => ['Cmd+Alt+H'],
	windowMenu: () => ['Cmd+M'],
}

function build(platform: NodeJS.Platform, development = false) {
	const commands: Command[] = []
	const zooms: string[] = []
	const items: Item[] = []
	let folders = 0
	const actions = {
		command: (command: Command) => commands.push(command),
		zoom: (step: string) => zooms.push(step),
		openDataFolder: () => folders++,
	}
	const template = menuTemplate(platform, actions, development)
	const walk = (list: Item[]) => {
		for (const item of list) {
			items.push(item)
			if (Array.isArray(item.submenu)) walk(item.submenu)
		}
	}
	walk(template)
	const click = (id: string) => {
		const item = items.find((candidate) => candidate.id === id)
		// The actions of this menu use none of Electron's arguments.
		;(item?.click as (() => void) | undefined)?.()
	}
	return { template, items, commands, zooms, click, folders: () => folders }
}

const spell = (key: string, mac: boolean) =>
	key
		.replace('CmdOrCtrl', mac ? 'Cmd' : 'Ctrl')
		.split('+')
		.map((part) => part.toLowerCase())
		.sort()
		.join('+')

describe.each(platforms)('the menu on %s', (platform) => {
	const mac = platform === 'darwin'

	it.each([false, true])('gives no key to two items (development: %s)', (development) => {
		const keys = build(platform, development)
			.items.filter((item) => item.registerAccelerator !== false)
			.flatMap((item) => (item.accelerator ? [String(item.accelerator)] : (roleKeys[item.role ?? '']?.(mac) ?? [])))
			.map((key) => spell(key, mac))
		expect(keys.length).toBeGreaterThan(12)
		expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
	})

	it('knows the keys of every role it uses, or that the role has none', () => {
		const without = ['services', 'unhide', 'help']
		const roles = build(platform, true).items.flatMap((item) => (item.role ? [item.role] : []))
		expect(roles.filter((role) => !(role in roleKeys) && !without.includes(role))).toEqual([])
	})

	it('sends each command of the closed list once', () => {
		const all: Command[] = [
			'home',
			'library',
			'search',
			'settings',
			'back',
			'forward',
			'print',
			'shortcuts',
			'help',
			'find-help',
			'about',
			'copy-address',
		]
		const { click, commands } = build(platform)
		for (const id of all) click(id)
		expect(commands).toEqual(all)
	})

	it('zooms and opens the data folder', () => {
		const { click, zooms, folders } = build(platform)
		for (const id of ['zoom-in', 'zoom-in-unshifted', 'zoom-out', 'zoom-reset', 'data-folder']) click(id)
		expect(zooms).toEqual(['in', 'in', 'out', 'reset'])
		expect(folders()).toBe(1)
	})

	it('reloads and opens developer tools in development alone', () => {
		const roles = (development: boolean) => build(platform, development).items.map(({ role }) => role)
		for (const role of ['reload', 'forceReload', 'toggleDevTools'] as const) {
			expect(roles(true)).toContain(role)
			expect(roles(false)).not.toContain(role)
		}
	})

	it('leaves ? to be typed', () => {
		const item = build(platform).items.find(({ id }) => id === 'shortcuts')
		expect(item?.accelerator === undefined || item.registerAccelerator === false).toBe(true)
	})

	it('has one letter for each menu in the bar', () => {
		const letters = build(platform).template.flatMap(({ label }) => /&(.)/.exec(label ?? '')?.[1]?.toLowerCase() ?? [])
		expect(new Set(letters).size).toBe(letters.length)
	})

	it('uses the platform’s keys to go back and forward', () => {
		const { items } = build(platform)
		const key = (id: string) => items.find((item) => item.id === id)?.accelerator
		expect([key('back'), key('forward')]).toEqual(mac ? ['Cmd+[', 'Cmd+]'] : ['Alt+Left', 'Alt+Right'])
		expect([key('search'), key('settings')]).toEqual(['CmdOrCtrl+K', 'CmdOrCtrl+,'])
	})
})
