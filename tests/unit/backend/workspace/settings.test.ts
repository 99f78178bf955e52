/** Settings: defaults, changes one by one, and stored values that this version does not understand. */
import { describe, expect, it } from 'vitest'
import { Workspace } from '#backend/workspace/workspace.ts'
import { defaultSettings, Settings } from '#contract/workspace.ts'
import { openWorkspace, usedFolder, withDatabase } from '../../support/workspaces.ts'

describe('settings', () => {
	it('are the defaults at first', async () => {
		const { store } = await openWorkspace()
		expect(store.settings()).toEqual(defaultSettings)
		expect(Settings.safeParse(defaultSettings).error).toBeUndefined()
	})

	it('change one by one, and the others stay', async () => {
		const { store } = await openWorkspace()
		expect(store.changeSettings({ theme: 'contrast', textSize: 150 })).toEqual({
			...defaultSettings,
			theme: 'contrast',
			textSize: 150,
		})
		expect(store.changeSettings({ textSize: 90 })).toEqual({ ...defaultSettings, theme: 'contrast', textSize: 90 })
		expect(store.changeSettings({})).toEqual(store.settings())
	})

	it('are still there when the workspace is opened again', async () => {
		const dataDir = await usedFolder()
		const again = await Workspace.open(dataDir)
		expect(again.store.settings()).toEqual({ ...defaultSettings, theme: 'dark' })
		await again.close()
	})

	it.each([
		['another type', 'textSize', '"large"'],
		['a value out of range', 'textSize', '1000'],
		['a value of a later version', 'theme', '"sepia"'],
		['a key of a later version', 'font', '"serif"'],
		['a key of JavaScript’s own', 'constructor', '1'],
		['a key of JavaScript’s own', '__proto__', '{"theme":"light"}'],
		['nothing', 'theme', 'null'],
	])('give way to the default where the stored value is %s', async (_, key, value) => {
		const dataDir = await usedFolder()
		withDatabase(dataDir, (database) => {
			database.exec('DELETE FROM setting')
			database.prepare('INSERT INTO setting VALUES (?, ?)').run(key, value)
		})
		const { store } = await openWorkspace(dataDir)
		expect(store.settings()).toEqual(defaultSettings)
	})

	it('cannot be stored as anything but JSON', async () => {
		const dataDir = await usedFolder()
		const write = () => withDatabase(dataDir, (database) => database.exec("INSERT INTO setting VALUES ('x', 'dark')"))
		expect(write).toThrow(/CHECK constraint/)
	})
})
