import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Client } from '#contract/index.ts'
import { backgroundOf, followTheme, nativeSource } from '../../../src/main/theme.ts'

it('names what Electron knows', () => {
	expect((['system', 'light', 'dark', 'contrast'] as const).map(nativeSource)).toEqual([
		'system',
		'light',
		'dark',
		'light',
	])
})

it.each(['light', 'dark', 'contrast'] as const)('starts with the page colour of the %s theme', (theme) => {
	const tokens = readFileSync(new URL('../../../src/renderer/styles/tokens.css', import.meta.url), 'utf8')
	const paper = new RegExp(`data-theme="${theme}"\\][^}]*--paper: (#[0-9a-f]{6})`).exec(tokens)?.[1]
	expect(paper).toBeDefined()
	expect(backgroundOf(theme, theme === 'dark')).toBe(paper)
})

it('follows the system when the reader does', () => {
	expect(backgroundOf('system', false)).toBe(backgroundOf('light', false))
	expect(backgroundOf('system', true)).toBe(backgroundOf('dark', true))
})

it('tells the theme at first and after each change of the settings, until it is told to stop', async () => {
	let theme = 'light'
	const stop = new AbortController()
	const client = {
		workspace: {
			settings: { read: async () => ({ theme }) },
			changes: async () =>
				(async function* () {
					theme = 'dark'
					yield { what: 'positions' }
					yield { what: 'settings' }
					theme = 'contrast'
					yield { what: 'everything' }
					stop.abort()
					throw new Error('aborted')
				})(),
		},
	}
	const told: string[] = []
	await followTheme(client as unknown as Client, (next) => told.push(next), stop.signal)
	expect(told).toEqual(['light', 'dark', 'contrast'])
})

it('does not hide another error', async () => {
	const client = {
		workspace: { settings: {}, changes: () => Promise.reject(new Error('broken')) },
	}
	const following = followTheme(client as unknown as Client, () => undefined, new AbortController().signal)
	await expect(following).rejects.toThrow('broken')
})
