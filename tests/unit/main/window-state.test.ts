import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readWindowState, type WindowState, writeWindowState } from '../../../src/main/window-state.ts'

let folder: string
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'parallax-window-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const first: WindowState = { bounds: null, maximised: false, zoom: 100, theme: 'system' }
const write = (content: string) => writeFileSync(join(folder, 'desktop-window.json'), content)

it('reads back what it wrote, and leaves nothing beside it', () => {
	const state: WindowState = {
		bounds: { x: -1200, y: 40, width: 900, height: 700 },
		maximised: true,
		zoom: 150,
		theme: 'dark',
	}
	writeWindowState(folder, first)
	writeWindowState(folder, state)
	expect(readWindowState(folder)).toEqual(state)
	expect(readdirSync(folder)).toEqual(['desktop-window.json'])
})

it('starts anew where there is no file, or one that is damaged', () => {
	expect(readWindowState(folder)).toEqual(first)
	for (const content of ['', '{"bounds":{"x":1', 'null', '[]', '"text"']) {
		write(content)
		expect(readWindowState(folder)).toEqual(first)
	}
})

it('keeps what is sound and forgets the rest', () => {
	write('{"bounds":{"x":1,"y":2,"width":"wide","height":9},"maximised":true,"zoom":4000,"theme":"neon","more":1}')
	expect(readWindowState(folder)).toEqual({ ...first, maximised: true })
	write('{"zoom":125}')
	expect(readWindowState(folder)).toEqual({ ...first, zoom: 125 })
})

it('never throws, whatever the file holds', () => {
	fc.assert(
		fc.property(fc.json(), (content) => {
			write(content)
			const { zoom } = readWindowState(folder)
			expect(zoom).toBeGreaterThanOrEqual(50)
			expect(zoom).toBeLessThanOrEqual(300)
		}),
	)
})
