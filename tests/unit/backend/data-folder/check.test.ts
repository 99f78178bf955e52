/** What can hold the workspace, and what is said of what cannot. Looking leaves nothing behind. */
import { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { checkFolder } from '#backend/data-folder/check.ts'
import { moveWorkspace, renameLeft } from '#backend/data-folder/move.ts'
import { databaseFile } from '#backend/workspace/file.ts'
import { type Home, makeHome } from '../../support/data-folders.ts'
import { failureOf } from '../../support/failure.ts'
import { openWorkspace, withDatabase } from '../../support/workspaces.ts'

const check = ({ from, note }: Home, path: string) => checkFolder(path, from, note)

it('takes a folder that is not there yet, and an empty one, and leaves nothing there', async () => {
	const home = await makeHome()
	expect(check(home, home.to)).toMatchObject({ path: home.to, how: 'move', bytes: expect.any(Number) })
	expect(check(home, home.to).bytes).toBeGreaterThan(1000)
	expect(check(home, home.to).free).toBeGreaterThan(1000)
	expect(existsSync(join(home.to, '..'))).toBe(false)
	mkdirSync(home.to, { recursive: true })
	expect(check(home, `  ${home.to}/  `)).toMatchObject({ path: home.to, how: 'move' })
	expect(readdirSync(home.to)).toEqual([])
})

it('makes a folder of its own among other things', async () => {
	const home = await makeHome()
	const documents = join(home.folder, 'Documents')
	mkdirSync(documents)
	writeFileSync(join(documents, 'essay.txt'), 'mine')
	expect(check(home, documents)).toMatchObject({ path: join(documents, 'Parallax'), how: 'move' })
	mkdirSync(join(documents, 'Parallax'))
	writeFileSync(join(documents, 'Parallax', 'other.txt'), 'mine')
	expect(await failureOf(() => check(home, documents))).toMatchObject({ code: 'CONFLICT' })
	expect(readdirSync(documents).sort()).toEqual(['Parallax', 'essay.txt'])
})

it('knows ~ as the reader’s own folder', async () => {
	const home = await makeHome()
	const inHome = relative(homedir(), home.to)
	expect(check(home, `~/${inHome}`).path).toBe(home.to)
})

it('offers a workspace that is there', async () => {
	const home = await makeHome()
	await (await openWorkspace(home.to)).close()
	expect(check(home, home.to)).toMatchObject({ path: home.to, how: 'use', bytes: 0 })
	withDatabase(home.to, (database) => database.exec('PRAGMA user_version = 9999'))
	expect(await failureOf(() => check(home, home.to))).toMatchObject({ code: 'TOO_NEW' })
	writeFileSync(databaseFile(home.to), 'not a database, and quite a bit longer than nothing')
	expect(await failureOf(() => check(home, home.to))).toMatchObject({ code: 'DAMAGED' })
})

it.each<[string, (home: Home) => string, string]>([
	['nothing', () => ' ', 'BAD_REQUEST'],
	['a relative path', () => 'Documents/Parallax', 'BAD_REQUEST'],
	['a path with a null in it', ({ to }) => `${to}\0`, 'BAD_REQUEST'],
	['the folder itself', ({ from }) => from, 'CONFLICT'],
	['the folder itself, written another way', ({ from }) => join(from, 'backups', '..'), 'CONFLICT'],
	['a folder inside it', ({ from }) => join(from, 'backups', 'new'), 'CONFLICT'],
	['a file', ({ folder }) => join(folder, 'file'), 'BAD_REQUEST'],
	['what would lie in a file', ({ folder }) => join(folder, 'file', 'deeper'), 'UNAVAILABLE'],
])('refuses %s', async (_, pathOf, code) => {
	const home = await makeHome()
	writeFileSync(join(home.folder, 'file'), 'x')
	expect(await failureOf(() => check(home, pathOf(home)))).toMatchObject({ code, next: expect.stringMatching(/\.$/) })
})

it('sees through symbolic links', async ({ skip }) => {
	skip(process.platform === 'win32', 'making symbolic links takes rights on Windows')
	const home = await makeHome()
	const link = join(home.folder, 'link')
	symlinkSync(home.from, link)
	expect(await failureOf(() => check(home, link))).toMatchObject({ code: 'CONFLICT' })
	expect(await failureOf(() => check(home, join(link, 'new')))).toMatchObject({ code: 'CONFLICT' })
})

it('refuses a folder where nothing may be written', async ({ skip }) => {
	skip(process.platform === 'win32' || process.getuid?.() === 0, 'root, and anyone on Windows, may write anywhere')
	const home = await makeHome()
	mkdirSync(home.to, { recursive: true })
	chmodSync(home.to, 0o500)
	expect(await failureOf(() => check(home, home.to))).toMatchObject({ code: 'UNAVAILABLE' })
	chmodSync(home.to, 0o700)
})

it('does not take the old copy for a workspace, and lets the data come back to where it was', async () => {
	const home = await makeHome()
	const { from, to, note } = home
	await moveWorkspace(from, to, note)
	expect(await failureOf(() => checkFolder(from, to, note))).toMatchObject({ code: 'CONFLICT' })
	renameLeft(note)
	expect(existsSync(from)).toBe(false)
	const { left } = note.read().moved ?? { left: '' }
	expect(await failureOf(() => checkFolder(left, to, note))).toMatchObject({ code: 'CONFLICT' })
	expect(checkFolder(from, to, note)).toMatchObject({ path: from, how: 'move' })
})
