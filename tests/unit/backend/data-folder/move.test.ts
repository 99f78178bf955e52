/** A workspace that moves: everything arrives, and whatever goes wrong leaves the old one whole. */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { locateData } from '#backend/data-dir.ts'
import { checkFolder } from '#backend/data-folder/check.ts'
import { unfinishedFile } from '#backend/data-folder/finish.ts'
import { moveWorkspace, type Step } from '#backend/data-folder/move.ts'
import { FolderNote } from '#backend/data-folder/note.ts'
import { databaseFile } from '#backend/workspace/file.ts'
import { Workspace } from '#backend/workspace/workspace.ts'
import { startChild } from '../../support/child.ts'
import { makeHome, nextStart } from '../../support/data-folders.ts'
import { failureOf } from '../../support/failure.ts'
import { openWorkspace, visitTo } from '../../support/workspaces.ts'

const whole = { theme: 'dark', visits: 3, backups: 1, own: 'mine' }

it('takes everything along, and leaves a marked copy that is not opened any more', async () => {
	const { note, from, to } = await makeHome()
	const steps: Step[] = []
	await moveWorkspace(from, to, note, (step) => steps.push(step))
	expect(steps).toEqual(['held', 'begun', 'files', 'database', 'noted', 'finished', 'marked'])
	expect(await nextStart(note)).toEqual({ dataDir: to, ...whole })
	expect(readdirSync(to).sort()).toEqual(['backups', 'deep', 'parallax.sqlite'])
	expect(readFileSync(join(from, 'This data has moved.txt'), 'utf8')).toContain(to)
	expect(await failureOf(Workspace.open(from, note))).toMatchObject({ code: 'CONFLICT' })
	// The copy is a whole workspace still, for whoever takes the note away.
	note.write({})
	expect(await nextStart(note)).toEqual({ dataDir: from, ...whole })
})

const steps: [Step, 'old' | 'new'][] = [
	['held', 'old'],
	['begun', 'old'],
	['files', 'old'],
	['database', 'old'],
	['noted', 'new'],
	['finished', 'new'],
	['marked', 'new'],
]
it.each(steps)('killed after “%s”, the next start finds the %s folder whole, and can move', async (step, found) => {
	const { folder, note, from, to } = await makeHome()
	const child = startChild('mover.ts', note.file, to, step)
	await child.line((line) => line === step)
	await child.kill()
	expect(await nextStart(note)).toEqual({ dataDir: found === 'old' ? from : to, ...whole })
	if (found === 'old') {
		expect(checkFolder(to, from, note)).toMatchObject({ path: to, how: 'move' })
		await moveWorkspace(from, to, note)
		expect(await nextStart(note)).toEqual({ dataDir: to, ...whole })
	} else {
		expect(await failureOf(Workspace.open(from, note))).toMatchObject({ code: 'CONFLICT' })
		const third = join(folder, 'third')
		await moveWorkspace(to, third, note)
		expect(await nextStart(note)).toEqual({ dataDir: third, ...whole })
	}
})

it('killed at any moment, the next start finds one whole workspace', async () => {
	const visits = 4000
	for (let round = 0; round < 6; round++) {
		const { note, from, to } = await makeHome(visits)
		const child = startChild('mover.ts', note.file, to)
		await child.line((line) => line === 'held')
		// At no step in particular: random turns of the loop later.
		for (let turn = Math.random() * 60 * round; turn > 0; turn--) await new Promise(setImmediate)
		await child.kill()
		const { dataDir, ...found } = await nextStart(note)
		expect(found).toEqual({ ...whole, visits })
		expect(child.lines.includes('noted') ? [to] : [from, to]).toContain(dataDir)
	}
}, 60_000)

it('does not begin while another process has the workspace open', async () => {
	const { note, from, to } = await makeHome()
	const other = await openWorkspace(from)
	other.store.visit(visitTo('/before'))
	const failure = await failureOf(moveWorkspace(from, to, note))
	expect(failure).toMatchObject({ code: 'UNAVAILABLE', message: 'Another program is using the data file.' })
	other.store.visit(visitTo('/after'))
	await other.close()
	expect(existsSync(to)).toBe(false)
	expect(await nextStart(note)).toMatchObject({ dataDir: from, visits: 5 })
}, 30_000)

it('lets nobody write into the old folder while it moves', async () => {
	const { note, from, to } = await makeHome()
	let refused = false
	await moveWorkspace(from, to, note, (step) => {
		if (step !== 'database') return
		const writer = new DatabaseSync(databaseFile(from), { timeout: 0 })
		expect(() => writer.exec('DELETE FROM visit')).toThrow(/locked/)
		writer.close()
		refused = true
	})
	expect(refused).toBe(true)
	expect(await nextStart(note)).toEqual({ dataDir: to, ...whole })
})

it('turns away whoever looked at the note before it was written, and opens the file after', async () => {
	const { note, from, to } = await makeHome()
	await moveWorkspace(from, to, note)
	let asked = 0
	class TooEarly extends FolderNote {
		override refuseLeft(dataDir: string): void {
			if (asked++ > 0) super.refuseLeft(dataDir)
		}
	}
	expect(await failureOf(Workspace.open(from, new TooEarly(note.file)))).toMatchObject({ code: 'CONFLICT' })
	expect(asked).toBe(2)
})

it.each<[string, (place: { from: string; to: string; note: { file: string } }) => void]>([
	['the new folder cannot be made', ({ to }) => writeFileSync(join(to, '..'), 'a file in the way')],
	['a file cannot be copied', ({ to }) => mkdirSync(join(to, 'deep', 'down', 'own.txt'), { recursive: true })],
	['the database cannot be written', ({ to }) => mkdirSync(join(unfinishedFile(to), 'x'), { recursive: true })],
	['the note cannot be written', ({ note }) => mkdirSync(`${note.file}.${process.pid}.new`)],
])('leaves the old folder as it was when %s', async (_, spoil) => {
	const place = await makeHome()
	const { note, from, to } = place
	if (!existsSync(join(to, '..', '..'))) mkdirSync(join(to, '..', '..'), { recursive: true })
	spoil(place)
	expect(await failureOf(moveWorkspace(from, to, note))).toMatchObject({ code: 'UNAVAILABLE' })
	expect(await nextStart(note)).toEqual({ dataDir: from, ...whole })
	expect(existsSync(databaseFile(to))).toBe(false)
})

it('refuses a database whose copy is not the same', async () => {
	const { note, from, to } = await makeHome()
	const file = databaseFile(from)
	const bytes = readFileSync(file)
	writeFileSync(file, bytes.fill(0xa5, bytes.length - 4096))
	expect(await failureOf(moveWorkspace(from, to, note))).toMatchObject({ code: 'UNAVAILABLE' })
	expect(existsSync(note.file)).toBe(false)
})

it('does not take an empty folder for the workspace when the disk is away', async () => {
	const { note, from, to } = await makeHome()
	await moveWorkspace(from, to, note)
	note.write({ folder: join(to, 'unplugged') })
	expect(locateData(undefined, note)).toMatchObject({ failure: { code: 'UNAVAILABLE' } })
	expect(existsSync(join(to, 'unplugged'))).toBe(false)
	writeFileSync(note.file, 'half a no')
	expect(locateData(undefined, note)).toMatchObject({ failure: { code: 'DAMAGED' } })
	if (process.platform === 'win32' || process.getuid?.() === 0) return
	chmodSync(note.file, 0o000)
	expect(locateData(undefined, note)).toMatchObject({ failure: { code: 'DAMAGED' } })
})
