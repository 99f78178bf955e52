import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { limited, openLog } from '../../../src/main/log.ts'

let folder: string
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'parallax-log-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('writes entries with time and stack', () => {
	const log = openLog(folder)
	log('one')
	log('two', new RangeError('too far'))
	const text = readFileSync(join(folder, 'logs/desktop.log'), 'utf8')
	expect(text).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z one\n/)
	expect(text).toMatch(/ two: RangeError: too far\n\s+at /)
})

it('stays small, and keeps what came last', () => {
	const log = openLog(folder)
	for (let count = 0; count < 300; count++) log(`entry ${count} ${'x'.repeat(20_000)}`)
	const files = readdirSync(join(folder, 'logs'))
	expect(files.sort()).toEqual(['desktop.log', 'desktop.old.log'])
	for (const file of files) expect(statSync(join(folder, 'logs', file)).size).toBeLessThan(300_000)
	expect(readFileSync(join(folder, 'logs/desktop.log'), 'utf8')).toContain('entry 299 ')
})

it('falls silent where a page could go on without end', () => {
	const entries: string[] = []
	const log = limited((what) => entries.push(what), 2)
	for (const what of ['one', 'two', 'three', 'four']) log(what)
	expect(entries).toEqual(['one', 'two'])
})

it('does not throw where it cannot write', () => {
	writeFileSync(join(folder, 'logs'), 'a file where the folder should be')
	const print = vi.spyOn(console, 'error').mockImplementation(() => undefined)
	openLog(folder)('one', 'two')
	expect(print).toHaveBeenCalledWith('one')
	print.mockRestore()
})
