/** What opening refuses, and that it leaves what it refuses exactly as it was. */
import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { databaseFile } from '#backend/workspace/file.ts'
import { currentVersion } from '#backend/workspace/migrations.ts'
import { Workspace } from '#backend/workspace/workspace.ts'
import { failureOf } from '../../support/failure.ts'
import { freshFolder } from '../../support/folder.ts'
import { hashOf, openWorkspace, usedFolder, withDatabase } from '../../support/workspaces.ts'

/** Expects opening to fail so, twice, and the data file to be the same afterwards, byte for byte. */
async function expectRefusal(dataDir: string, code: string): Promise<string> {
	const file = databaseFile(dataDir)
	const before = hashOf(file)
	const failure = await failureOf(Workspace.open(dataDir))
	expect(failure).toMatchObject({ code, next: expect.stringMatching(/^\S.+\.$/) })
	expect(await failureOf(Workspace.open(dataDir))).toMatchObject({ code, message: failure.message })
	expect(hashOf(file)).toBe(before)
	return failure.message
}

describe('data of a newer Parallax', () => {
	it('is refused with both versions named', async () => {
		const dataDir = await usedFolder()
		withDatabase(dataDir, (database) => database.exec(`PRAGMA user_version = ${currentVersion + 1}`))
		const message = await expectRefusal(dataDir, 'TOO_NEW')
		expect(message).toContain(`data version ${currentVersion + 1}; this one knows ${currentVersion}`)
	})

	it('is not even tidied up: writes that lie beside the file stay there', async () => {
		const dataDir = await usedFolder()
		const file = databaseFile(dataDir)
		const source = new DatabaseSync(file)
		source.exec(`PRAGMA user_version = ${currentVersion + 1}; CREATE TABLE later (x); INSERT INTO later VALUES (1)`)
		const copy = freshFolder()
		for (const end of ['', '-wal']) copyFileSync(file + end, databaseFile(copy) + end)
		source.close()
		const wal = hashOf(`${databaseFile(copy)}-wal`)
		await expectRefusal(copy, 'TOO_NEW')
		expect(hashOf(`${databaseFile(copy)}-wal`)).toBe(wal)
		expect(withDatabase(copy, (database) => database.prepare('SELECT x FROM later').get())).toEqual({ x: 1 })
	})
})

describe('a data file that cannot be read', () => {
	it.each<[string, (file: string) => void]>([
		['a text file', (file) => writeFileSync(file, 'My notes.\n')],
		['a long text file', (file) => writeFileSync(file, 'My notes.\n'.repeat(5000))],
		['a truncated file', (file) => truncateSync(file, 6000)],
		['a file cut to its header', (file) => truncateSync(file, 100)],
		[
			'a file with a page overwritten',
			(file) => {
				const bytes = readFileSync(file)
				writeFileSync(file, bytes.fill(0xa5, 4096, 8192))
			},
		],
		[
			'a database of another program',
			(file) => {
				writeFileSync(file, '')
				const other = new DatabaseSync(file)
				other.exec('CREATE TABLE album (x)')
				other.close()
			},
		],
	])('is refused: %s', async (_, damage) => {
		const dataDir = await usedFolder()
		damage(databaseFile(dataDir))
		await expectRefusal(dataDir, 'DAMAGED')
	})

	it('is refused when it is empty and once had data: backups or unfinished writes lie beside it', async () => {
		const withBackup = await usedFolder()
		const workspace = await Workspace.open(withBackup)
		for await (const _ of workspace.createBackup());
		await workspace.close()
		truncateSync(databaseFile(withBackup))
		await expectRefusal(withBackup, 'DAMAGED')

		const withWrites = freshFolder()
		writeFileSync(databaseFile(withWrites), '')
		writeFileSync(`${databaseFile(withWrites)}-wal`, 'writes')
		await expectRefusal(withWrites, 'DAMAGED')
		expect(readFileSync(`${databaseFile(withWrites)}-wal`, 'utf8')).toBe('writes')
	})

	it('is a fresh one when it is empty and nothing else is there: a first start that was cut short', async () => {
		const dataDir = freshFolder()
		writeFileSync(databaseFile(dataDir), '')
		const { store } = await openWorkspace(dataDir)
		expect(store.history(1)).toEqual([])
	})
})
